/* SPDX-License-Identifier: Apache-2.0
 *
 * What GENIUS's own reader takes for XML, made into XML.
 *
 * About one in twenty of the files that come with GENIUS are refused by a
 * strict parser. Mended, each with a warning at its place: bytes that are not
 * UTF-8 (taken as Windows-1252 and written as UTF-8; no warning where the file
 * declares a Latin encoding), text before the declaration and declarations
 * after the beginning (blanked), a bare `&` (completed to `&amp;`), and
 * attributes without a blank between them. Inside comments nothing is mended.
 *
 * Lines stay what they were; what is added to a line is noted, so that columns
 * are those of the file. Columns of a file in Windows-1252 count characters,
 * as they do in an editor. */
#include <string.h>

#include "base/growing_text.h"
#include "base/text.h"
#include "scenario/xml.h"

/* --- Characters --- */

/* 0x80 to 0x9f; 0: none. Microsoft's table for code page 1252. */
static const uint16_t cp1252[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
    0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
    0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

static size_t encode(char *to, uint32_t ch) {
    if (ch < 0x800) {
        to[0] = (char)(0xc0 | ch >> 6);
        to[1] = (char)(0x80 | (ch & 0x3f));
        return 2;
    }
    to[0] = (char)(0xe0 | ch >> 12);
    to[1] = (char)(0x80 | (ch >> 6 & 0x3f));
    to[2] = (char)(0x80 | (ch & 0x3f));
    return 3;
}

static size_t encode_1252(char *to, unsigned char byte) {
    if (byte < 0x80) {
        *to = (char)byte;
        return 1;
    }
    uint32_t ch = byte;
    if (byte < 0xa0) ch = cp1252[byte - 0x80];
    return encode(to, ch ? ch : 0xfffd);
}

static bool declares_latin(const source_text *t) {
    size_t most = t->size < 200 ? t->size : 200;
    const char *at = memmem(t->bytes, most, "encoding=", 9);
    if (!at) return false;
    at += 10; /* past the quote */
    return strncasecmp(at, "iso-8859-1", 10) == 0 ||
           strncasecmp(at, "windows-1252", 12) == 0 ||
           strncasecmp(at, "cp1252", 6) == 0;
}

static const source_text *to_utf8(const source_text *t, arena *mem,
                                  parley_diags *d) {
    size_t bad = text_valid_utf8(t->bytes, t->size);
    if (bad == t->size) return t;
    char *bytes = ARENA_ARRAY(mem, char, 3 * t->size + 1);
    size_t size = 0, first = 0;
    for (size_t i = 0; i < t->size; i++) {
        if (i == bad) first = size;
        size += encode_1252(bytes + size, (unsigned char)t->bytes[i]);
    }
    const source_text *made = source_new(mem, t->name, bytes, size);
    if (!declares_latin(t))
        diag_warning(d, (span){made, first, first + 1},
                     "import/repaired-encoding",
                     "this is not UTF-8; the file is taken as Windows-1252");
    return made;
}

/* --- Marks --- */

typedef struct mending {
    const source_text *text;
    char *out;
    size_t size;
    xml_edit *edits;
    size_t edit_count, edit_room;
    arena *mem;
    parley_diags *d;
} mending;

static bool at_is(const source_text *t, size_t i, const char *what) {
    size_t size = strlen(what);
    return t->size - i >= size && memcmp(t->bytes + i, what, size) == 0;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void insert(mending *m, const char *what, size_t size) {
    if (m->edit_count == m->edit_room) {
        size_t room = 2 * m->edit_room + 16;
        m->edits =
            arena_grow(m->mem, m->edits, m->edit_room, room, sizeof *m->edits);
        m->edit_room = room;
    }
    memcpy(m->out + m->size, what, size);
    m->size += size;
    m->edits[m->edit_count++] = (xml_edit){m->size, size};
}

/* Copies up to `end`; with `blank` as blanks, but for the ends of lines. */
static void copy(mending *m, size_t *i, size_t end, bool blank) {
    for (; *i < end; (*i)++) {
        char c = m->text->bytes[*i];
        if (blank && !is_blank(c)) c = ' ';
        m->out[m->size++] = c;
    }
}

/* Past the next `what`, or the end of the text. */
static size_t past(const source_text *t, size_t from, const char *what) {
    const char *at =
        memmem(t->bytes + from, t->size - from, what, strlen(what));
    return at ? (size_t)(at - t->bytes) + strlen(what) : t->size;
}

/* "amp;", "#233;" ... : the `&` before it begins a reference. */
static bool is_reference(const source_text *t, size_t i) {
    size_t begin = i;
    if (i < t->size && t->bytes[i] == '#') i++;
    while (i < t->size && i - begin < 10 &&
           ((t->bytes[i] >= '0' && t->bytes[i] <= '9') ||
            (t->bytes[i] >= 'a' && t->bytes[i] <= 'z') ||
            (t->bytes[i] >= 'A' && t->bytes[i] <= 'Z')))
        i++;
    if (i == t->size || t->bytes[i] != ';') return false;
    if (t->bytes[begin] == '#') return i > begin + 1;
    static const char *const known[] = {"amp;", "lt;", "gt;", "quot;", "apos;"};
    for (int k = 0; k < 5; k++)
        if (at_is(t, begin, known[k])) return true;
    return false;
}

static void mend_ampersand(mending *m, size_t *i) {
    copy(m, i, *i + 1, false);
    if (is_reference(m->text, *i)) return;
    diag_warning(m->d, (span){m->text, *i - 1, *i}, "import/repaired-ampersand",
                 "a bare \"&\" is taken as \"&amp;\"");
    insert(m, "amp;", 4);
}

/* A quoted value, its quotes included; then the blank that is missing. */
static void mend_value(mending *m, size_t *i) {
    const source_text *t = m->text;
    const char quote = t->bytes[*i];
    copy(m, i, *i + 1, false);
    while (*i < t->size && t->bytes[*i] != quote && t->bytes[*i] != '<')
        if (t->bytes[*i] == '&')
            mend_ampersand(m, i);
        else
            copy(m, i, *i + 1, false);
    if (*i == t->size || t->bytes[*i] == '<') return;
    copy(m, i, *i + 1, false);
    if (*i == t->size || is_blank(t->bytes[*i]) ||
        strchr("/>?", t->bytes[*i]) != NULL)
        return;
    diag_warning(m->d, (span){t, *i, *i + 1}, "import/repaired-blank",
                 "a blank is missing between two attributes");
    insert(m, " ", 1);
}

static void mend_tag(mending *m, size_t *i) {
    const source_text *t = m->text;
    copy(m, i, *i + 1, false);
    while (*i < t->size && t->bytes[*i] != '>' && t->bytes[*i] != '<')
        if (t->bytes[*i] == '"' || t->bytes[*i] == '\'')
            mend_value(m, i);
        else
            copy(m, i, *i + 1, false);
}

/* The declaration may stand at the very beginning only. */
static void mend_declaration(mending *m, size_t *i, bool first) {
    size_t end = past(m->text, *i, "?>");
    bool fine = *i == 0 && first;
    if (!fine)
        diag_warning(m->d, (span){m->text, *i, end},
                     "import/repaired-declaration",
                     first ? "the XML declaration doesn't come first; it is "
                             "passed over"
                           : "a second XML declaration is passed over");
    copy(m, i, end, !fine);
}

static void mend_text(mending *m, size_t *i, bool inside) {
    const source_text *t = m->text;
    size_t begin = *i, end = *i;
    while (end < t->size && t->bytes[end] != '<')
        end++;
    if (inside) {
        while (*i < end)
            if (t->bytes[*i] == '&')
                mend_ampersand(m, i);
            else
                copy(m, i, *i + 1, false);
        return;
    }
    while (begin < end && is_blank(t->bytes[begin]))
        begin++;
    if (begin < end)
        diag_warning(m->d, (span){t, begin, end}, "import/repaired-text",
                     "text before the first element is passed over");
    copy(m, i, end, true);
}

/* Of an instruction or a document type, whose own markup stands in [ ]. */
static size_t end_of_markup(const source_text *t, size_t from) {
    size_t end = past(t, from, ">");
    bool inner = memchr(t->bytes + from, '[', end - from) != NULL;
    return inner ? past(t, from, "]>") : end;
}

static size_t mark_size(const source_text *t) {
    return t->size >= 3 && memcmp(t->bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

xml_mended xml_mend(const source_text *text, arena *mem, parley_diags *d) {
    text = to_utf8(text, mem, d);
    size_t bare = 0; /* every place where something may be added */
    for (size_t i = 0; i < text->size; i++)
        bare += strchr("&\"'", text->bytes[i]) != NULL;
    mending m = {.text = text, .mem = mem, .d = d};
    m.out = ARENA_ARRAY(mem, char, text->size + 4 * bare + 1);
    bool declared = false, inside = false;
    size_t i = 0;
    copy(&m, &i, mark_size(text), true);
    while (i < text->size) {
        if (at_is(text, i, "<?xml")) {
            mend_declaration(&m, &i, !declared);
            declared = true;
        } else if (at_is(text, i, "<!--")) {
            copy(&m, &i, past(text, i, "-->"), false);
        } else if (at_is(text, i, "<?") || at_is(text, i, "<!")) {
            copy(&m, &i, end_of_markup(text, i), false);
        } else if (text->bytes[i] == '<') {
            mend_tag(&m, &i);
            inside = true;
        } else {
            mend_text(&m, &i, inside);
        }
    }
    return (xml_mended){text, m.out, m.size, m.edits, m.edit_count};
}
