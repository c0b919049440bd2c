/* SPDX-License-Identifier: Apache-2.0
 * What the files of the loader share. Loading goes in passes over the tree:
 * names are declared (load_declare), everything is checked against the tables
 * of fields.h (load_check), then the model is read. The getters of the last
 * pass say nothing: what is missing or malformed has been reported, and gives
 * their default. */
#ifndef CASE_LOAD_INT_H
#define CASE_LOAD_INT_H

#include "case/fields.h"
#include "case/load.h"
#include "case/names.h"

typedef struct loader {
    case_model *c;
    case_names *names;
    arena *mem;
    parley_diags *d;
    const node *root;
    const node *record;  /* the list of entries, or NULL */
    const node *states;  /* of the graph, or NULL */
    bool broken[SPACES]; /* where names are declared is malformed: unknown
                            names of that space are not reported again */
    size_t cells;        /* options read so far */
    bool unreadable; /* an issue is malformed: expressions can't be judged */
    int hints;       /* nearest names looked for so far */
    const struct case_states *feasible; /* see states.h */
} loader;

/* --- Passes --- */

void load_declare(loader *l);
void load_check(loader *l);
void load_sources(loader *l);
void load_actors(loader *l);
void load_people(loader *l);
void load_relations(loader *l);
void load_channels(loader *l);
void load_issues(loader *l);
void load_rules(loader *l);
void load_preferences(loader *l);
void load_proposals(loader *l);
void load_record(loader *l);
void load_levers(loader *l);
void load_parameters(loader *l);
void load_moves(loader *l);
void load_graph(loader *l);
void load_forecast(loader *l);
void load_dates(loader *l);    /* as-of, and what lies after it */
void load_authors(loader *l);  /* whose word a proposal is; after the dates */
void load_outcomes(loader *l); /* the status quo and phases against rules */
void load_words(loader *l);
/* The case that the changed tree of another one describes. Problems are
 * reported where it is refused alone: what the file has was reported when it
 * was loaded. */
bool load_again(const case_model **out, const node *root, const case_model *of,
                arena *mem, parley_diags *d);
/* The latest date of a source, an entry, a proposal or a guarantee. */
moment load_latest_date(const case_model *c);
/* Is it after as-of? */
bool load_is_later(const case_model *c, moment date);
/* What the model says where nothing is given. */
case_range load_default_range(case_parameter_name which);
/* Counts the elements that have a source, and lists those that have none.
 * What stands at one of the places (or whose key does), in load_compare_spans'
 * order, is passed over with all that is in it. */
void load_count_sources(case_model *c, const span *passed, size_t count,
                        arena *mem);
int load_compare_spans(const void *a, const void *b); /* as qsort wants it */
/* The id of a source in "ID par. N", in mem; the paragraph, or 0. False if
 * what follows the id is malformed. */
bool load_split_source(const char *text, const char **id, int *paragraph,
                       arena *mem);

/* --- Names --- */

/* Index of a name, or -1. `owner` is the issue of an option. */
int load_find(const loader *l, field_space space, int owner, const char *name);
/* Reports a name that is not known, with the nearest one that is. False if
 * there is nothing to report, since the names themselves are malformed. */
bool load_unknown(loader *l, field_space space, int owner, const node *name);
/* The known name that is nearest, or NULL. After the first hundred questions
 * there is no more answer: it takes time, and no more problems are kept. */
const char *load_near(loader *l, field_space space, int owner,
                      const char *name);
/* Asks "did you mean ...?" of the problem reported last. */
void load_hint_word(loader *l, const char *word, const char *const *words,
                    size_t count);
/* People and actors share one space of names; both may be NULL. */
case_endpoint load_endpoint(const loader *l, const char *name);

/* --- Values --- */

bool load_is_wrapped(const node *n);  /* {is: VALUE, ...} */
const node *load_bare(const node *n); /* without {is: } around it; NULL: NULL */
const node *load_get(const node *map, const char *key);  /* bare, or NULL */
const char *load_text(const node *map, const char *key); /* or NULL */
bool load_flag(const node *map, const char *key, bool fallback);
double load_number(const node *map, const char *key, double fallback);
int load_whole(const node *map, const char *key, int fallback);
fixed load_exact_of(const node *n, fixed fallback); /* of a bare value */
fixed load_exact(const node *map, const char *key, fixed fallback);
int load_word(const node *n, const char *const *words); /* or -1 */
int load_choice(const node *map, const char *key, const char *const *words,
                int fallback);
moment load_date(const node *map, const char *key);
duration load_duration(const node *map, const char *key, duration fallback);
text_list load_texts(loader *l, const node *map, const char *key);
int load_name(loader *l, const node *map, const char *key, field_space space);
/* Ascending and without repeats, which are reported. */
int_list load_names(loader *l, const node *map, const char *key,
                    field_space space, int owner);
int_list load_names_of(loader *l, const node *n, field_space space, int owner);
case_terms load_terms(loader *l, const node *n); /* in file order */
/* NULL if it is no expression, with a diag. */
const expr *load_expr(loader *l, const node *n);
void load_exprs(loader *l, const node *n, const expr *const **out, int *count);
case_origin load_origin(loader *l, const node *n);
/* Of a value that may be wrapped; else that of the mapping around it. */
case_origin load_value_origin(loader *l, const node *map, const char *key);
case_access load_access(loader *l, const node *map);

span load_opening(const node *n); /* its first character, of a text all */
/* Items of a value that is one or a list. */
size_t load_some_count(const node *n);
const node *load_some(const node *n, size_t i); /* bare */
/* Entries of a map, items of a list; 0 for anything else. */
static inline size_t load_size(const node *n, node_kind kind) {
    return n && n->kind == kind ? n->count : 0;
}

/* --- Limits --- */

enum {
    LOAD_BYTES_MOST = 16 * 1024 * 1024,
    LOAD_ISSUES_MOST = 10000,
    LOAD_OPTIONS_MOST = 10000, /* of one issue */
    LOAD_CELLS_MOST = 1000000, /* options of all issues */
    LOAD_PARTIES_MOST = 100,
    LOAD_OTHERS_MOST = 10000,
    LOAD_ENTRIES_MOST = 100000,
    LOAD_WORTHS_MOST = 10000000, /* parties times options */
    LOAD_STATES_MOST = 1000000,  /* outcomes that are gone through */
};

/* False with a diag if there are more. */
bool load_limit(loader *l, span at, size_t count, size_t most,
                const char *what);

#endif
