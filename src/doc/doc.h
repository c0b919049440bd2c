/* SPDX-License-Identifier: Apache-2.0
 * What a lens found, described without a word about how it will look. A doc
 * has two halves, written side by side by the same `describe`:
 *
 *   data    a JSON-like tree: the JSON output, parley_get and bindings read
 *           it, its keys are an API;
 *   blocks  sections, paragraphs, lists, tables, plots: what people read, in
 *           text, HTML, Markdown, SVG, CSV.
 *
 * Everything is copied into the doc's arena, so a doc outlives the case and
 * the answer that it describes; nothing here returns NULL. A doc knows no case
 * and no lens. Builders first; what the formats read stands at the end.
 *
 *   doc_value *plans = doc_put_list(doc_data(to), "plans");
 *   doc_value *plan = doc_put_object(plans, NULL);
 *   doc_put_text(plan, "name", p->name);
 *   doc_put_number(plan, "all", all);
 *
 *   doc_section(to, "Who accepts now");
 *   doc_text *t = doc_say(to, "%s would be accepted by all in ", p->name);
 *   doc_number(t, all, error, DOC_SHARE);
 *   doc_more(t, " of model draws");
 *   doc_cite(t, "s1", "r1 par. 14");
 *   doc_more(t, ".");
 *   doc_end(to);
 */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct doc doc;
typedef struct doc_value doc_value;
typedef struct doc_text doc_text;
typedef struct doc_table doc_table;
typedef struct doc_plot doc_plot;

#define DOC_PRINTF(at) __attribute__((format(printf, (at), (at) + 1)))

doc *doc_new(arena *mem);
arena *doc_arena(const doc *to);
/* What stands on top; the last call counts. */
void doc_title(doc *to, const char *format, ...) DOC_PRINTF(2);

/* --- Data --- */

/* The object that data goes to now: the root, or what doc_enter made. */
doc_value *doc_data(const doc *to);
/* Until doc_leave, doc_data is a new object under `key`: how one lens (brief)
 * takes in the description of another. */
void doc_enter(doc *to, const char *key);
void doc_leave(doc *to);

/* Each adds a member named `key` to an object, or with key NULL an item to a
 * list. Keys are kebab-case, fields that don't apply are null and never left
 * out. NaN and infinities become null; integers beyond 2^53 become decimal
 * strings, as JSON readers would round them. text NULL becomes null. */
doc_value *doc_put_object(doc_value *in, const char *key);
doc_value *doc_put_list(doc_value *in, const char *key);
void doc_put_null(doc_value *in, const char *key);
void doc_put_bool(doc_value *in, const char *key, bool truth);
void doc_put_number(doc_value *in, const char *key, double number);
void doc_put_integer(doc_value *in, const char *key, int64_t integer);
void doc_put_count(doc_value *in, const char *key, uint64_t count);
/* A count too large for any integer type, as decimal digits. */
void doc_put_digits(doc_value *in, const char *key, const char *digits);
void doc_put_text(doc_value *in, const char *key, const char *text);
void doc_put_format(doc_value *in, const char *key, const char *format, ...)
    DOC_PRINTF(3);
/* A list of numbers. */
void doc_put_numbers(doc_value *in, const char *key, const double *numbers,
                     size_t count);

/* --- Blocks --- */

/* Opens a section inside the one that is open; doc_end closes it. */
void doc_section(doc *to, const char *format, ...) DOC_PRINTF(2);
void doc_end(doc *to);

/* How something bears on the reader: colour in most formats. GOOD and BAD are
 * said of answers (accepts, would leave), never of actors. */
typedef enum doc_tone {
    DOC_PLAIN,
    DOC_GOOD,
    DOC_BAD,
    DOC_MUTED,
    DOC_STRONG,
} doc_tone;

/* How a number is shown to people (data always keeps the whole number). */
typedef enum doc_unit {
    DOC_SHARE,   /* 0 to 1, two decimals: 0.48 */
    DOC_WORTH,   /* three decimals, sign as it is: 0.031 */
    DOC_CHANGE,  /* three decimals with a sign: +0.031 */
    DOC_INTEGER, /* no decimals */
    DOC_DAYS,    /* days, up to one decimal; infinite: open */
    DOC_DATE,    /* days since 1970-01-01: 2014-07-24 */
    DOC_REAL,    /* four significant digits */
} doc_unit;

/* A paragraph, an item of a bullet list (items in a row make one list), a
 * warning or a note. More runs can be added to what is returned. An article
 * that comes first, as of a name, is written large. */
