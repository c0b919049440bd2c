/* SPDX-License-Identifier: Apache-2.0
 *
 * What changed since, as data and in words.
 *
 * The data: `since` is null, or `at`; `entries` [id]; `states` [{`proposal`,
 * `from`, `to`, `date`, `version`, `supersedes`, `changes`}]; `events` (of the
 * log, seen by the viewer); `moved`
 * [{`proposal`, `then`, `now`, `steps` [{`entries` [id], `change`, `error`,
 * `common-draws`}]}]. `moved` is empty where plans can't be valued.
 */
#include <math.h>

#include "lens/brief.h"
#include "lens/entries.h"
#include "record/phrase.h"

enum { TOLD = 12 };
static const double small = 0.005; /* movements that are named */

/* --- Data --- */

static bool changed(const brief_since *s, int proposal) {
    return s->then.s->versions[proposal].stage !=
           s->now.s->versions[proposal].stage;
}

static void put_states(doc_value *in, const case_model *c,
                       const brief_since *s) {
    doc_value *list = doc_put_list(in, "states");
    for (int i = 0; i < c->proposal_count; i++) {
        if (!changed(s, i)) continue;
        const process_version *v = &s->now.s->versions[i];
        doc_value *to = doc_put_object(list, NULL);
        doc_put_text(to, "proposal", c->proposals[i].id);
        doc_put_text(to, "from",
                     process_stage_name(s->then.s->versions[i].stage));
        doc_put_text(to, "to", process_stage_name(v->stage));
        doc_put_text(to, "date",
                     time_print(zone_moment(v->z, v->since), in->mem));
        talks_put_version(to, c, i);
    }
}

static void put_steps(doc_value *in, const case_model *c, const brief_since *s,
                      int proposal) {
    doc_value *list = doc_put_list(in, "steps");
    for (int i = 0; i < s->moved->step_count; i++) {
        const advice_step *step = &s->moved->steps[i];
        doc_value *to = doc_put_object(list, NULL);
        entry_put_ids(to, "entries", c, step->entries);
        doc_put_number(to, "change", step->change[proposal]);
        doc_put_number(to, "error", step->error[proposal]);
        doc_put_bool(to, "common-draws", step->common);
    }
}

void brief_put_since(doc *to, const case_model *c, const brief_since *s) {
    doc_value *data = doc_data(to);
    if (!s) {
        doc_put_null(data, "since");
        return;
    }
    doc_value *in = doc_put_object(data, "since");
    doc_put_text(in, "at", time_print(s->at, in->mem));
    entry_put_ids(in, "entries", c, s->entries);
    put_states(in, c, s);
    doc_put_integer(in, "events", s->now.count - s->then.count);
    doc_value *moved = doc_put_list(in, "moved");
    for (int i = 0; i < c->proposal_count && s->moved->now; i++) {
        doc_value *one = doc_put_object(moved, NULL);
        doc_put_text(one, "proposal", c->proposals[i].id);
        doc_put_number(one, "then", s->moved->then[i]);
        doc_put_number(one, "now", s->moved->now[i]);
        put_steps(one, c, s, i);
    }
}

/* --- Words --- */

/* "Israel to the Palestinian Authority" */
static const char *between_of(const case_model *c, const case_entry *e,
                              arena *mem) {
    const char *text = "";
    for (int i = 0; i < e->between_count; i++)
        text = arena_format(mem, "%s%s%s", text, i > 0 ? " to " : "",
                            record_endpoint_print(c, e->between[i]));
    return text;
}

static void say_entry(doc *to, const case_model *c, int entry) {
    const case_entry *e = &c->record[entry];
    arena *mem = doc_arena(to);
    const char *about = record_about_print(c, e, e->about, mem);
    doc_text *t =
        doc_bullet(to, "%s, %s, %s", time_print(e->date, mem),
                   e->authored ? "proposal" : case_entry_kind_name(e->kind),
                   e->between_count > 0 ? between_of(c, e, mem)
                                        : record_speakers_print(c, e, mem));
    if (*about) doc_more(t, ": %s", about);
    if (e->gist) doc_more(t, "; %s", e->gist);
    entry_cite(t, c, entry, mem);
}

