/* SPDX-License-Identifier: Apache-2.0
 * What the lens `deals` is asked: solutions by name, how many rows, a filter,
 * a deal in hand. */
#include <ctype.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "lens/deals.h"

enum { TOP = 10, TOP_MOST = 1000 };

/* --- Solutions --- */

static const deal_concept *concept_named(const char *name, parley_diags *d,
                                         arena *mem) {
    const deal_concept *k = deal_concept_find(name);
    if (k) return k;
    diag_error(d, SPAN_NONE, "option/value",
               "--solutions: there is no solution \"%s\"", name);
    const char **names =
        ARENA_ARRAY(mem, const char *, (size_t)deal_concept_count);
    for (int i = 0; i < deal_concept_count; i++)
        names[i] = deal_concepts[i].name;
    const char *near = text_nearest(name, names, (size_t)deal_concept_count);
    if (near) diag_hint(d, "did you mean \"%s\"?", near);
    return NULL;
}

static void standard_concepts(deals_ask *ask, arena *mem) {
    ask->wanted =
        ARENA_ARRAY(mem, const deal_concept *, (size_t)deal_concept_count);
    for (int i = 0; i < deal_concept_count; i++)
        if (deal_concepts[i].standard)
            ask->wanted[ask->wanted_count++] = &deal_concepts[i];
}

/* "nash,egalitarian"; false with a diag where a name is unknown. */
static bool read_concepts(deals_ask *ask, const lens_request *q, arena *mem,
                          parley_diags *d) {
    const char *names = lens_value(q, "solutions");
    if (!names) {
        standard_concepts(ask, mem);
        return true;
    }
    ask->wanted = ARENA_ARRAY(mem, const deal_concept *, strlen(names) + 1);
    bool ok = true;
    while (*names) {
        size_t length = strcspn(names, ",");
        const deal_concept *k =
            concept_named(arena_text(mem, names, length), d, mem);
        if (k) ask->wanted[ask->wanted_count++] = k;
        ok = ok && k;
        names += length + (names[length] == ',');
    }
    return ok;
}

/* --- How much, and which --- */

static bool read_top(deals_ask *ask, const lens_request *q, parley_diags *d) {
    const char *text = lens_value(q, "top");
    int64_t value = TOP;
    bool ok = !text || number_int(text, &value);
    ask->top_given = text != NULL;
    ask->top = (int)value;
    if (ok && value >= 1 && value <= TOP_MOST) return true;
    return diag_error(d, SPAN_NONE, "option/value",
                      "--top: \"%s\" is not a whole number from 1 to %d", text,
                      TOP_MOST);
}

static bool read_filter(deals_ask *ask, const lens_request *q, arena *mem,
                        parley_diags *d) {
    const char *text = lens_value(q, "filter");
    if (!text) return true;
    const source_text *source = source_new(mem, "--filter", text, strlen(text));
    span at = {source, 0, source->size};
    ask->filter = expr_parse(source->bytes, at, q->c, mem, d);
    return ask->filter != NULL;
}

static bool read_epsilon(deals_ask *ask, const lens_request *q,
                         parley_diags *d) {
    const char *text = lens_value(q, "epsilon");
    if (!text) return true;
    const bool ok = number_double(text, &ask->epsilon);
    if (ok && ask->epsilon > 0 && ask->epsilon < 1) return true;
    return diag_error(d, SPAN_NONE, "option/value",
                      "--epsilon: \"%s\" is not between 0 and 1", text);
}

/* --- The deal in hand --- */

static const char *trimmed(const char *begin, const char *end, arena *mem) {
    while (begin < end && isspace((unsigned char)*begin))
        begin++;
    while (end > begin && isspace((unsigned char)end[-1]))
        end--;
    return arena_text(mem, begin, (size_t)(end - begin));
}

/* "issue=option" */
static bool read_term(int *outcome, const case_model *c, const char *term,
                      arena *mem, parley_diags *d) {
    const char *equals = strchr(term, '=');
    if (!equals)
        return diag_error(d, SPAN_NONE, "option/value",
                          "--from: \"%s\" is no proposal and no issue=option",
                          term);
    const char *name = trimmed(term, equals, mem);
    const char *option = trimmed(equals + 1, equals + strlen(equals), mem);
    const int j = case_issue_find(c, name);
    if (j < 0)
        return diag_error(d, SPAN_NONE, "option/value",
                          "--from: there is no issue \"%s\"", name);
    outcome[j] = case_option_find(&c->issues[j], option);
    if (outcome[j] >= 0) return true;
    return diag_error(d, SPAN_NONE, "option/value",
                      "--from: issue \"%s\" has no option \"%s\"", name,
                      option);
}

static bool read_terms(int *outcome, const case_model *c, const char *text,
                       arena *mem, parley_diags *d) {
    bool ok = true;
    while (*text) {
        const size_t length = strcspn(text, ",");
        ok = read_term(outcome, c, trimmed(text, text + length, mem), mem, d) &&
             ok;
        text += length + (text[length] == ',');
    }
    return ok;
}

/* The status quo with the terms of all phases. */
static void stand(int *outcome, const case_proposal *p) {
    for (int k = 0; k < p->phase_count; k++)
        for (int t = 0; t < p->phases[k].terms.count; t++) {
            const case_term *term = &p->phases[k].terms.items[t];
            outcome[term->issue] = term->options.items[0];
        }
}

static bool read_from(deals_ask *ask, const lens_request *q, arena *mem,
                      parley_diags *d) {
    const case_model *c = q->c;
    const char *text = lens_value(q, "from");
    if (!text) return true;
    int *outcome = ARENA_ARRAY(mem, int, (size_t)c->issue_count + 1);
    for (int j = 0; j < c->issue_count; j++)
        outcome[j] = c->issues[j].now;
    const int p = case_proposal_find(c, text);
    if (p >= 0)
        stand(outcome, &c->proposals[p]);
    else if (!read_terms(outcome, c, text, mem, d))
        return false;
    ask->from = outcome;
    for (int j = 0; j < c->issue_count; j++)
        if (outcome[j] < 0)
            return diag_error(d, SPAN_NONE, "option/value",
                              "--from: issue \"%s\" has no option there and no "
                              "status quo",
                              c->issues[j].id);
    return true;
}

bool deals_read(deals_ask *ask, const lens_request *q, arena *mem,
                parley_diags *d) {
    *ask = (deals_ask){0};
    bool ok = read_concepts(ask, q, mem, d);
    ok = read_top(ask, q, d) && ok;
    ok = read_epsilon(ask, q, d) && ok;
    ok = read_filter(ask, q, mem, d) && ok;
    return read_from(ask, q, mem, d) && ok;
}