doc_text *doc_paragraph(doc *to); /* an empty one */
doc_text *doc_say(doc *to, const char *format, ...) DOC_PRINTF(2);
doc_text *doc_bullet(doc *to, const char *format, ...) DOC_PRINTF(2);
doc_text *doc_warning(doc *to, const char *format, ...) DOC_PRINTF(2);
doc_text *doc_note(doc *to, const char *format, ...) DOC_PRINTF(2);

/* Adds a run. Runs follow one another without a space but before a citation.
 */
void doc_more(doc_text *t, const char *format, ...) DOC_PRINTF(2);
void doc_toned(doc_text *t, doc_tone tone, const char *format, ...)
    DOC_PRINTF(3);
#define doc_strong(t, ...) doc_toned((t), DOC_STRONG, __VA_ARGS__)
/* A number with its standard error; error 0 or NaN: none is shown. */
void doc_number(doc_text *t, double value, double error, doc_unit unit);
/* What a sentence or number rests on: a record entry, proposal or other item
 * by its id, and where that stands ("r1 par. 14"); either may be NULL.
 * Citations in a row are shown together: [s1, r1 par. 14; s3]. */
void doc_cite(doc_text *t, const char *id, const char *place);
/* The same, unless the text cites just that already. */
void doc_cite_once(doc_text *t, const char *id, const char *place);
/* A number that is shown in words of its own: "about 1.2 x 10^34". */
void doc_number_as(doc_text *t, double value, const char *shown);
/* Two numbers with " to " between them. */
void doc_range(doc_text *t, double low, double high, doc_unit unit);
/* This is where the item `id` is described: citations of id may lead here. */
void doc_anchor(doc_text *t, const char *id);
/* The tone of a whole paragraph or cell. */
void doc_tint(doc_text *t, doc_tone tone);

/* --- What numbers rest on, and what citations lead to --- */

/* What the numbers of all that is begun from here on rest on: the key of a
 * reference; NULL: nothing that could be pointed at. Holds until the section
 * ends in which it is said. Nothing is shown of it but by formats in which a
 * number can be touched. */
void doc_ground(doc *to, const char *key);
/* The same of the number added last alone. */
void doc_rests(doc_text *t, const char *key);

/* What stands behind a key: of a citation an entry's id or a place, of a number
 * what it rests on. Formats in which a reader can follow a link list these at
 * the end of the page, by kind; the others, where it would have to be leafed
 * to, leave them out. Of several with one key the first counts. */
typedef enum doc_reference_kind {
    DOC_BEHIND_NUMBERS, /* what numbers rest on: on paper nobody asks */
    DOC_STATEMENTS,     /* entries, proposals, events */
    DOC_SOURCES,
    DOC_REFERENCE_KINDS,
} doc_reference_kind;

doc_text *doc_reference(doc *to, doc_reference_kind kind, const char *key,
                        const char *title);
/* This part of a reference is what stands behind another key. */
void doc_also(doc_text *reference, const char *key, const char *shown);
/* Calls visit(self, id, place) for every citation of texts and plots so far,
 * references included, and visit(self, key, NULL) for what a number rests on;
 * either may be NULL. */
typedef void doc_cited(void *self, const char *id, const char *place);
void doc_each_citation(const doc *d, doc_cited *visit, void *self);

/* --- Words of the page that not everybody knows --- */

/* A word, how else it is written on the page (NULL ends the list; the first is
 * how it is listed), and what it means. Formats in which a reader can follow a
 * link explain those that the page uses, and lead there. */
typedef struct doc_word {
    const char *const *written;
    const char *meaning;
    struct doc_word *next;
} doc_word;

void doc_add_word(doc *to, doc_word word); /* what it points to is kept */
const doc_word *doc_words(const doc *d);   /* in order, or NULL */

/* --- Dates: for formats that are calendars; no other shows them --- */

typedef struct doc_date {
    const char *key;     /* the same as long as it is the same thing */
    int64_t from, until; /* seconds since 1970, UTC; not later: a point */
    int64_t known;       /* as of when */
    int changes;         /* how often it was moved */
    const char *title;   /* the texts are copied */
    const char *text;    /* more on it, or NULL */
    struct doc_date *next;
} doc_date;

void doc_add_date(doc *to, doc_date date);
const doc_date *doc_dates(const doc *d); /* in order, or NULL */

/* --- Tables --- */

/* `name` is kebab-case, and unique in a doc; CSV and tests go by it. */
doc_table *doc_table_new(doc *to, const char *name);
void doc_caption(doc_table *t, const char *format, ...) DOC_PRINTF(2);