static void say_entries(doc *to, const case_model *c, const brief_since *s) {
    int first = s->entries.count > TOLD ? s->entries.count - TOLD : 0;
    if (s->entries.count == 0)
        (void)doc_say(to, "Nothing that is dated later stands in the record.");
    if (first > 0)
        (void)doc_bullet(to, "%d entries of the record before these", first);
    for (int i = first; i < s->entries.count; i++)
        say_entry(to, c, s->entries.items[i]);
}

/* It was put forward since, in place of another one. */
static bool is_new_version(const brief_since *s, int proposal) {
    return s->then.s->versions[proposal].stage == STAGE_NONE &&
           s->now.s->c->proposals[proposal].supersedes >= 0;
}

static void say_states(doc *to, const case_model *c, const brief_since *s) {
    arena *mem = doc_arena(to);
    for (int i = 0; i < c->proposal_count; i++) {
        const process_version *v = &s->now.s->versions[i];
        if (!changed(s, i)) continue;
        doc_text *t = doc_bullet(to, "%s", "");
        doc_strong(t, "%s", c->proposals[i].name);
        doc_more(t, ": %s, then %s, since %s%s",
                 process_stage_name(s->then.s->versions[i].stage),
                 process_stage_name(v->stage),
                 time_print(zone_moment(v->z, v->since), mem),
                 v->cause == PROCESS_BY_CLOCK ? " by the clock" : "");
        if (is_new_version(s, i)) doc_more(t, "; %s", talks_version(c, i, mem));
        if (v->cause < 0) continue;
        talks_cite(t, s->now.events[v->cause]);
    }
}

static void say_step(doc_text *t, const case_model *c, const advice_step *step,
                     int proposal) {
    int count = step->entries.count;
    doc_number(t, step->change[proposal], step->error[proposal], DOC_CHANGE);
    entry_cite(t, c, step->entries.items[count - 1], t->mem);
    if (count > 1) doc_more(t, " and the %d entries before it", count - 1);
}

static void say_moved(doc *to, const case_model *c, const brief_since *s,
                      int proposal) {
    const advice_since *m = s->moved;
    doc_text *t = doc_bullet(to, "%s", "");
    int named = 0;
    doc_strong(t, "%s", c->proposals[proposal].name);
    doc_more(t, ": all accept in ");
    doc_number(t, m->then[proposal], 0, DOC_SHARE);
    doc_more(t, " of draws then, in ");
    doc_number(t, m->now[proposal], 0, DOC_SHARE);
    doc_more(t, " now");
    for (int i = 0; i < m->step_count; i++) {
        if (fabs(m->steps[i].change[proposal]) < small) continue;
        doc_more(t, named++ ? "; " : ": ");
        say_step(t, c, &m->steps[i], proposal);
    }
    doc_more(t, ".");
}

static bool all_common(const advice_since *m) {
    for (int i = 0; i < m->step_count; i++)
        if (!m->steps[i].common) return false;
    return true;
}

void brief_say_since(doc *to, const case_model *c, const brief_answer *a) {
    const brief_since *s = a->since;
    if (!s) return;
    doc_section(to, "Since %s", time_print(s->at, doc_arena(to)));
    say_entries(to, c, s);
    say_states(to, c, s);
    if (s->now.count > s->then.count)
        (void)doc_bullet(to, "Events in the log: %d",
                         s->now.count - s->then.count);
    if (s->moved->now && s->moved->step_count > 0) {
        doc_say(to,
                "What moved each proposal, entry by entry in their order, "
                "movements of less than 0.005 left out%s:",
                all_common(s->moved)
                    ? ", on the same draws"
                    : "; where faces or rejections changed, or too few draws "
                      "were left, on draws of the same seed");
        for (int i = 0; i < a->table_count; i++) {
            const char *name = a->plans->rows[a->table[i]].name;
            say_moved(to, c, s, case_proposal_find(c, name));
        }
    }
    if (s->guarantees)
        doc_note(to, "Guarantees count as they stand now, then too.");
    doc_end(to);
}
