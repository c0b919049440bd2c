/* SPDX-License-Identifier: Apache-2.0
 *
 * `parley unlock CASE PROPOSAL`: what smallest change would make all accept?
 *
 * The search is src/advice/unlock.c. What is printed of a set was measured
 * once more on fresh draws (seed + 1): the best of many noisy shares is too
 * good on the draws it was chosen by. Beside it stands the same with no record
 * at all and without the analyst's assumptions.
 *
 * "Ask X to approach P" has no effect in the model, which knows nothing of
 * persuasion: it is listed apart, along influence that is on record, with the
 * share that would be left to gain if P said yes.
 *
 * Edge cases: with a single draw there is nothing to measure again. A target
 * that no set reaches is said to be out of reach, beside the best there is. */
#include "lens/unlock_lens.h"

#include <math.h>

#include "base/number.h"

enum { CHANGES = 3 };

/* --- Who could carry it --- */

static void find_envoys(unlock_page *p, const case_model *c,
                        const record_network *n, arena *mem) {
    unlock_approaches all = unlock_approaches_find(c, mem);
    unlock_envoy *envoys =
        ARENA_ARRAY(mem, unlock_envoy, (size_t)all.count + 1);
    for (int i = 0; i < all.count; i++)
        envoys[i] = (unlock_envoy){
            all.items[i],
            record_route_from_lead(c, n, all.items[i].actor, mem)};
    p->envoys = envoys;
    p->envoy_count = all.count;
}

/* --- Sets to show --- */

static bool same_set(const unlock_set *a, const unlock_set *b) {
    if (a->count != b->count) return false;
    for (int i = 0; i < a->count; i++)
        if (a->changes[i] != b->changes[i]) return false;
    return true;
}

static int place_of(unlock_page *p, const unlock_set **sets,
                    const unlock_set *set) {
    if (!set) return -1;
    for (int i = 0; i < p->count; i++)
        if (same_set(sets[i], set)) return i;
    sets[p->count] = set;
    return p->count++;
}

static void choose_sets(unlock_page *p, arena *mem) {
    const unlock_answer *a = p->found;
    const unlock_set **sets =
        ARENA_ARRAY(mem, const unlock_set *, (size_t)a->set_count + 3);
    sets[p->count++] = &a->base;
    for (int i = 0; i < a->set_count; i++)
        sets[p->count++] = &a->sets[i];
    p->listed = a->set_count;
    p->target_at = place_of(p, sets, a->target);
    p->best_at = place_of(p, sets, a->best);
    p->sets = sets;
}

static const unlock_effect *measure(const unlock_page *p,
                                    const plans_view *view, arena *mem) {
    const char *id = p->found->proposal->id;
    return unlock_measure(p->sets, p->count, view->belief, view->setup,
                          case_proposal_find(view->belief->c, id), mem);
}

static parley_status draw_afresh(unlock_page *p, const plans_view *main,
                                 arena *mem) {
    p->fresh = main;
    if (main->belief->single) return PARLEY_OK;
    plans_view *fresh = ARENA_NEW(mem, plans_view);
    belief_ask again = main->belief->ask;
    again.seed++;
    /* what would be wrong with these was said of the first */
    parley_status status =
        belief_sample(&fresh->belief, main->belief->c, &again, mem, NULL);
    if (status != PARLEY_OK) return status;
    fresh->setup =
        plan_setup_new(fresh->belief->c, fresh->belief->evidence, mem, NULL);
    p->fresh = fresh;
    return fresh->setup ? PARLEY_OK : PARLEY_ELIMIT;
}

parley_status unlock_look(const unlock_page **out, const unlock_ask *ask,
                          const record_network *n, const plans_answer *views,
                          arena *mem, parley_diags *d) {
    unlock_page *p = ARENA_NEW(mem, unlock_page);
    p->target = ask->target;
    parley_status status = unlock_find(&p->found, ask, mem, d);
    if (status == PARLEY_OK) status = draw_afresh(p, &views->main, mem);
    if (status != PARLEY_OK) return status;
    choose_sets(p, mem);
    p->effects = measure(p, p->fresh, mem);
    if (!views->main.belief->single) {
        p->bare = measure(p, &views->bare, mem);
        p->sourced = measure(p, &views->sourced, mem);
    }
    find_envoys(p, ask->belief->c, n, mem);
    *out = p;
    return PARLEY_OK;
}

/* --- The lens --- */

static bool read_changes(const lens_request *q, int *most, parley_diags *d) {
    const char *text = lens_value(q, "changes");
    int64_t value = CHANGES;
    bool ok = !text || number_int(text, &value);
    *most = (int)value;
    if (ok && value >= 1 && value <= UNLOCK_CHANGES_MOST) return true;
    return diag_error(d, SPAN_NONE, "option/value",
                      "--changes: \"%s\" is not a whole number from 1 to %d",
                      text, UNLOCK_CHANGES_MOST);
}

static bool read_target(const lens_request *q, double *target,
                        parley_diags *d) {
    const char *text = lens_value(q, "target");
    *target = NAN;
    if (!text) return true;
    if (number_double(text, target) && *target > 0 && *target <= 1) return true;
    return diag_error(d, SPAN_NONE, "option/value",
                      "--target: \"%s\" is not a share above 0 and at most 1",
                      text);
}

typedef struct answer {
    plans_answer views;
    const unlock_page *page;
} answer;

static parley_status run(const void **out, const lens_request *q, arena *mem,
                         parley_diags *d) {
    answer *a = ARENA_NEW(mem, answer);
    unlock_ask ask = {.proposal =
                          case_proposal_find(q->c, q->operands.items[0])};
    bool ok = read_changes(q, &ask.changes_most, d);
    ok = read_target(q, &ask.target, d) && ok;
    if (!ok) return PARLEY_EINPUT;
    parley_status status = plans_look(&a->views, q, mem, d);
    if (status != PARLEY_OK) return status;
    ask.belief = a->views.main.belief;
    ask.setup = a->views.main.setup;
    status = unlock_look(&a->page, &ask, record_network_build(q->c, mem),
                         &a->views, mem, d);
    *out = a;
    return status;
}

static void describe(doc *to, const lens_request *q, const void *found) {
    const answer *a = found;
    unlock_put(to, q->c, a->page);
    unlock_say(to, q->c, a->page);
}

static const lens_option options[] = {
    {"changes", "N", "sets of at most N changes, 1 to 6 (3)"},
    {"target", "SHARE", "the cheapest set that all accept in this share"},
};

extern const lens unlock_lens;
const lens unlock_lens = {
    .name = "unlock",
    .question = "what smallest change would make all accept?",
    .operands = "PROPOSAL",
    .operands_least = 1,
    .operands_most = 1,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
    .describe = describe,
};
