/* SPDX-License-Identifier: Apache-2.0
 * What is bargained about may be left as it is by the deal that a theory names:
 * a blockade that every proposal would pause goes on in it, and the other
 * issues pay for that. A mediator must not have to find this in a table.
 *
 * Named is an issue that each proposal (not the analyst's own) sets to
 * something else than now, with the solutions that leave it at now. */
#include "lens/deals.h"
#include "record/phrase.h"

static bool changes(const case_model *c, const case_proposal *p, int issue) {
    for (int k = 0; k < p->phase_count; k++)
        for (int i = 0; i < p->phases[k].terms.count; i++) {
            const case_term *t = &p->phases[k].terms.items[i];
            if (t->issue == issue &&
                t->options.items[0] != c->issues[issue].now)
                return true;
        }
    return false;
}

static bool all_change(const case_model *c, int issue) {
    int proposals = 0;
    for (int i = 0; i < c->proposal_count; i++) {
        const case_proposal *p = &c->proposals[i];
        if (p->origin.source == CASE_SOURCE_ANALYST) continue;
        if (!changes(c, p, issue)) return false;
        proposals++;
    }
    return proposals > 0;
}

static void say_left(doc *to, const case_model *c, const deals_answer *a,
                     int issue) {
    arena *mem = doc_arena(to);
    const int count = deals_solution_count(a), now = c->issues[issue].now;
    const char **names = ARENA_ARRAY(mem, const char *, (size_t)count + 1);
    int left = 0;
    for (int i = 0; i < count; i++) {
        const merge_solution s = deals_solution(a, i, mem);
        if (s.outcome[issue] == now) names[left++] = s.name;
    }
    if (left == 0) return;
    doc_text *t = doc_paragraph(to);
    doc_strong(t, "%s leave%s %s %s, as it is now.",
               left == count && count > 1 ? "All of these deals"
                                          : record_list_print(names, left, mem),
               left == 1 && count > 1 ? "s" : "", c->issues[issue].id,
               c->issues[issue].options[now]);
    doc_more(t, " Every proposal would change that: what the mediation is "
                "about stays unresolved there.");
}

void deals_say_left(doc *to, const case_model *c, const deals_answer *a) {
    for (int j = 0; j < c->issue_count; j++)
        if (c->issues[j].now >= 0 && all_change(c, j)) say_left(to, c, a, j);
}
