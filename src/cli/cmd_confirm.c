/* SPDX-License-Identifier: Apache-2.0
 * parley confirm CASE DRAFTS: takes drafts of `parley read` into the record of
 * a case, after a person has looked: one at a time with its words, to accept,
 * edit or drop. What is edited is tried on a copy of the case at once, so that
 * one sees what is wrong with it before accepting. --all and --only ID,... do
 * it without asking. What is decided leaves DRAFTS, and that is said, so that
 * one can stop and go on later; what the case refuses, and what still lacks
 * something, stays there. A source that the case lacks and
 * DRAFTS tells of is added with the first entry that rests on it. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/growing_text.h"
#include "base/source.h"
#include "base/text.h"
#include "cli/arguments.h"
#include "cli/ask.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/report.h"

static const parley_option_info known[] = {
    {"all", NULL, "accept every draft that lacks nothing"},
    {"only", "ID,...", "accept these drafts, ask nothing"},
};

typedef struct draft {
    const char *id, *kind, *speaker, *stance, *entry, *note, *missing;
    const char *words, *source;
    size_t begin, end; /* in the file */
    bool gone;
} draft;

typedef struct session {
    const char *case_path, *drafts_path, *only;
    bool all;
    source_text *file;
    parley_result *r;
    draft *drafts;
    size_t count;
    size_t accepted, dropped, refused;
    arena *mem;
} session;

/* --- What the drafts say --- */

static const char *text_of(const session *s, size_t i, const char *key) {
    parley_value v;
    const char *path = arena_format(s->mem, "drafts/%zu/%s", i, key);
    bool ok = parley_get(s->r, path, &v) == PARLEY_OK && v.kind == PARLEY_TEXT;
    return ok ? arena_copy(s->mem, v.text) : NULL;
}

static double number_of(const session *s, size_t i, const char *key) {
    parley_value v;
    const char *path = arena_format(s->mem, "drafts/%zu/%s", i, key);
    return parley_get(s->r, path, &v) == PARLEY_OK ? v.number : 0;
}

/* The texts of a list, joined; NULL if there are none. */
static const char *joined(const session *s, size_t i, const char *key,
                          const char *between) {
    const char *all = NULL;
    for (size_t k = 0;; k++) {
        const char *one = text_of(s, i, arena_format(s->mem, "%s/%zu", key, k));
        if (!one) return all;
        all = all ? arena_format(s->mem, "%s%s%s", all, between, one) : one;
    }
}

static void take_draft(session *s, size_t i) {
    draft *d = &s->drafts[i];
    d->id = text_of(s, i, "id");
    d->kind = text_of(s, i, "kind");
    d->speaker = text_of(s, i, "speaker");
    d->stance = text_of(s, i, "stance");
    d->entry = text_of(s, i, "entry");
    d->note = text_of(s, i, "note");
    d->words = joined(s, i, "words", " ... ");
    d->missing = joined(s, i, "missing", " and ");
    d->source = text_of(s, i, "source");
    d->begin = (size_t)number_of(s, i, "span/0");
    d->end = (size_t)number_of(s, i, "span/1");
}

static int load_drafts(session *s) {
    parley_diags *d = parley_diags_new(NULL);
    parley_status status = PARLEY_EIO;
    if (source_read(&s->file, s->drafts_path, (size_t)1 << 28, s->mem, d)) {
        parley_text text = {s->file->name, s->file->bytes, s->file->size};
        status = parley_drafts(&s->r, NULL, text, d);
    }
    report_problems(d, PARLEY_WARNING, s->mem);
    parley_diags_free(d);
    if (status != PARLEY_OK) return (int)exit_of(status);
    parley_value list;
    if (parley_get(s->r, "drafts", &list) != PARLEY_OK) return EXIT_INPUT;
    s->count = list.count;
    s->drafts = ARENA_ARRAY(s->mem, draft, s->count + 1);
    for (size_t i = 0; i < s->count; i++)
        take_draft(s, i);
    return EXIT_ANSWERED;
}

/* --- What is left of them --- */

static size_t line_begin(const source_text *t, size_t at) {
    while (at > 0 && t->bytes[at - 1] != '\n')
        at--;
    return at;
}

/* Where the next draft begins, or the list ends: after the lines that are
 * indented or blank. */
static size_t item_end(const source_text *t, size_t at) {
    const char *line = memchr(t->bytes + at, '\n', t->size - at);
    while (line) {
        size_t next = (size_t)(line - t->bytes) + 1;
        if (next >= t->size || !strchr(" \n\r", t->bytes[next])) return next;
        line = memchr(t->bytes + next, '\n', t->size - next);
    }
    return t->size;
}

