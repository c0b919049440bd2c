/* SPDX-License-Identifier: Apache-2.0
 *
 * XML as a tree, read with expat.
 *
 * Elements and attributes only: no format read here says anything in text. The
 * text is mended first (repair.c), and given to expat as UTF-8 whatever it
 * declares. Entities of a file's own are refused, since they can grow without
 * bound; so is nesting beyond 100 and more than a million elements. The depth
 * bounds the stack of whatever walks the tree.
 *
 * Memory that runs out inside a handler leaves through the arena's guard, past
 * expat, whose parser is freed with the scratch arena that it was deferred
 * in. */
#include "scenario/xml.h"

#include "base/text.h"

const char *xml_get(const xml_node *n, const char *name) {
    for (int i = 0; n && i < n->attribute_count; i++)
        if (text_same(n->attributes[i].name, name))
            return n->attributes[i].value;
    return NULL;
}

const xml_node *xml_find(const xml_node *from, const char *name) {
    while (from && !text_same(from->name, name))
        from = from->next;
    return from;
}

#ifdef PARLEY_EXPAT

#include <expat.h>
#include <string.h>

enum { DEEPEST = 100, ELEMENTS_MOST = 1000000 };

typedef struct open_node { /* an element whose end has not come yet */
    xml_node *node, *last; /* last: its last child so far */
} open_node;

typedef struct reading {
    XML_Parser parser;
    xml_mended mended;
    size_t cursor, shift; /* edits passed so far, and what they added */
    open_node open[DEEPEST + 1];
    int depth;
    int elements;
    const xml_node *root;
    bool stopped;
    arena *mem;
    parley_diags *d;
} reading;

/* The place in `shown` of a byte of the mended text; places only grow. */
static size_t place_of(reading *r, size_t offset) {
    const xml_mended *m = &r->mended;
    for (; r->cursor < m->edit_count && m->edits[r->cursor].at <= offset;
         r->cursor++)
        r->shift += m->edits[r->cursor].added;
    return offset - r->shift;
}

static span tag_at(reading *r) {
    XML_Index offset = XML_GetCurrentByteIndex(r->parser);
    size_t begin = place_of(r, offset < 0 ? 0 : (size_t)offset);
    const source_text *t = r->mended.shown;
    size_t end = begin + 1;
    while (end < t->size && !strchr(" \t\r\n/>", t->bytes[end]))
        end++;
    return (span){t, begin, end < t->size ? end : t->size};
}

static void refuse(reading *r, const char *code, const char *why) {
    if (!r->stopped) diag_error(r->d, tag_at(r), code, "%s", why);
    r->stopped = true;
    (void)XML_StopParser(r->parser, XML_FALSE);
}

static void take_attributes(reading *r, xml_node *n, const XML_Char **given) {
    size_t count = 0;
    while (given[2 * count])
        count++;
    xml_attribute *to = ARENA_ARRAY(r->mem, xml_attribute, count);
    for (size_t i = 0; i < count; i++)
        to[i] = (xml_attribute){arena_copy(r->mem, given[2 * i]),
                                arena_copy(r->mem, given[2 * i + 1])};
    n->attributes = to;
    n->attribute_count = (int)count;
}

static void begin_element(void *subject, const XML_Char *name,
                          const XML_Char **given) {
    reading *r = subject;
    if (r->stopped) return;
    if (r->depth == DEEPEST || r->elements == ELEMENTS_MOST) {
        refuse(r, "import/xml", "too many elements, or too deep in each other");
        return;
    }
    r->elements++;
    xml_node *n = ARENA_NEW(r->mem, xml_node);
    n->name = arena_copy(r->mem, name);
    n->at = tag_at(r);
    take_attributes(r, n, given);
    open_node *in = &r->open[r->depth];
    if (r->depth == 0)
        r->root = n;
    else if (in->last)
        in->last->next = n;
    else
        in->node->first = n;
    in->last = n;
    r->open[++r->depth] = (open_node){n, NULL};
}

static void end_element(void *subject, const XML_Char *name) {
    (void)name;
    reading *r = subject;
    if (!r->stopped) r->depth--;
}

/* What a document type declares could grow without bound. */
static void refuse_declarations(void *subject, const XML_Char *name,
                                const XML_Char *system, const XML_Char *public,
                                int has_declarations) {
    (void)name, (void)system, (void)public;
    if (has_declarations)
        refuse(subject, "import/xml", "entities of a file's own are not read");
}

bool xml_available(void) { return true; }

static void drop(void *subject) {
    reading *r = subject;
    if (r->parser) XML_ParserFree(r->parser);
}

static void report(reading *r) {
    if (r->stopped) return;
    enum XML_Error error = XML_GetErrorCode(r->parser);
    if (error == XML_ERROR_NO_MEMORY) guard_leave(arena_guard(r->mem));
    diag_error(r->d, tag_at(r), "import/xml", "this is not XML: %s",
               XML_ErrorString(error));
}

const xml_node *xml_parse(const source_text *text, arena *mem,
                          parley_diags *d) {
    arena *scratch = arena_child(mem);
    reading *r = ARENA_NEW(scratch, reading);
    arena_defer(scratch, drop, r);
    r->mem = mem;
    r->d = d;
    r->mended = xml_mend(text, mem, d);
    r->parser = XML_ParserCreate("UTF-8");
    if (!r->parser) guard_leave(arena_guard(mem));
    XML_SetUserData(r->parser, r);
    XML_SetElementHandler(r->parser, begin_element, end_element);
    XML_SetStartDoctypeDeclHandler(r->parser, refuse_declarations);
    enum XML_Status status =
        XML_Parse(r->parser, r->mended.bytes, (int)r->mended.size, XML_TRUE);
    if (status != XML_STATUS_OK) report(r);
    const xml_node *root =
        status == XML_STATUS_OK && !r->stopped ? r->root : NULL;
    arena_free(scratch);
    return root;
}

#else

bool xml_available(void) { return false; }

const xml_node *xml_parse(const source_text *text, arena *mem,
                          parley_diags *d) {
    (void)mem;
    diag_error(d, (span){text, 0, 0}, "import/no-xml",
               "this parley was built without expat and reads no XML");
    diag_hint(d, "NegMAS, GeniusWeb and NegoLog files are read without it");
    return NULL;
}

#endif
