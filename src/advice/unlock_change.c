/* SPDX-License-Identifier: Apache-2.0
 * Changes to what a proposal says itself: another option on an issue, an issue
 * moved between terms and talks, a part granted now with the rest left to the
 * talks, what happens if the talks fail, how long a phase lasts.
 *
 * An option that the status quo has already is "left as it is": the term is
 * dropped. A part is an option between today's and the one that was to stand,
 * on an issue whose options lie on a line.
 *
 * Edge cases: an issue marked as an obligation (aid, medical evacuation, the
 * treatment of detainees) is never traded: no change touches it. Without
 * talks nothing can be left to them. Two changes that write the same are one;
 * a lever's price stands against a made-up one's. */
#include "advice/unlock_int.h"

#include <math.h>

/* --- The list --- */

void unlock_write_to(unlock_list *l, int slot, int value) {
    const int most = (int)(sizeof l->write / sizeof *l->write);
    for (int i = 0; i < l->writes; i++)
        if (l->write[i].slot == slot) {
            l->write[i].value = value;
            return;
        }
    if (l->writes < most) l->write[l->writes++] = (unlock_write){slot, value};
}

static bool writes(const unlock_change *c, unlock_write w) {
    for (int i = 0; i < c->write_count; i++)
        if (c->writes[i].slot == w.slot && c->writes[i].value == w.value)
            return true;
    return false;
}

static bool same_change(const unlock_change *a, const unlock_change *b) {
    if (a->write_count != b->write_count) return false;
    for (int i = 0; i < a->write_count; i++)
        if (!writes(b, a->writes[i])) return false;
    return true;
}

static void keep(unlock_list *l, unlock_change change) {
    for (int i = 0; i < l->count; i++)
        if (same_change(&l->items[i], &change)) {
            if (change.kind == UNLOCK_LEVER) l->items[i] = change;
            return;
        }
    if (l->count == UNLOCK_CANDIDATES_MOST) return;
    if (l->count == l->room) {
        int room = l->room ? 2 * l->room : 32;
        l->items = arena_grow(l->mem, l->items, (size_t)l->count, (size_t)room,
                              sizeof *l->items);
        l->room = room;
    }
    l->items[l->count++] = change;
}

void unlock_add(unlock_list *l, unlock_change change) {
    unlock_write *w = ARENA_ARRAY(l->mem, unlock_write, (size_t)l->writes + 1);
    for (int i = 0; i < l->writes; i++)
        if (l->f->base[l->write[i].slot] != l->write[i].value)
            w[change.write_count++] = l->write[i];
    l->writes = 0;
    change.writes = w;
    if (change.write_count > 0) keep(l, change);
}

/* --- Words --- */

static const char *phase_name(const unlock_list *l, int phase) {
    const char *name = l->f->proposal->phases[phase].name;
    return name ? name : "the phase";
}

static const char *issue_id(const unlock_list *l, int issue) {
    return l->f->c->issues[issue].id;
}

static const char *option_id(const unlock_list *l, int issue, int option) {
    return l->f->c->issues[issue].options[option];
}

/* --- Terms --- */

static bool on_agenda(const unlock_fields *f, int issue) {
    return f->talks && f->base[f->agenda + issue];
}

/* What stands before a phase begins. */
static int before(const unlock_fields *f, int phase, int issue) {
    int option = f->c->issues[issue].now;
    for (int k = 0; k < phase; k++)
        if (f->base[unlock_term(f, k, issue)] >= 0)
            option = f->base[unlock_term(f, k, issue)];
    return option;
}

static bool between(int option, int a, int b) {
    return (a < option && option < b) || (b < option && option < a);
}

static void put_term(unlock_list *l, int phase, int issue, int option) {
    bool drop = option == before(l->f, phase, issue);
    unlock_write_to(l, unlock_term(l->f, phase, issue), drop ? -1 : option);
}

static void list_option(unlock_list *l, int phase, int issue, int option) {
    const unlock_fields *f = l->f;
    bool last = phase == f->phase_count - 1;
    bool left = option == before(f, phase, issue);
    const char *rest =
        last && on_agenda(f, issue) ? "; the rest is left to the talks" : "";
    const char *what = arena_format(
        l->mem,
        left ? "%s stays %s when %s starts%s" : "%s is %s when %s starts%s",
        issue_id(l, issue), option_id(l, issue, option), phase_name(l, phase),
        rest);
    put_term(l, phase, issue, option);
    unlock_add(l, (unlock_change){.kind = *rest ? UNLOCK_PART : UNLOCK_TERM,
                                  .what = what,
                                  .cost = 1,
                                  .issue = issue,
                                  .entry = -1,
                                  .lever = -1});
}

static void list_part(unlock_list *l, int phase, int issue, int option) {
    unlock_write_to(l, unlock_term(l->f, phase, issue), option);
    unlock_write_to(l, l->f->agenda + issue, 1);
    const char *what = arena_format(
        l->mem, "%s is %s when %s starts; the rest is left to the talks",
        issue_id(l, issue), option_id(l, issue, option), phase_name(l, phase));
    unlock_add(l, (unlock_change){.kind = UNLOCK_PART,
                                  .what = what,
                                  .cost = 1,
                                  .issue = issue,
                                  .entry = -1,
                                  .lever = -1});
}

