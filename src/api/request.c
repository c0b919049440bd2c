/* SPDX-License-Identifier: Apache-2.0
 * From option texts to a request. The options that every lens takes stand in
 * one table, from which help is written too. What --for hides is as if it did
 * not exist: names are looked up in the case as the viewer sees it, so that
 * not even a hint shows what is hidden. */
#include <inttypes.h>
#include <string.h>

#include "api/api.h"
#include "base/number.h"
#include "base/text.h"
#include "base/threads.h"
#include "case/what_if.h"
#include "process/draft.h"

enum { MOST_DRAWS = 10000000, MOST_THREADS = 64, USUAL_DRAWS = 4000 };

typedef struct reading {
    lens_request *q;
    const api_question *asked;
    arena *mem;
    parley_diags *d;
} reading;

/* --- Values --- */

static bool bad_number(const reading *r, const char *name, const char *value,
                       int64_t least, int64_t most) {
    return diag_error(r->d, SPAN_NONE, "option/value",
                      "--%s: \"%s\" is not a whole number from %" PRId64
                      " to %" PRId64,
                      name, value, least, most);
}

static bool read_seed(reading *r, const char *value) {
    int64_t n;
    if (!number_int(value, &n) || n < 0)
        return bad_number(r, "seed", value, 0, INT64_MAX);
    r->q->seed = (uint64_t)n;
    return true;
}

static bool read_draws(reading *r, const char *value) {
    int64_t n;
    if (!number_int(value, &n) || n < 1 || n > MOST_DRAWS)
        return bad_number(r, "draws", value, 1, MOST_DRAWS);
    r->q->draws = (int)n;
    return true;
}

static bool read_threads(reading *r, const char *value) {
    int64_t n;
    if (!number_int(value, &n) || n < 1 || n > MOST_THREADS)
        return bad_number(r, "threads", value, 1, MOST_THREADS);
    r->q->threads = (int)n;
    return true;
}

static bool read_at(reading *r, const char *value) {
    if (time_parse(value, &r->q->selection.at)) return true;
    diag_error(r->d, SPAN_NONE, "option/value", "--at: \"%s\" is not a time",
               value);
    diag_hint(r->d, "write 2014-07-24 or 2014-07-24T18:00+03:00");
    return false;
}

static bool read_for(reading *r, const char *value) {
    const case_model *c = r->asked->model;
    r->q->selection.viewer = case_actor_find(c, value);
    if (r->q->selection.viewer >= 0) return true;
    diag_error(r->d, SPAN_NONE, "option/unknown-actor",
               "--for: the case has no actor \"%s\"", value);
    const char **ids =
        ARENA_ARRAY(r->mem, const char *, (size_t)c->actor_count);
    for (int i = 0; i < c->actor_count; i++)
        ids[i] = c->actors[i].id;
    diag_hint_names(r->d, value, ids, c->actor_count, r->mem);
    return false;
}

static void append(text_list *to, const char *value, arena *mem) {
    size_t count = (size_t)to->count;
    const char **items =
        arena_grow(mem, to->items, count, count + 1, sizeof *items);
    items[count] = value;
    *to = (text_list){items, (int)count + 1};
}

/* Entries are looked up once the viewer is known: see check_without. */
static bool read_without(reading *r, const char *value) {
    case_selection *s = &r->q->selection;
    if (text_same(value, "analyst")) {
        s->without_analyst = true;
        return true;
    }
    append(&s->without, value, r->mem);
    return true;
}

static bool read_what_if(reading *r, const char *value) {
    append(&r->q->what_if, value, r->mem);
    return true;
}

typedef struct setting {
    parley_option_info info;
    bool (*read)(reading *r, const char *value);
} setting;

static const setting settings[] = {
    {{"seed", "N", "where random numbers start (default 1)"}, read_seed},
    {{"draws", "N", "model draws where wants are inferred (default 4000)"},
     read_draws},
    {{"threads", "N", "never changes the answer (default: all processors)"},
     read_threads},
    {{"at", "TIME", "leave out what was said or done later"}, read_at},
    {{"without", "ID|analyst", "leave out an entry, or all assumptions"},
     read_without},
    {{"for", "ACTOR", "use only what this actor may see"}, read_for},
    {{"what-if", "PATH=VALUE", "as if the case said so: model/honour=0.9"},
     read_what_if},
};
enum { SETTINGS = sizeof settings / sizeof *settings };