/* The file without the drafts that are decided. */
static parley_status write_rest(void *subject, parley_sink to) {
    const session *s = subject;
    size_t at = 0, left = 0;
    for (size_t i = 0; i < s->count; i++)
        left += !s->drafts[i].gone;
    for (size_t i = 0; i < s->count; i++) {
        const draft *d = &s->drafts[i];
        if (!d->gone) continue;
        size_t begin = line_begin(s->file, d->begin);
        size_t end = item_end(s->file, d->begin);
        if (begin > at && !to.write(to.self, s->file->bytes + at, begin - at))
            return PARLEY_EIO;
        at = end;
    }
    if (left == 0 && at > 0 && !to.write(to.self, "  []\n", 5))
        return PARLEY_EIO;
    bool ok = at >= s->file->size ||
              to.write(to.self, s->file->bytes + at, s->file->size - at);
    return ok ? PARLEY_OK : PARLEY_EIO;
}

static int keep_rest(session *s) {
    if (s->accepted + s->dropped == 0) return EXIT_ANSWERED;
    if (text_same(s->drafts_path, "-")) return EXIT_ANSWERED;
    int code = output_write(s->drafts_path, &(written){write_rest, s}, s->mem);
    size_t decided = s->accepted + s->dropped;
    if (code == EXIT_ANSWERED) {
        (void)printf("%s: %zu taken out, %zu left\n", s->drafts_path, decided,
                     s->count - decided);
    }
    return code;
}

/* --- Deciding --- */

static bool has_problem(const parley_diags *d, const char *code) {
    for (size_t i = 0; i < parley_diags_count(d); i++)
        if (text_same(parley_diags_get(d, i)->code, code)) return true;
    return false;
}

static bool is_yaml(const char *entry) {
    size_t key = strcspn(entry, " \n");
    return strchr("{-", *entry) || (key > 0 && entry[key - 1] == ':');
}

/* Plain words mean an entry with the id, source and date of the draft, unless
 * they name others: they go before what the draft's entry holds. */
static const char *entry_of(const session *s, const draft *d,
                            const char *typed) {
    if (is_yaml(typed) || !d->entry || *d->entry != '{') return typed;
    growing_text b = {.mem = s->mem};
    growing_text_add(&b, "{words: '");
    for (const char *at = typed; *at; at++)
        growing_text_put(&b, *at == '\'' ? "''" : at, *at == '\'' ? 2 : 1);
    growing_text_add(&b, "', ");
    growing_text_add(&b, d->entry + 1);
    return b.bytes;
}

/* Adds the entry, and its source first where the case lacks that. */
static parley_status add_entry(const session *s, const char *path,
                               const draft *d, const char *typed,
                               parley_diags **problems) {
    const char *entry = entry_of(s, d, typed);
    parley_status status = parley_add(NULL, path, "record", entry, *problems);
    bool lacks = status == PARLEY_EINPUT && d->source &&
                 has_problem(*problems, "case/unknown-source");
    if (!lacks) return status;
    parley_diags_free(*problems);
    *problems = parley_diags_new(NULL);
    status = parley_add(NULL, path, "sources", d->source, *problems);
    if (status != PARLEY_OK) return status;
    if (path == s->case_path) {
        (void)printf("Added to sources: %s\n", d->source);
    }
    return parley_add(NULL, path, "record", entry, *problems);
}

static parley_status write_source(void *subject, parley_sink to) {
    const source_text *text = subject;
    bool ok = to.write(to.self, text->bytes, text->size);
    return ok ? PARLEY_OK : PARLEY_EIO;
}

/* Says what would be wrong with an edited entry: tries it on a copy of the
 * case. */
static void try_entry(const session *s, const draft *d, const char *entry) {
    enum { CASE_MOST = 1 << 24 };
    char path[] = "/tmp/parley-case-XXXXXX";
    int handle = mkstemp(path);
    if (handle < 0) return;
    (void)close(handle);
    parley_diags *problems = parley_diags_new(NULL);
    source_text *text;
    bool copied =
        source_read(&text, s->case_path, CASE_MOST, s->mem, problems) &&
        output_write(path, &(written){write_source, text}, s->mem) ==
            EXIT_ANSWERED;
    if (copied) (void)add_entry(s, path, d, entry, &problems);
    report_problems(problems, PARLEY_ERROR, s->mem);
    parley_diags_free(problems);
    (void)unlink(path);
}

