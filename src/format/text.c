/* SPDX-License-Identifier: Apache-2.0
 * A doc for the terminal: headings underlined by their level, paragraphs and
 * cells wrapped at the width, plots drawn with characters. Colour only adds:
 * without it nothing is lost. */
#include "format/page.h"

#include <string.h>

#include "base/text.h"
#include "format/writers.h"

enum { LEAST_WIDTH = 20, USUAL_WIDTH = 80, MOST_WIDTH = 400 };

void page_paragraph(const page *p, const char *first, flow *f) {
    size_t indent = text_width(first);
    flow_wrap(f, p->width > indent ? p->width - indent : 1, 0, p->mem);
    for (size_t i = 0; i < f->line_count; i++) {
        if (i == 0)
            out_text(p->to, first);
        else
            out_repeat(p->to, " ", indent);
        flow_print(p->to, &f->lines[i], p->colour);
        out_text(p->to, "\n");
    }
}

void page_padded(const page *p, const char *text, size_t width, bool to_right) {
    const char *clean = flow_clean(text, p->mem);
    size_t shown = text_width(clean);
    size_t gap = shown < width ? width - shown : 0;
    if (to_right) out_repeat(p->to, " ", gap);
    out_text(p->to, clean);
    if (!to_right) out_repeat(p->to, " ", gap);
}

void page_toned(const page *p, doc_tone tone, const char *text) {
    flow_tone_begin(p->to, tone, p->colour);
    out_text(p->to, flow_clean(text, p->mem));
    flow_tone_end(p->to, tone, p->colour);
}

/* Level 1 is the title. */
static void write_heading(const page *p, const char *heading, int level) {
    flow *f = flow_of_words(heading, DOC_STRONG, p->mem);
    page_paragraph(p, level > 2 ? "-- " : "", f);
    if (level > 2) return;
    size_t longest = 0;
    for (size_t i = 0; i < f->line_count; i++)
        if (f->lines[i].width > longest) longest = f->lines[i].width;
    out_repeat(p->to, level == 1 ? "=" : "-", longest);
    out_text(p->to, "\n");
}

void page_labelled(const page *p, const char *first, const char *label,
                   const doc_text *t, doc_tone tone) {
    doc_text *whole = ARENA_NEW(p->mem, doc_text);
    whole->mem = p->mem;
    whole->tone = t->tone;
    doc_toned(whole, tone, "%s ", label);
    whole->last->next = t->first;
    page_paragraph(p, first, flow_of(whole, p->mem));
}

static void write_blocks(const page *p, const doc_block *b, int level);

static void write_block(const page *p, const doc_block *b, int level) {
    switch (b->kind) {
    case DOC_BLOCK_SECTION:
        write_heading(p, b->heading, level);
        if (b->first && (level <= 2 || b->first->kind == DOC_BLOCK_SECTION))
            out_text(p->to, "\n");
        write_blocks(p, b->first, level + 1);
        break;
    case DOC_BLOCK_PARAGRAPH:
        page_paragraph(p, "", flow_of(b->text, p->mem));
        break;
    case DOC_BLOCK_BULLET:
        page_paragraph(p, "- ", flow_of(b->text, p->mem));
        break;
    case DOC_BLOCK_WARNING:
        page_labelled(p, "", "Warning:", b->text, DOC_BAD);
        break;
    case DOC_BLOCK_NOTE:
        page_labelled(p, "", "Note:", b->text, DOC_STRONG);
        break;
    case DOC_BLOCK_TABLE:
        page_table(p, b->table);
        break;
    case DOC_BLOCK_PLOT:
        page_plot(p, b->plot);
        break;
    }
}

/* Bullets in a row stand close; all else has an empty line between. */
static bool stand_close(const doc_block *a, const doc_block *b) {
    return a->kind == DOC_BLOCK_BULLET && b->kind == DOC_BLOCK_BULLET;
}

static void write_blocks(const page *p, const doc_block *b, int level) {
    for (b = doc_written(b); b;) {
        const doc_block *next = doc_written(b->next);
        arena_place place = arena_mark(p->mem);
        write_block(p, b, level);
        arena_back(p->mem, place);
        if (next && !stand_close(b, next)) out_text(p->to, "\n");
        b = next;
    }
}

void format_text(out_stream *to, const doc *d, const format_style *style,
                 arena *mem) {
    size_t width = style->width ? style->width : USUAL_WIDTH;
    if (width < LEAST_WIDTH) width = LEAST_WIDTH;
    if (width > MOST_WIDTH) width = MOST_WIDTH;
    page whole = {to, width, style->colour, mem};
    if (doc_title_text(d)) {
        write_heading(&whole, doc_title_text(d), 1);
        if (doc_first(d)) out_text(to, "\n");
    }
    write_blocks(&whole, doc_first(d), 2);
}