typedef enum doc_align { DOC_LEFT, DOC_RIGHT } doc_align; /* right: numbers */
void doc_column(doc_table *t, doc_align align, const char *title);
/* Begins a row; its cells follow from the left. What is missing is blank. */
void doc_row(doc_table *t);
/* The rows from here on belong under this line across the table. */
void doc_group(doc_table *t, const char *format, ...) DOC_PRINTF(2);
doc_text *doc_cell(doc_table *t, const char *format, ...) DOC_PRINTF(2);
doc_text *doc_cell_blank(doc_table *t);
/* NaN shows as a dash. */
doc_text *doc_cell_number(doc_table *t, double value, double error,
                          doc_unit unit);

/* --- Plots: what is shown, not how --- */

/* Which members of a mark a kind uses stands beside it; the others are 0. */
typedef enum doc_plot_kind {
    DOC_SCATTER,   /* x, y; role FRONTIER, MARKED (labelled), OTHER, LIMIT (a
                      reference point); note: how many outcomes share it */
    DOC_BARS,      /* label, y, error, series (bars in a group), role: TOTAL
                      what sums up the others, ASIDE a value to compare (note:
                      what it is, the same for all of a sort) */
    DOC_BRIDGE,    /* label, y: role TOTAL a level, else a step up or down;
                      error; role REPORTED, ASSUMED or DEFAULT; note; detail */
    DOC_INTERVALS, /* label, x, low, high, series */
    DOC_TIMELINE,  /* series: the lane; label, x to x_end (a span when x_end is
                      larger, may be infinite); note; tone; of role MARKED y
                      and the title of its axis end the label */
    DOC_SLOPE,     /* series: the line; label: the station; y */
    DOC_HISTORY,   /* series: the lane; x: the day; label: the position held
                      from then on; y: its place on the scale, or NaN */
    DOC_CHANNELS,  /* marks are nodes: label, series: the role; MARKED: what
                      others depend on (note: how); then links */
    DOC_GRAPH,     /* marks are states: label, note: what it is; MARKED: it
                      would hold, LIMIT: today; then arcs */
} doc_plot_kind;

typedef enum doc_role {
    DOC_OTHER,
    DOC_FRONTIER,
    DOC_MARKED,
    DOC_LIMIT,
    DOC_TOTAL,
    DOC_REPORTED,
    DOC_ASSUMED,
    DOC_DEFAULT,
    DOC_ASIDE,
} doc_role;

typedef struct doc_mark {
    const char *label, *series, *note;
    const char *detail; /* said only where there is room for it: in figures */
    double x, y, x_end, low, high, error;
    doc_role role;
    doc_tone tone;
    const char *id, *place; /* citation, or NULL */
} doc_mark;

typedef enum doc_link_state {
    DOC_LINK_OPEN,
    DOC_LINK_UNKNOWN,
    DOC_LINK_BARRED,
} doc_link_state;

doc_plot *doc_plot_new(doc *to, doc_plot_kind kind, const char *name,
                       const char *title);
/* Titles and units of the axes; a scale may be fixed (low < high), else it
 * follows from the marks. */
void doc_axis_x(doc_plot *p, const char *title, doc_unit unit, double low,
                double high);
void doc_axis_y(doc_plot *p, const char *title, doc_unit unit, double low,
                double high);
/* doc_plot_mark(p, (doc_mark){.label = "truce", .x = 0.4, .y = 0.6}); */
void doc_plot_mark(doc_plot *p, doc_mark mark);
/* A link of a channel map between two nodes, by label. */
void doc_plot_link(doc_plot *p, const char *from, const char *to,
                   doc_link_state state, const char *note);
/* A move of a graph from one state to another, by label. */
void doc_plot_arc(doc_plot *p, const char *from, const char *to,
                  const char *mover);
/* A table of the doc says the same: formats that write the marks of plots out
 * leave this one out, those that draw do without the numbers. */
void doc_plot_beside(doc_plot *p, const char *table);

/* --- What formats and parley_get read --- */

typedef enum doc_value_kind {
    DOC_VALUE_NULL,
    DOC_VALUE_BOOL,
    DOC_VALUE_NUMBER,
    DOC_VALUE_INTEGER,
    DOC_VALUE_TEXT,
    DOC_VALUE_LIST,
    DOC_VALUE_OBJECT,
} doc_value_kind;

/* Numbers in one piece, row after row; NaN where the data has null. */
typedef struct doc_array {
    const double *numbers;
    const size_t *shape;
    size_t dimensions;
} doc_array;