static bool accept(session *s, draft *d, const char *entry) {
    parley_diags *problems = parley_diags_new(NULL);
    parley_status status = add_entry(s, s->case_path, d, entry, &problems);
    (void)fflush(stdout);
    bool done = status == PARLEY_OK;
    report_problems(problems, done ? PARLEY_NOTE : PARLEY_ERROR, s->mem);
    if (!done) {
        if (parley_diags_count(problems) == 0)
            say_error("%s", parley_status_text(status));
    }
    parley_diags_free(problems);
    if (!done) {
        s->refused++;
        return false;
    }
    d->gone = true;
    s->accepted++;
    return true;
}

static void show(const session *s, size_t i) {
    const draft *d = &s->drafts[i];
    (void)printf("\n%s (%zu of %zu): %s", d->id, i + 1, s->count, d->kind);
    if (d->speaker) (void)printf(", %s", d->speaker);
    if (d->stance) (void)printf(", %s", d->stance);
    if (d->words) (void)printf("\n  \"%s\"", d->words);
    (void)printf("\n  %s\n", d->entry);
    if (d->note) (void)printf("  note: %s\n", d->note);
    if (d->missing) (void)printf("  lacks %s\n", d->missing);
}

/* Asks about one draft. False: stop. */
static bool decide(session *s, size_t i) {
    draft *d = &s->drafts[i];
    const char *entry = d->entry;
    show(s, i);
    for (;;) {
        switch (
            ask_choice("accept, edit, drop, skip or quit? ", "aedsq", s->mem)) {
        case 'a':
            if (accept(s, d, entry)) return true;
            break;
        case 'e':
            entry = ask_edited(entry, s->mem);
            (void)printf("  %s\n", entry);
            try_entry(s, d, entry);
            break;
        case 'd':
            d->gone = true;
            s->dropped++;
            return true;
        case 's':
            return true;
        default:
            return false;
        }
    }
}

static bool is_listed(const char *list, const char *id) {
    size_t size = strlen(id);
    while (*list) {
        size_t item = strcspn(list, ",");
        if (item == size && strncmp(list, id, size) == 0) return true;
        list += item;
        list += *list == ',';
    }
    return false;
}

static int accept_listed(session *s) {
    size_t lacking = 0, asked = 0;
    for (size_t i = 0; i < s->count; i++) {
        draft *d = &s->drafts[i];
        if (!s->all && !is_listed(s->only, d->id)) continue;
        asked++;
        if (d->missing) {
            (void)fprintf(stderr, "parley: %s is left: it lacks %s\n", d->id,
                          d->missing);
            lacking++;
            continue;
        }
        (void)accept(s, d, d->entry);
    }
    if (asked == 0 && s->only) {
        say_error("no draft has one of these ids: %s", s->only);
        return EXIT_USAGE;
    }
    (void)printf("%zu accepted, %zu refused, %zu left as they lack something\n",
                 s->accepted, s->refused, lacking);
    return s->refused > 0 || (s->only && lacking > 0) ? EXIT_INPUT
                                                      : EXIT_ANSWERED;
}

static int accept_asked(session *s) {
    for (size_t i = 0; i < s->count; i++)
        if (!decide(s, i)) break;
    (void)printf("%zu accepted, %zu dropped, %zu left\n", s->accepted,
                 s->dropped, s->count - s->accepted - s->dropped);
    return EXIT_ANSWERED;
}

static int run(const arguments *a, arena *mem) {
    if (a->operand_count != 2) {
        say_error("confirm takes a case and the drafts that read wrote: "
                  "parley confirm CASE DRAFTS [--all] [--only ID,...]");
        return EXIT_USAGE;
    }
    session s = {.case_path = a->operands[0],
                 .drafts_path = a->operands[1],
                 .only = arguments_value(a, "only"),
                 .all = arguments_have(a, "all"),
                 .mem = mem};
    int code = load_drafts(&s);
    if (code == EXIT_ANSWERED) {
        code = s.all || s.only ? accept_listed(&s) : accept_asked(&s);
        int kept = keep_rest(&s);
        if (kept != EXIT_ANSWERED) code = kept;
    }
    parley_result_free(s.r);
    return code;
}

extern const command confirm_command;
const command confirm_command = {
    .name = "confirm",
    .usage = "CASE DRAFTS [--all] [--only ID,...]",
    .help = "take drafts into the record, one after the other",
    .example = "parley confirm dispute.yaml drafts.yaml --only post2-1",
    .own = OPTION_LIST(known),
    .run = run,
};