static int stands(const unlock_fields *f, int phase, int issue) {
    int term = f->base[unlock_term(f, phase, issue)];
    return term >= 0 ? term : before(f, phase, issue);
}

static void list_issue(unlock_list *l, int phase, int issue) {
    const unlock_fields *f = l->f;
    const case_issue *of = &f->c->issues[issue];
    bool last = phase == f->phase_count - 1;
    int now = stands(f, phase, issue);
    for (int o = 0; o < of->option_count; o++)
        if (o != now) list_option(l, phase, issue, o);
    if (!last || !f->talks || on_agenda(f, issue) || !of->scale) return;
    for (int o = 0; o < of->option_count; o++)
        if (between(o, before(f, phase, issue), now))
            list_part(l, phase, issue, o);
}

static bool is_free(const unlock_fields *f, int issue) {
    return !f->c->issues[issue].obligation;
}

void unlock_list_terms(unlock_list *l) {
    for (int k = 0; k < l->f->phase_count; k++)
        for (int j = 0; j < l->f->issue_count; j++)
            if (is_free(l->f, j)) list_issue(l, k, j);
}

/* --- Between terms and talks --- */

static void list_to_terms(unlock_list *l, int issue) {
    const unlock_fields *f = l->f;
    const int last = f->phase_count - 1;
    for (int o = 0; o < f->c->issues[issue].option_count; o++) {
        bool left = o == stands(f, last, issue);
        if (!left) put_term(l, last, issue, o);
        unlock_write_to(l, f->agenda + issue, 0);
        const char *what =
            arena_format(l->mem,
                         left ? "%s stays %s and is taken off the agenda%s"
                              : "%s is %s when %s starts, and off the agenda",
                         issue_id(l, issue), option_id(l, issue, o),
                         left ? "" : phase_name(l, last));
        unlock_add(l, (unlock_change){.kind = UNLOCK_TO_TERMS,
                                      .what = what,
                                      .cost = 1,
                                      .issue = issue,
                                      .entry = -1,
                                      .lever = -1});
    }
}

static void list_to_talks(unlock_list *l, int issue, bool drop) {
    const unlock_fields *f = l->f;
    bool settled = false;
    for (int k = 0; k < f->phase_count; k++)
        if (f->base[unlock_term(f, k, issue)] >= 0) {
            settled = true;
            if (drop) unlock_write_to(l, unlock_term(f, k, issue), -1);
        }
    if (drop && !settled) return;
    unlock_write_to(l, f->agenda + issue, 1);
    const char *what =
        arena_format(l->mem,
                     drop ? "%s is left to the talks instead of being settled"
                          : "%s is put on the agenda of the talks",
                     issue_id(l, issue));
    unlock_add(l, (unlock_change){.kind = UNLOCK_TO_TALKS,
                                  .what = what,
                                  .cost = 1,
                                  .issue = issue,
                                  .entry = -1,
                                  .lever = -1});
}

static void list_fail(unlock_list *l) {
    bool stay = !l->f->base[l->f->fail];
    unlock_write_to(l, l->f->fail, stay);
    unlock_add(l, (unlock_change){
                      .kind = UNLOCK_FAIL,
                      .what = stay ? "what the plan brought stays if the talks "
                                     "fail, instead of ending"
                                   : "what the plan brought ends if the talks "
                                     "fail, instead of staying",
                      .cost = 1,
                      .issue = -1,
                      .entry = -1,
                      .lever = -1});
}

void unlock_list_talks(unlock_list *l) {
    const unlock_fields *f = l->f;
    if (!f->talks) return;
    for (int j = 0; j < f->issue_count; j++) {
        if (!is_free(f, j)) continue;
        if (on_agenda(f, j)) {
            list_to_terms(l, j);
            continue;
        }
        list_to_talks(l, j, false);
        list_to_talks(l, j, true);
    }
    list_fail(l);
}

/* --- Durations --- */

static const double days_tried[] = {3, 7, 14, 30, 90};

static void list_duration(unlock_list *l, int phase, duration lasts) {
    unlock_fields *f = l->f;
    const char *was =
        time_duration_print(f->proposal->phases[phase].lasts, l->mem);
    const char *what =
        arena_format(l->mem, "%s lasts %s instead of %s", phase_name(l, phase),
                     time_duration_print(lasts, l->mem), was);
    unlock_write_to(l, f->lasts + phase, unlock_duration(f, lasts));
    unlock_add(l, (unlock_change){.kind = UNLOCK_LASTS,
                                  .what = what,
                                  .cost = 1,
                                  .issue = -1,
                                  .entry = -1,
                                  .lever = -1});
}

void unlock_list_lasts(unlock_list *l) {
    for (int k = 0; k < l->f->phase_count; k++) {
        for (size_t i = 0; i < sizeof days_tried / sizeof *days_tried; i++)
            list_duration(l, k, (duration){.days = days_tried[i]});
        if (k == l->f->phase_count - 1)
            list_duration(l, k, (duration){INFINITY, true, false});
    }
}