size_t parley_option_count(void) { return SETTINGS; }

parley_option_info parley_option_get(size_t index) {
    return settings[index].info;
}

/* --- Names --- */

static const setting *find_setting(const char *name) {
    for (size_t i = 0; i < SETTINGS; i++)
        if (text_same(settings[i].info.name, name)) return &settings[i];
    return NULL;
}

static const lens_option *find_own(const lens *l, const char *name) {
    for (size_t i = 0; i < l->option_count; i++)
        if (text_same(l->options[i].name, name)) return &l->options[i];
    return NULL;
}

static bool unknown_option(const reading *r, const char *name) {
    const lens *l = r->asked->asked;
    diag_error(r->d, SPAN_NONE, "option/unknown", "%s has no option --%s",
               l->name, name);
    size_t count = SETTINGS + l->option_count;
    const char **names = ARENA_ARRAY(r->mem, const char *, count);
    for (size_t i = 0; i < SETTINGS; i++)
        names[i] = settings[i].info.name;
    for (size_t i = 0; i < l->option_count; i++)
        names[SETTINGS + i] = l->options[i].name;
    diag_hint_names(r->d, name, names, (int)count, r->mem);
    return false;
}

static bool check_value(const reading *r, const parley_option_info *info,
                        const char *value) {
    bool given = value && *value;
    if (given == (info->value != NULL)) return true;
    if (given)
        return diag_error(r->d, SPAN_NONE, "option/value",
                          "--%s takes no value", info->name);
    return diag_error(r->d, SPAN_NONE, "option/value", "--%s needs a value: %s",
                      info->name, info->value);
}

static void keep_own(reading *r, parley_option option) {
    size_t count = r->q->option_count;
    parley_option *kept =
        arena_grow(r->mem, r->q->options, count, count + 1, sizeof *kept);
    kept[count] = option;
    r->q->options = kept;
    r->q->option_count = count + 1;
}

static bool read_option(reading *r, parley_option option) {
    if (text_same(option.name, "operand")) {
        append(&r->q->operands, option.value ? option.value : "", r->mem);
        return true;
    }
    const setting *s = find_setting(option.name);
    if (s)
        return check_value(r, &s->info, option.value) &&
               s->read(r, option.value);
    const lens_option *own = find_own(r->asked->asked, option.name);
    if (!own) return unknown_option(r, option.name);
    if (!check_value(r, own, option.value)) return false;
    keep_own(r, option);
    return true;
}

/* --- What if --- */

/* What is hidden could be told from what a change says of it; and the log
 * knows actors, issues and proposals by their place in the case. */
static bool check_what_if(const reading *r) {
    static const char *const kept[] = {"parties", "others", "people",
                                       "sources", "issues", "proposals"};
    const text_list all = r->q->what_if;
    if (all.count > 0 && r->q->selection.viewer >= 0)
        return diag_error(r->d, SPAN_NONE, "option/what-if",
                          "--what-if and --for don't go together");
    bool ok = true;
    for (int i = 0; r->asked->log.count > 0 && i < all.count; i++) {
        const char *keys = all.items[i] + strspn(all.items[i], " ");
        size_t size = strcspn(keys, "/= ");
        bool deeper = text_begins(keys, "proposals/") &&
                      strchr(keys + strlen("proposals/"), '/');
        for (size_t f = 0; f < sizeof kept / sizeof *kept; f++)
            if (!deeper && strlen(kept[f]) == size &&
                strncmp(kept[f], keys, size) == 0)
                ok = diag_error(r->d, SPAN_NONE, "option/what-if",
                                "--what-if %s: the log of the talks names "
                                "%s, so they stay",
                                all.items[i], kept[f]);
    }
    return ok;
}

/* --- What needs the case as it will be seen --- */

static bool check_without(const reading *r) {
    const case_model *c = r->q->whole;
    bool ok = true;
    for (int i = 0; i < r->q->selection.without.count; i++) {
        const char *id = r->q->selection.without.items[i];
        if (case_entry_find(c, id) >= 0) continue;
        ok = diag_error(r->d, SPAN_NONE, "option/unknown-entry",
                        "--without: the record has no entry \"%s\"", id);
        const char **ids =
            ARENA_ARRAY(r->mem, const char *, (size_t)c->record_count);
        for (int j = 0; j < c->record_count; j++)
            ids[j] = c->record[j].id;
        diag_hint_names(r->d, id, ids, c->record_count, r->mem);
    }
    return ok;
}

