/* SPDX-License-Identifier: Apache-2.0
 *
 * What changed since an hour: new entries of the record, the log's statements
 * and answers among them; what each proposal's state was and is; and how far
 * each entry moved each proposal (advice/since.c).
 *
 * New is what is dated later. An entry without a date of its own is as old as
 * the case. Guarantees and terms are those of today on both sides: what they
 * move is not told apart, and where a guarantee is dated later the page says
 * so.
 */
#include "lens/brief.h"

static bool is_new(const case_entry *e, moment at) {
    return e->date.given && !e->undated && !e->draft &&
           e->date.seconds > time_end(at);
}

/* By date; of one date as they stand in the record. */
static int_list new_entries(const case_model *c, moment at, arena *mem) {
    int *items = ARENA_ARRAY(mem, int, (size_t)c->record_count + 1);
    int count = 0;
    for (int i = 0; i < c->record_count; i++) {
        if (!is_new(&c->record[i], at)) continue;
        int place = count++;
        int64_t when = c->record[i].date.seconds;
        for (; place > 0 && c->record[items[place - 1]].date.seconds > when;
             place--)
            items[place] = items[place - 1];
        items[place] = i;
    }
    return (int_list){items, count};
}

/* Those of which the sampler knows. */
static int_list that_speak(const belief *b, int_list entries, arena *mem) {
    int_list carriers = belief_carriers(b, mem);
    int *items = ARENA_ARRAY(mem, int, (size_t)entries.count + 1);
    int count = 0;
    for (int i = 0; i < entries.count; i++)
        if (case_list_has(carriers, entries.items[i]))
            items[count++] = entries.items[i];
    return (int_list){items, count};
}

static bool any_guarantee(const case_model *c, moment at) {
    for (int i = 0; i < c->proposal_count; i++)
        for (int j = 0; j < c->proposals[i].guarantee_count; j++) {
            moment date = c->proposals[i].guarantees[j].date;
            if (date.given && date.seconds > time_end(at)) return true;
        }
    return false;
}

bool brief_read_since(moment *at, const lens_request *q, parley_diags *d) {
    const char *text = lens_value(q, "since");
    *at = (moment){.given = false};
    if (!text || time_parse(text, at)) return true;
    (void)diag_error(d, SPAN_NONE, "option/value",
                     "--since: \"%s\" is not a time", text);
    diag_hint(d, "write 2014-07-24 or 2014-07-24T18:00+03:00");
    return false;
}

parley_status brief_find_since(brief_answer *a, const lens_request *q,
                               moment at, arena *mem, parley_diags *d) {
    if (!at.given) return PARLEY_OK;
    brief_since *s = ARENA_NEW(mem, brief_since);
    const belief *b = a->plans->main.belief;
    s->at = at;
    a->since = s;
    s->entries = new_entries(b->c, s->at, mem);
    s->then = talks_fold(q, s->at, mem);
    s->now = a->talks;
    s->guarantees = any_guarantee(b->c, s->at);
    return advice_move(&s->moved, b, that_speak(b, s->entries, mem), mem, d);
}
