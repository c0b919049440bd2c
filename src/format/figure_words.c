/* SPDX-License-Identifier: Apache-2.0
 * How wide text is, and where it breaks. Which font a reader has is not known
 * here, so widths are those of a wide one (in hundredths of the type size):
 * what fits with them fits everywhere. */
#include <string.h>

#include "base/text.h"
#include "format/figure.h"

enum { FIRST = 0x20, LAST = 0x7e, OTHER = 66 };
#define TYPE_SIZE 13.0

static const unsigned char widths[LAST - FIRST + 1] = {
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36,  32, 34, 64, 64, 64,
    64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63,
    57, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63,  61, 73, 68, 99, 69,
    61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35,  63, 63, 28, 28, 58,
    28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59,  52, 64, 34, 64, 84,
};

static double character_width(const char *bytes, size_t size, uint32_t c) {
    if (c >= FIRST && c <= LAST) return widths[c - FIRST] * TYPE_SIZE / 100;
    char one[5] = {0};
    memcpy(one, bytes, size < 4 ? size : 4);
    switch (text_width(one)) {
    case 0:
        return 0;
    case 1:
        return OTHER * TYPE_SIZE / 100;
    default:
        return TYPE_SIZE;
    }
}

double figure_measure(const char *text) {
    size_t size = strlen(text);
    double width = 0;
    for (size_t i = 0; i < size;) {
        uint32_t c;
        size_t step = text_decode(text + i, size - i, &c);
        width += character_width(text + i, step, c);
        i += step;
    }
    return width;
}

/* Bytes of the next line: as far as the last break that fits, or else as many
 * characters as fit, and at least one. */
static size_t line_size(const char *text, size_t size, double room) {
    double width = 0;
    size_t at = 0, good = 0;
    while (at < size) {
        uint32_t c;
        size_t step = text_decode(text + at, size - at, &c);
        if (c == ' ') good = at;
        width += character_width(text + at, step, c);
        if (width > room && at > 0 && c != ' ') return good > 0 ? good : at;
        at += step;
        if (c == '-' && at > 1) good = at;
    }
    return size;
}

static const char *shortened(const char *line, double width, arena *mem) {
    static const char more[] = "\xe2\x80\xa6";
    size_t size = line_size(line, strlen(line), width - figure_measure(more));
    return arena_format(mem, "%s%s", arena_text(mem, line, size), more);
}

figure_words figure_wrap(const char *text, double width, size_t most,
                         arena *mem) {
    figure_words w = {ARENA_ARRAY(mem, const char *, most), 0, 0};
    size_t size = strlen(text);
    while (size > 0 && w.count < most) {
        size_t taken = line_size(text, size, width);
        const char *line = arena_text(mem, text, taken);
        while (taken < size && text[taken] == ' ')
            taken++;
        if (taken < size && w.count + 1 == most)
            line = shortened(arena_text(mem, text, size), width, mem);
        w.lines[w.count++] = line;
        double wide = figure_measure(line);
        if (wide > w.width) w.width = wide;
        text += taken;
        size -= taken;
    }
    return w;
}

/* --- Names --- */

size_t figure_index(const figure_names *names, const char *name) {
    size_t i = 0;
    while (i < names->count && !text_same(names->items[i], name))
        i++;
    return i;
}

size_t figure_name(figure_names *names, const char *name) {
    size_t i = figure_index(names, name);
    if (i == names->count) names->items[names->count++] = name;
    return i;
}

figure_names figure_labels(const doc_plot *p, bool series, arena *mem) {
    figure_names names = {ARENA_ARRAY(mem, const char *, p->mark_count + 1), 0};
    for (const doc_plot_node *n = p->first; n; n = n->next) {
        const char *name = series ? n->mark.series : n->mark.label;
        (void)figure_name(&names, text_or_empty(name));
    }
    return names;
}

const char *figure_hue(size_t series) {
    static const char *const hues[] = {"s0", "s1", "s2", "s3", "s4", "s5"};
    return hues[series % (sizeof hues / sizeof *hues)];
}
