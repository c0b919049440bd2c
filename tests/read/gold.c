/* SPDX-License-Identifier: Apache-2.0
 * Reads gold for read (tests/read/FORMAT.md): each line is an item, its fields
 * point at words of the report, either by byte offsets or by quoting them. A
 * quoted place is the first occurrence in the paragraph that `@N` chose, whole
 * words only; `~2` asks for the second. Mistakes are printed and counted, and
 * the rest of the file is still read. */
#include "read/gold.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

typedef struct reader {
    gold *g;
    int line, paragraph;
    size_t after; /* where the next piece is looked for */
    arena *mem;
} reader;

static void mistake(reader *r, const char *what, const char *words) {
    fprintf(stderr, "%s:%d: %s: %s\n", r->g->name, r->line, what, words);
    r->g->mistakes++;
}

static char *trim(char *text) {
    while (*text == ' ' || *text == '\t')
        text++;
    size_t size = strlen(text);
    while (size > 0 && isspace((unsigned char)text[size - 1]))
        size--;
    text[size] = '\0';
    return text;
}

/* Splits off what stands before `mark`; the rest goes to *rest, or NULL. */
static char *split(char *text, const char *mark, char **rest) {
    char *at = strstr(text, mark);
    *rest = NULL;
    if (at != NULL) {
        *at = '\0';
        *rest = at + strlen(mark);
    }
    return trim(text);
}

static bool blank_line(const source_text *t, size_t line) {
    size_t size;
    const char *bytes = source_line(t, line, &size);
    for (size_t i = 0; i < size; i++) {
        if (!isspace((unsigned char)bytes[i])) return false;
    }
    return true;
}

/* Byte range of a paragraph; empty when there is no such. */
static gold_range paragraph_range(const source_text *t, int wanted) {
    gold_range range = {0, 0};
    int seen = 0;
    bool before = true;
    for (size_t i = 0; i < t->line_count; i++) {
        bool blank = blank_line(t, i);
        if (!blank && before) seen++;
        if (!blank && seen == wanted) {
            size_t size;
            source_line(t, i, &size);
            if (before) range.begin = t->line_begin[i];
            range.end = t->line_begin[i] + size;
        }
        before = blank;
    }
    return range;
}

static bool in_word(unsigned char byte) {
    return isalnum(byte) || byte >= 0x80;
}

static bool at_boundaries(const source_text *t, size_t begin, size_t end) {
    const unsigned char *b = (const unsigned char *)t->bytes;
    bool left = begin == 0 || !in_word(b[begin - 1]) || !in_word(b[begin]);
    bool right = end >= t->size || !in_word(b[end]) || !in_word(b[end - 1]);
    /* curly quotation marks are bytes over 0x7f and still end a word */
    if (!left && b[begin - 1] >= 0x80) left = true;
    if (!right && b[end] >= 0x80) right = true;
    return left && right;
}

static bool find_words(const source_text *t, gold_range in, const char *words,
                       int nth, gold_range *out) {
    size_t size = strlen(words);
    if (size == 0) return false;
    for (size_t i = in.begin; i + size <= in.end; i++) {
        if (memcmp(t->bytes + i, words, size) != 0) continue;
        if (!at_boundaries(t, i, i + size) || --nth > 0) continue;
        *out = (gold_range){i, i + size};
        return true;
    }
    return false;
}

static bool offsets(const char *text, gold_range *out) {
    char *end;
    if (!isdigit((unsigned char)*text)) return false;
    out->begin = strtoul(text, &end, 10);
    if (*end != '-' || !isdigit((unsigned char)end[1])) return false;
    out->end = strtoul(end + 1, &end, 10);
    return *end == '\0';
}

/* `~2` at the end of the words; cut off. */
static int occurrence(char *words) {
    char *tilde = strrchr(words, '~');
    if (tilde == NULL || !isdigit((unsigned char)tilde[1])) return 1;
    *tilde = '\0';
    return atoi(tilde + 1);
}

static gold_range range_of(reader *r, char *text) {
    gold_range found = {0, 0};
    const source_text *t = r->g->report;
    if (offsets(text, &found)) {
        if (found.begin < found.end && found.end <= t->size) return found;
        mistake(r, "offsets outside the report", text);
        return (gold_range){0, 1};
    }
    int paragraph = r->paragraph;
    if (*text == '@') {
        paragraph = (int)strtol(text + 1, &text, 10);
        text = trim(text);
        r->after = 0;
    }
    gold_range in = paragraph_range(t, paragraph);
    if (in.begin < r->after) in.begin = r->after;
    char *last;
    char *shown = arena_copy(r->mem, text);
    char *first = split(text, " ... ", &last);
    int nth = occurrence(first);
    bool ok = find_words(t, in, first, nth, &found);
    if (ok && last != NULL) {
        gold_range end, rest = {found.end, in.end};
        last = trim(last);
        nth = occurrence(last);
        ok = find_words(t, rest, last, nth, &end);
        if (ok) found.end = end.end;
    }
    if (!ok) mistake(r, "not in this paragraph", shown);
    r->after = found.end;
    return ok ? found : (gold_range){0, 1};
}

static gold_range one(reader *r, char *text) {
    r->after = 0;
    return range_of(r, text);
}

static void add(reader *r, gold_list *to, gold_range range) {
    if (to->count == GOLD_MOST) {
        mistake(r, "too many", "");
        return;
    }
    to->items[to->count++] = range;
}

static void read_pieces(reader *r, gold_list *to, char *text) {
    r->after = 0;
    while (text != NULL) {
        char *rest;
        char *piece = split(text, " + ", &rest);
        add(r, to, range_of(r, piece));
        text = rest;
    }
}

