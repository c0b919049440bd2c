/* SPDX-License-Identifier: Apache-2.0
 * What the rules find: who is said to have said what. */
#ifndef READ_CLAIM_H
#define READ_CLAIM_H

#include "read/unit.h"

enum { CLAIM_PARTS = 8, CLAIMS_MOST = 40 };

typedef struct read_rule read_rule;

typedef struct read_claim {
    const read_rule *rule;
    read_range speaker; /* as it stands */
    read_range cue;
    read_range parts[CLAIM_PARTS]; /* of the content */
    int part_count;
    read_range agency; /* "was quoted by AGENCY as saying" */
    read_class class;
    const char *lemma;
    bool negated, modal, passive;
    bool direct;    /* the last part is a quotation */
    bool spoken;    /* all of it, without marks: a transcript */
    bool leads;     /* the content begins with a quotation at the start */
    bool inherits;  /* the speaker is that of the claim before */
    bool is_object; /* the content is a noun phrase, not what was said */
} read_claim;

/* The claims of a sentence, while the rules run. */
typedef struct read_hunt {
    read_unit *u;
    read_claim claims[CLAIMS_MOST];
    int count;
    read_range took[CLAIMS_MOST]; /* what each stands on: cue and content */
} read_hunt;

/* A rule looks at one verb (or, by sentence, at all of it) and says whether a
 * claim stands there. */
struct read_rule {
    const char *name;
    const char *pattern; /* for people */
    bool (*by_verb)(read_hunt *h, const read_verb *v, read_claim *out);
    bool (*by_sentence)(read_hunt *h, int from, read_claim *out);
    double confidence; /* share of drafts kept on the development half */
};

extern const read_rule read_rules[];
extern const int read_rule_count;
const read_rule *read_rule_find(const char *name);

/* Runs all rules over a sentence that is tagged and has its verbs; drops what
 * stands inside the content of another claim. */
void hunt_claims(read_hunt *h);

/* --- What the rules share: where content ends (content.c) --- */

/* Where what is said from `first` on ends: before what the reporter adds. */
int content_end(const read_unit *u, int first);
/* The same for a noun phrase with what hangs on it. */
int object_end(const read_unit *u, int first);
/* "in a move that ...": what the reporter says of it. */
bool content_comment(const read_unit *u, int i);

/* --- (claim.c) --- */

/* Adds [first, last) without the commas, stops and marks at its ends. False if
 * nothing is left. */
bool claim_add(const read_unit *u, read_claim *c, int first, int last);
/* Where the content before a closing attribution begins. */
int content_start(const read_hunt *h, int last);
bool quote_is_direct(const read_unit *u, const read_quote *q);
/* Who speaks: the subject, or that of the verb this one is joined to. */
read_range speaker_of(const read_hunt *h, const read_verb *v, int *outer);
/* Past the person spoken to. */
int skip_hearer(const read_unit *u, const read_verb *v, int i);
void claim_begin(read_claim *c, const read_verb *v, read_range speaker);
/* A verb outside quotations that can report: finite, not "to say". */
bool can_report(const read_unit *u, const read_verb *v);
/* A finite verb of reporting at i, with the frames of its senses; else 0. */
unsigned reports_at(const read_unit *u, int i);

#endif
