/* SPDX-License-Identifier: Apache-2.0
 * A text becomes atoms (pieces without a space in them), atoms become lines.
 * Atoms that follow each other without a space stay together, so a citation's
 * bracket never starts a line alone. Lines are filled greedily. A word wider
 * than the line is cut after a hyphen, or else between characters. */
#include "format/flow.h"

#include <string.h>

#include "base/text.h"

static void add_atom(flow *f, flow_atom a, arena *mem) {
    if (f->atom_count == f->room) {
        size_t room = f->room ? 2 * f->room : 16;
        f->atoms =
            arena_grow(mem, f->atoms, f->atom_count, room, sizeof *f->atoms);
        f->room = room;
    }
    f->atoms[f->atom_count++] = a;
}

/* C0 and C1 controls and DEL. */
static bool is_control(uint32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xfffd;
}

static const char *clean(const char *bytes, size_t size, arena *mem) {
    char *copy = arena_get(mem, 3 * size + 1);
    size_t used = 0;
    for (size_t i = 0; i < size;) {
        uint32_t c;
        size_t step = text_decode(bytes + i, size - i, &c);
        bool bad = is_control(c);
        memcpy(copy + used, bad ? "\xef\xbf\xbd" : bytes + i, bad ? 3 : step);
        used += bad ? 3 : step;
        i += step;
    }
    return copy;
}

const char *flow_clean(const char *text, arena *mem) {
    return clean(text, strlen(text), mem);
}

static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Adds a run's words; returns true if it ended with a space. */
static bool add_words(flow *f, const char *text, doc_tone tone, bool spaced,
                      arena *mem) {
    const char *p = text;
    while (*p) {
        if (is_space(*p)) {
            spaced = true;
            p++;
            continue;
        }
        size_t size = strcspn(p, " \n\t\r");
        const char *bytes = clean(p, size, mem);
        add_atom(f,
                 (flow_atom){bytes, strlen(bytes), text_width(bytes), tone,
                             spaced && f->atom_count > 0},
                 mem);
        spaced = false;
        p += size;
    }
    return spaced;
}

static const char *citation(const doc_run *r, arena *mem) {
    const char *begin =
        arena_format(mem, "%s%s%s", text_or_empty(r->id),
                     r->id && r->place ? ", " : "", text_or_empty(r->place));
    return begin;
}

static const doc_run *add_citations(flow *f, const doc_run *r, arena *mem) {
    const char *text = "[";
    const char *join = "";
    for (; r && r->kind == DOC_RUN_CITATION; r = r->next) {
        text = arena_format(mem, "%s%s%s", text, join, citation(r, mem));
        join = "; ";
    }
    text = arena_format(mem, "%s]", text);
    (void)add_words(f, text, DOC_MUTED, true, mem);
    return r;
}

/* Columns up to the hyphen after which an atom could be cut last. */
static size_t longest_piece(const flow_atom *a) {
    size_t longest = 0, from = 0;
    for (size_t i = 1; i <= a->size; i++) {
        if (i < a->size && a->bytes[i - 1] != '-') continue;
        size_t piece = i - from; /* bytes: never less than columns */
        if (piece > longest) longest = piece;
        from = i;
    }
    return longest < a->width ? longest : a->width;
}

static void measure(flow *f) {
    size_t word = 0;
    for (size_t i = 0; i < f->atom_count; i++) {
        const flow_atom *a = &f->atoms[i];
        f->natural += a->width + a->spaced;
        word = a->spaced ? a->width : word + a->width;
        if (word > f->longest) f->longest = word;
        size_t piece = longest_piece(a);
        if (piece > f->piece) f->piece = piece;
    }
}

flow *flow_of(const doc_text *t, arena *mem) {
    flow *f = ARENA_NEW(mem, flow);
    bool spaced = false;
    for (const doc_run *r = t ? t->first : NULL; r;) {
        if (r->kind == DOC_RUN_CITATION) {
            r = add_citations(f, r, mem);
            spaced = false;
            continue;
        }
        doc_tone tone = r->tone == DOC_PLAIN ? t->tone : r->tone;
        spaced = add_words(f, r->text, tone, spaced, mem);
        r = r->next;
    }
    measure(f);
    return f;
}

flow *flow_of_words(const char *words, doc_tone tone, arena *mem) {
    flow *f = ARENA_NEW(mem, flow);
    (void)add_words(f, words, tone, false, mem);
    measure(f);
    return f;
}

