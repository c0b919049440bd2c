/* SPDX-License-Identifier: Apache-2.0
 * Any bytes as a report, as the drafts of another program (where they begin
 * like JSON), and as words for the lexicon (where they begin like a line of
 * it). What reading gives must be readable again: the record it writes has all
 * its drafts.
 *
 * The lexicon and the case are loaded once: what is fuzzed is reading, and an
 * input takes well under a millisecond. fuzz.sh crops inputs to a paragraph. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/load.h"
#include "read/confirm.h"
#include "read/entry.h"
#include "read/foreign.h"
#include "read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char case_text[] =
    "{parley: 1, case: f, parties: {a: {name: Adra Front, also: [Front]}, b: "
    "{name: Union}}, others: {c: {name: Corvane Rail}}, people: {v: {name: "
    "Ilan Voss, of: a, office: leader}}, issues: {pay: {options: [keep, "
    "raise]}, "
    "night shifts: {options: [keep, end]}}, proposals: {last-offer: {plan: "
    "[{phase: p, lasts: 7 days}]}}}";

static const char report_text[] =
    "Voss said: \"We will not sign.\" He met the Union in Pell on Monday.\n";

/* What all inputs share. */
typedef struct shared {
    const lexicon *words;
    const case_model *c;
} shared;

static const shared *all(void) {
    static shared s;
    if (s.words != NULL) return &s;
    arena *mem = arena_new(NULL);
    s.words = lexicon_new(NULL, mem, NULL);
    const source_text *text =
        source_new(mem, "case", case_text, sizeof case_text - 1);
    if (!case_load(&s.c, text, mem, NULL)) abort();
    return &s;
}

static size_t entries_of(const read_report *r) {
    size_t count = 0;
    for (size_t i = 0; i < r->count; i++)
        count += (size_t)entry_count(&r->drafts[i]);
    return count;
}

/* The record that is written reads back with every entry. */
static void read_back(const read_report *r, const case_model *c, arena *mem) {
    entry_context e = {r->text, c, "r1"};
    const char *head = r->count == 0 ? "record: []\n" : "record:\n";
    const char *record = entry_all(&e, r, head, mem);
    const source_text *text = source_new(mem, "drafts", record, strlen(record));
    confirm_list again;
    if (!confirm_read(&again, text, mem, NULL)) abort();
    if (again.count < entries_of(r)) abort();
}

static void as_report(const source_text *text, const case_model *c,
                      arena *mem) {
    moment day = {.given = false};
    (void)time_parse("2014-07-24", &day);
    const read_options o = {.c = c, .words = all()->words, .date = day};
    const read_report *r = read_run(text, &o, mem, NULL);
    read_back(r, c, mem);
}

static bool begins(const uint8_t *data, size_t size, const char *with) {
    size_t length = strlen(with);
    return size >= length && memcmp(data, with, length) == 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    arena *mem = arena_new(NULL);
    const source_text *text = source_new(mem, "fuzz", (const char *)data, size);
    const source_text *report =
        source_new(mem, "report", report_text, sizeof report_text - 1);
    as_report(text, NULL, mem);
    as_report(text, all()->c, mem);
    if (begins(data, size, "{") || begins(data, size, "[")) {
        const read_options o = {.c = all()->c, .words = all()->words};
        (void)foreign_read(report, text, &o, mem, NULL);
        confirm_list drafts;
        (void)confirm_read(&drafts, text, mem, NULL);
    }
    if (begins(data, size, "verb ") || begins(data, size, "noun ") ||
        begins(data, size, "word ")) {
        const read_options o = {.lexicon = text};
        (void)read_run(report, &o, mem, NULL);
    }
    arena_free(mem);
    return 0;
}