static void hint_proposals(const reading *r, const char *word) {
    const case_model *c = r->q->c;
    const char **ids =
        ARENA_ARRAY(r->mem, const char *, (size_t)c->proposal_count);
    for (int i = 0; i < c->proposal_count; i++)
        ids[i] = c->proposals[i].id;
    diag_hint_names(r->d, word, ids, c->proposal_count, r->mem);
}

/* An option of several words, of which a shell has handed over the first. */
static void hint_words(const reading *r) {
    for (size_t i = 0; i < r->asked->option_count; i++) {
        const parley_option *o = &r->asked->options[i];
        const lens_option *info = find_own(r->asked->asked, o->name);
        if (!info || !info->value || !strchr(info->value, ' ') ||
            strchr(o->value, ' '))
            continue;
        const char *all = o->value;
        for (int k = 0; k < r->q->operands.count; k++)
            all = arena_format(r->mem, "%s %s", all, r->q->operands.items[k]);
        diag_hint(r->d,
                  "one option takes all these words, in quotes: "
                  "--%s \"%s\"",
                  o->name, all);
        return;
    }
}

static bool check_operand_count(const reading *r) {
    const lens *l = r->asked->asked;
    size_t count = (size_t)r->q->operands.count;
    if (count > l->operands_most) {
        diag_error(r->d, SPAN_NONE, "option/operands",
                   l->operands_most == 0 ? "%s takes nothing after the case"
                                         : "%s takes no more than %zu names",
                   l->name, l->operands_most);
        hint_words(r);
        return false;
    }
    if (count >= l->operands_least) return true;
    diag_error(r->d, SPAN_NONE, "option/operands", "%s needs %s after the case",
               l->name, l->operands);
    if (strstr(l->operands, "PROPOSAL")) hint_proposals(r, "");
    return false;
}

static bool check_proposals(const reading *r) {
    bool ok = true;
    if (!strstr(r->asked->asked->operands, "PROPOSAL")) return true;
    for (int i = 0; i < r->q->operands.count; i++) {
        const char *id = r->q->operands.items[i];
        if (case_proposal_find(r->q->c, id) >= 0) continue;
        ok = diag_error(r->d, SPAN_NONE, "option/unknown-proposal",
                        "the case has no proposal \"%s\"", id);
        hint_proposals(r, id);
    }
    return ok;
}

static void select_case(const reading *r) {
    lens_request *q = r->q;
    q->log = r->asked->log;
    case_selection seen = q->selection;
    seen.hidden = q->selection.hidden =
        process_unknown(q->full, &q->log, seen.viewer, seen.at, r->mem);
    seen.without = (text_list){NULL, 0};
    seen.without_analyst = false;
    q->whole = case_select(q->full, seen, r->mem);
    bool same =
        q->selection.without.count == 0 && !q->selection.without_analyst;
    q->c = same ? q->whole : case_select(q->full, q->selection, r->mem);
    process_sight sight = {q->full, q->c, seen.viewer, seen.at};
    q->seen = process_view(q->log.events, q->log.count, &sight, r->mem);
}

parley_status api_request(lens_request *out, const api_question *asked,
                          arena *mem, parley_diags *d) {
    *out =
        (lens_request){.seed = 1, .draws = USUAL_DRAWS, .selection.viewer = -1};
    reading r = {out, asked, mem, d};
    bool ok = true;
    for (size_t i = 0; i < asked->option_count; i++)
        if (!read_option(&r, asked->options[i])) ok = false;
    if (!ok) return PARLEY_EUSAGE;
    if (out->threads == 0) out->threads = threads_available();
    if (!check_what_if(&r)) return PARLEY_EUSAGE;
    out->full = asked->model;
    if (out->what_if.count > 0 &&
        !case_what_if(&out->full, asked->model, out->what_if, mem, d))
        return PARLEY_EINPUT;
    select_case(&r);
    ok = check_without(&r);
    ok = check_operand_count(&r) && check_proposals(&r) && ok;
    return ok ? PARLEY_OK : PARLEY_EUSAGE;
}