struct doc_value {
    doc_value_kind kind;
    bool truth;
    double number;   /* also of an integer */
    int64_t integer; /* at most 2^53 in magnitude */
    const char *text;
    const char *key;  /* in an object */
    doc_value *first; /* of a list or object; then next, next ... */
    doc_value *last, *next;
    size_t count;
    const doc_array *array; /* of a list of numbers, after doc_find_arrays */
    arena *mem;
};

/* Once everything is described: gives each list of numbers its array. */
void doc_find_arrays(doc *d);
/* The member of an object, or NULL. */
const doc_value *doc_find(const doc_value *in, const char *key);

typedef enum doc_run_kind {
    DOC_RUN_TEXT,
    DOC_RUN_NUMBER,
    DOC_RUN_CITATION,
    DOC_RUN_ALSO, /* in a reference: text, id */
} doc_run_kind;

typedef struct doc_run {
    doc_run_kind kind;
    doc_tone tone;
    const char *text; /* TEXT; of a NUMBER: as it is shown */
    double value, error;
    doc_unit unit;
    const char *id, *place; /* CITATION; of a NUMBER: id is what it rests on */
    struct doc_run *next;
} doc_run;

struct doc_text {
    doc_run *first, *last;
    doc_tone tone;
    const char *anchor; /* or NULL */
    const char *ground; /* what its numbers rest on, or NULL */
    bool sentence;      /* it begins one: an article is written large */
    arena *mem;
};

typedef struct doc_column_head {
    const char *title;
    doc_align align;
} doc_column_head;

typedef struct doc_table_row {
    const doc_text *group; /* a line before this row, or NULL */
    doc_text **cells;      /* one a column; NULL: blank */
    struct doc_table_row *next;
} doc_table_row;

struct doc_table {
    const char *name;
    const char *caption; /* or NULL */
    doc_column_head *columns;
    size_t column_count;
    doc_table_row *first, *last;
    size_t row_count;
    size_t filled; /* cells of the last row, while building */
    doc_text *group;
    const char *ground;
    arena *mem;
};

typedef struct doc_axis {
    const char *title; /* or NULL */
    doc_unit unit;
    double low, high; /* low < high, or else: from the marks */
} doc_axis;

typedef struct doc_plot_node {
    doc_mark mark;
    struct doc_plot_node *next;
} doc_plot_node;

typedef struct doc_plot_edge {
    const char *from, *to, *note; /* of an arc: who moves */
    doc_link_state state;
    struct doc_plot_edge *next;
} doc_plot_edge;

struct doc_plot {
    doc_plot_kind kind;
    const char *name, *title;
    const char *table; /* that says the same, or NULL */
    const char *ground;
    doc_axis x, y;
    doc_plot_node *first, *last;
    size_t mark_count;
    doc_plot_edge *first_link, *last_link;
    arena *mem;
};

typedef enum doc_block_kind {
    DOC_BLOCK_SECTION,
    DOC_BLOCK_PARAGRAPH,
    DOC_BLOCK_BULLET,
    DOC_BLOCK_WARNING,
    DOC_BLOCK_NOTE,
    DOC_BLOCK_TABLE,
    DOC_BLOCK_PLOT,
} doc_block_kind;

typedef struct doc_block {
    doc_block_kind kind;
    const char *heading;     /* SECTION */
    const char *ground;      /* ... and what held when it began */
    struct doc_block *first; /* SECTION: what is in it */
    struct doc_block *last, *parent, *next;
    doc_text *text; /* PARAGRAPH .. NOTE */
    doc_table *table;
    doc_plot *plot;
} doc_block;

typedef struct doc_referred {
    doc_reference_kind kind;
    const char *key, *title;
    doc_text *text;
    struct doc_referred *next;
} doc_referred;

const char *doc_title_text(const doc *d); /* or NULL */
const doc_value *doc_root(const doc *d);
const doc_block *doc_first(const doc *d);
const doc_referred *doc_references(const doc *d); /* in order, or NULL */
/* A mark has this role. */
bool doc_plot_has(const doc_plot *p, doc_role role);
/* The plot of this name, or with NULL the first; NULL if there is none. */
const doc_plot *doc_plot_find(const doc *d, const char *name);
/* Calls visit(self, plot) for every plot. */
typedef void doc_plotted(void *self, const doc_plot *p);
void doc_each_plot(const doc *d, doc_plotted *visit, void *self);
/* The block that follows for formats that write the marks of plots out. */
const doc_block *doc_written(const doc_block *b);

/* A number as people read it ("0.48", "+0.031", "open"); NaN gives a dash. */
const char *doc_show(double value, double error, doc_unit unit, arena *mem);

#endif
