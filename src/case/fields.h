/* SPDX-License-Identifier: Apache-2.0
 * The case format as tables: which keys each mapping takes, what may stand
 * behind them, and a line of help. Loading, docs/case-format.md and the JSON
 * Schema all read these tables.
 *
 * Beside its own keys every mapping with a table takes `source:` and `why:`
 * (fields_common). Where anything but a mapping stands, {is: VALUE, source:,
 * why:} may stand (fields_wrapped). */
#ifndef CASE_FIELDS_H
#define CASE_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

typedef enum field_shape {
    FIELD_TEXT,     /* free text */
    FIELD_NUMBER,   /* between low and high */
    FIELD_WHOLE,    /* a whole number between low and high */
    FIELD_EXACT,    /* a decimal kept exactly, magnitude at most 10^6 */
    FIELD_FLAG,     /* true or false */
    FIELD_CHOICE,   /* one of words */
    FIELD_DATE,     /* ISO 8601 */
    FIELD_DURATION, /* "7 days", "72 hours", "P7D"; "open" if among words */
    FIELD_RANGE,    /* a number, or [low, high]; both between low and high */
    FIELD_EXPR,     /* an expression over the issues */
    FIELD_SOURCE,   /* "ID", "ID par. N", or "analyst" */
    FIELD_NAME,     /* a name of `space` */
    FIELD_STATE,    /* a terms map of all issues, a state's name or its id */
    FIELD_LIST,     /* a list of items; low to high of them (high 0: any) */
    FIELD_SOME,     /* one item, or a list of them */
    FIELD_MAPPING,  /* the keys of table */
    FIELD_MAP,      /* {name of space: item}; also the keys of table, if any */
    FIELD_EITHER,   /* free text, or the mapping of table */
} field_shape;

/* Where names are declared and looked up. */
typedef enum field_space {
    SPACE_FREE, /* any name */
    SPACE_SOURCE,
    SPACE_PARTY,
    SPACE_ACTOR, /* a party or an other */
    SPACE_PERSON,
    SPACE_SPEAKER, /* a person, a party or an other */
    SPACE_ISSUE,
    SPACE_OPTION, /* of the issue that is the nearest key above, or `issue:` */
    SPACE_PROPOSAL,
    SPACE_ENTRY,
    SPACE_STATE,
    SPACE_CLAUSE, /* fields_clauses; others warn */
    SPACE_EXPR,   /* the name is an expression */
    SPACES,
} field_space;

typedef struct field_table field_table;
typedef struct field_type field_type;

struct field_type {
    field_shape shape;
    const char *noun;         /* "a date", for messages and documents */
    const char *const *words; /* FIELD_CHOICE's words; with other shapes:
                                 words that may stand instead; NULL ends */
    field_space space;
    double low, high;
    const field_table *table;
    const field_type *items;
};

typedef enum field_need {
    FIELD_OPTIONAL,
    FIELD_REQUIRED,
    FIELD_UNLESS_DRAFT, /* required, but an entry with `draft:` may lack it */
} field_need;

typedef struct field {
    const char *key;
    const field_type *type;
    field_need need;
    const char *help;    /* one line */
    const char *element; /* what a source could stand behind, or NULL */
    unsigned kinds;      /* of record entries that take it, bits
                            1 << case_entry_kind; 0: all */
} field;

struct field_table {
    const char *name; /* "a phase" */
    const field *fields;
    size_t count;
    const char *element; /* "a phase", if a source could stand behind it */
    bool by_kind;        /* the record entry: `kind` chooses among fields */
};

extern const field_table fields_root;
extern const field_table fields_common;  /* source, why */
extern const field_table fields_wrapped; /* is, source, why */
/* Every table once, the root first, for documents. */
extern const field_table *const fields_tables[];
extern const size_t fields_table_count;

/* Word lists in the order of the enumerations they stand for; NULL ends. */
extern const char *const fields_kinds[];      /* case_entry_kind */
extern const char *const fields_parameters[]; /* case_parameter_name */
extern const char *const fields_roles[];      /* bits of case_role */
extern const char *const fields_offices[];    /* case_office */
extern const char *const fields_relations[];  /* case_relation_kind */
extern const char *const fields_channels[];   /* case_channel_state */
extern const char *const fields_hedges[];     /* case_hedge from CASE_WOULD */
extern const char *const fields_fails[];      /* case_fail */
extern const char *const fields_guarantees[]; /* case_guarantee_status */
extern const char *const fields_clause_states[]; /* case_clause_status */
extern const char *const fields_statuses[]; /* case_proposal_status from 1 */
extern const char *const fields_truces[];   /* case_truce_kind */
extern const char *const fields_autos[];    /* case_auto */
extern const char *const fields_clauses[];  /* known clause keys */
extern const char *const fields_counts[];   /* one, several */

/* The table's own field, or the common one; NULL if there is none. `kind`
 * (a bit) matters in tables by kind; 0: any. */
const field *fields_find(const field_table *t, const char *key, unsigned kind);

/* True if {is: VALUE, source:, why:} may stand where such a value does. */
bool fields_wraps(const field_type *type);

/* What may be told of a type in one phrase: "a date", "active, barred or
 * open". The words are joined into `out`, which has `size` bytes. */
const char *fields_describe(const field_type *type, char *out, size_t size);

#endif