/* --- Lines --- */

/* Bytes of `a` that fit into `width` columns, at least one character. A cut
 * after a hyphen is better than one that shows one letter more. */
static size_t fitting(const flow_atom *a, size_t width) {
    size_t used = 0, taken = 0, hyphen = 0;
    while (used < a->size) {
        uint32_t c;
        size_t step = text_decode(a->bytes + used, a->size - used, &c);
        char one[5] = {0};
        memcpy(one, a->bytes + used, step);
        size_t w = text_width(one);
        if (used > 0 && taken + w > width) break;
        taken += w;
        used += step;
        if (c == '-' && used > 1) hyphen = used;
    }
    return used < a->size && hyphen > 0 ? hyphen : used;
}

/* Cuts atoms wider than a line. */
static void cut_wide_atoms(flow *f, size_t width, arena *mem) {
    flow_atom *old = f->atoms;
    size_t count = f->atom_count;
    f->atoms = NULL;
    f->atom_count = f->room = 0;
    for (size_t i = 0; i < count; i++) {
        flow_atom rest = old[i];
        while (rest.width > width) {
            size_t size = fitting(&rest, width);
            if (size == rest.size) break;
            const char *head = arena_text(mem, rest.bytes, size);
            add_atom(f,
                     (flow_atom){head, size, text_width(head), rest.tone,
                                 rest.spaced},
                     mem);
            rest.bytes += size;
            rest.size -= size;
            rest.width = text_width(rest.bytes);
            rest.spaced = false;
        }
        add_atom(f, rest, mem);
    }
}

/* The end of the word that begins at atom i, and its width. */
static size_t word_end(const flow *f, size_t i, size_t *width) {
    *width = f->atoms[i].width;
    for (i++; i < f->atom_count && !f->atoms[i].spaced; i++)
        *width += f->atoms[i].width;
    return i;
}

static void fill_lines(flow *f, size_t width, size_t indent) {
    flow_line *line = &f->lines[0];
    *line = (flow_line){f->atoms, 0, 0};
    f->line_count = 1;
    for (size_t i = 0; i < f->atom_count;) {
        size_t word;
        size_t end = word_end(f, i, &word);
        /* Glued atoms wider than a line are broken between atoms. */
        if (word > width) {
            end = i + 1;
            word = f->atoms[i].width;
        }
        size_t gap = line->count > 0 && f->atoms[i].spaced;
        if (line->count > 0 && line->width + gap + word > width) {
            line = &f->lines[f->line_count++];
            width = f->line_count == 2 ? width - indent : width;
            *line = (flow_line){f->atoms + i, 0, 0};
            gap = 0;
        }
        line->count += end - i;
        line->width += gap + word;
        i = end;
    }
}

void flow_wrap(flow *f, size_t width, size_t indent, arena *mem) {
    if (width == 0) width = 1;
    if (indent >= width) indent = 0;
    if (f->longest > width - indent) cut_wide_atoms(f, width - indent, mem);
    f->lines = ARENA_ARRAY(mem, flow_line, f->atom_count + 1);
    fill_lines(f, width, indent);
}

/* --- Printing --- */

static const char *tone_code(doc_tone tone) {
    switch (tone) {
    case DOC_GOOD:
        return "\033[32m";
    case DOC_BAD:
        return "\033[31m";
    case DOC_MUTED:
        return "\033[2m";
    case DOC_STRONG:
        return "\033[1m";
    case DOC_PLAIN:
        break;
    }
    return NULL;
}

void flow_tone_begin(out_stream *to, doc_tone tone, bool colour) {
    const char *code = colour ? tone_code(tone) : NULL;
    if (code) out_text(to, code);
}

void flow_tone_end(out_stream *to, doc_tone tone, bool colour) {
    if (colour && tone != DOC_PLAIN) out_text(to, "\033[0m");
}

void flow_print(out_stream *to, const flow_line *line, bool colour) {
    for (size_t i = 0; i < line->count; i++) {
        const flow_atom *a = &line->atoms[i];
        if (i > 0 && a->spaced) out_text(to, " ");
        flow_tone_begin(to, a->tone, colour);
        out_bytes(to, a->bytes, a->size);
        flow_tone_end(to, a->tone, colour);
    }
}