static bool known(const char *word, const char *const *list) {
    for (; *list != NULL; list++) {
        if (strcmp(word, *list) == 0) return true;
    }
    return false;
}

static void read_stance(reader *r, gold_item *item, char *text) {
    static const char *const labels[] = {
        "accept",    "reject", "demand",          "require",
        "refuse",    "offer",  "propose",         "guarantee",
        "condition", "deny",   "decline-comment", NULL};
    char *holder;
    char *label = split(text, " ", &holder);
    gold_stance s = {{0}, false, false, {0, 0}};
    size_t size = strlen(label);
    if (size > 0 && label[size - 1] == '-') {
        s.negated = true;
        label[size - 1] = '\0';
    }
    if (!known(label, labels)) mistake(r, "no such stance", label);
    snprintf(s.label, sizeof s.label, "%s", label);
    if (holder != NULL) {
        s.has_holder = true;
        s.holder = one(r, trim(holder));
    }
    if (item->stance_count < GOLD_MOST) item->stances[item->stance_count++] = s;
}

static void read_field(reader *r, gold_item *item, char *field) {
    char *value;
    char *shown = arena_copy(r->mem, field);
    char *key = split(field, ":", &value);
    if (value == NULL) {
        mistake(r, "a field without a key", shown);
        return;
    }
    value = trim(value);
    if (strcmp(key, "stance") == 0) {
        read_stance(r, item, value);
    } else if (strcmp(key, "is") == 0) {
        item->is = one(r, value);
        item->has_is = true;
    } else if (strcmp(key, "via") == 0) {
        add(r, &item->via, one(r, value));
    } else if (strcmp(key, "who") == 0) {
        add(r, &item->who, one(r, value));
    } else if (strcmp(key, "with") == 0) {
        add(r, &item->with, one(r, value));
    } else if (strcmp(key, "place") == 0) {
        add(r, &item->place, one(r, value));
    } else {
        mistake(r, "no such key", shown);
    }
}

static char *next_field(reader *r, char **rest) {
    if (*rest == NULL) {
        mistake(r, "a field is missing", "");
        return arena_copy(r->mem, "0-1");
    }
    char *field = *rest;
    return split(field, " | ", rest);
}

static void read_item(reader *r, gold_item *item, char *text) {
    static const char *const kinds[] = {
        "meeting", "call", "visit", "message", "hosting", "shuttle", NULL};
    char *rest;
    char *what = split(text, " | ", &rest);
    item->line = r->line;
    item->contact = strcmp(what, "contact") == 0;
    if (!item->contact && strcmp(what, "say") != 0) {
        mistake(r, "neither say nor contact", what);
        return;
    }
    if (item->contact) {
        const char *kind = next_field(r, &rest);
        if (!known(kind, kinds)) mistake(r, "no such kind", kind);
        snprintf(item->kind, sizeof item->kind, "%s", kind);
        item->cue = one(r, next_field(r, &rest));
    } else {
        item->speaker = one(r, next_field(r, &rest));
        item->cue = one(r, next_field(r, &rest));
        read_pieces(r, &item->content, next_field(r, &rest));
    }
    while (rest != NULL)
        read_field(r, item, next_field(r, &rest));
    r->g->count++;
}

static void read_line(reader *r, char *text) {
    text = trim(text);
    if (*text == '\0' || *text == '#') return;
    if (*text == '@') {
        r->paragraph = atoi(text + 1);
        return;
    }
    read_item(r, &r->g->items[r->g->count], text);
}

gold *gold_read(const char *report, const char *path, arena *mem) {
    source_text *t, *lines;
    const size_t most = (size_t)1 << 24;
    if (!source_read(&t, report, most, mem, NULL) ||
        !source_read(&lines, path, most, mem, NULL)) {
        return NULL;
    }
    gold *g = ARENA_NEW(mem, gold);
    g->report = t;
    g->name = arena_copy(mem, path);
    g->items = ARENA_ARRAY(mem, gold_item, lines->line_count + 1);
    reader r = {.g = g, .paragraph = 1, .mem = mem};
    for (size_t i = 0; i < lines->line_count; i++) {
        size_t size;
        const char *bytes = source_line(lines, i, &size);
        r.line = (int)i + 1;
        read_line(&r, arena_text(mem, bytes, size));
    }
    return g;
}

/* --- Showing what the lines point at --- */

static void show_range(const gold *g, const char *key, gold_range range,
                       FILE *to) {
    fprintf(to, "  %-8s <%.*s>\n", key, (int)(range.end - range.begin),
            g->report->bytes + range.begin);
}

static void show_list(const gold *g, const char *key, const gold_list *list,
                      FILE *to) {
    for (int i = 0; i < list->count; i++) {
        show_range(g, key, list->items[i], to);
    }
}

void gold_show(const gold *g, FILE *to) {
    for (int i = 0; i < g->count; i++) {
        const gold_item *item = &g->items[i];
        fprintf(to, "%s:%d: %s\n", g->name, item->line,
                item->contact ? item->kind : "say");
        if (!item->contact) show_range(g, "speaker", item->speaker, to);
        show_range(g, "cue", item->cue, to);
        if (item->has_is) show_range(g, "is", item->is, to);
        show_list(g, "content", &item->content, to);
        show_list(g, "via", &item->via, to);
        show_list(g, "who", &item->who, to);
        show_list(g, "with", &item->with, to);
        show_list(g, "place", &item->place, to);
        for (int k = 0; k < item->stance_count; k++) {
            const gold_stance *s = &item->stances[k];
            fprintf(to, "  stance   %s%s\n", s->label, s->negated ? "-" : "");
            if (s->has_holder) show_range(g, "  holder", s->holder, to);
        }
    }
}
