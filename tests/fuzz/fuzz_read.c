/* SPDX-License-Identifier: Apache-2.0
 * Any bytes as a report, as the drafts of another program, as drafts to
 * confirm, and as words for the lexicon. What reading gives must be readable
 * again: the record it writes has all its drafts. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parley.h"

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

static bool take(void *self, const char *bytes, size_t size) {
    size_t *sum = self;
    for (size_t i = 0; i < size; i++)
        *sum += (unsigned char)bytes[i];
    return true;
}

static void write_all(const parley_result *r) {
    size_t sum = 0;
    parley_sink to = {&sum, take};
    for (size_t i = 0; i < parley_format_count(); i++)
        (void)parley_write(r, parley_format_get(i).name, NULL, to, NULL);
}

static size_t draft_count(const parley_result *r) {
    parley_value v;
    if (parley_get(r, "drafts", &v) != PARLEY_OK) return 0;
    return v.count;
}

/* The record that is written reads back with every draft. */
static void read_back(parley_text report, const parley_case *c, size_t drafts) {
    parley_option as[] = {{"as", "record"}, {"date", "2014-07-24"}};
    parley_report given = {report, c};
    parley_result *r, *again;
    if (parley_read(&r, NULL, &given, as, 2, NULL) != PARLEY_OK) return;
    parley_value record;
    if (parley_get(r, "record", &record) != PARLEY_OK) abort();
    parley_text text = {"drafts", record.text, strlen(record.text)};
    parley_diags *d = parley_diags_new(NULL);
    if (parley_drafts(&again, NULL, text, d) != PARLEY_OK) {
        for (size_t i = 0; i < parley_diags_count(d); i++)
            (void)fprintf(stderr, "%s\n", parley_diags_get(d, i)->message);
        abort();
    }
    if (draft_count(again) < drafts) abort();
    parley_diags_free(d);
    parley_result_free(again);
    parley_result_free(r);
}

static void as_report(parley_text text, const parley_case *c) {
    parley_report given = {text, c};
    parley_result *r;
    parley_diags *d = parley_diags_new(NULL);
    if (parley_read(&r, NULL, &given, NULL, 0, d) == PARLEY_OK) {
        write_all(r);
        read_back(text, c, draft_count(r));
    }
    parley_result_free(r);
    parley_diags_free(d);
}

static void as_option(const char *name, const char *value,
                      const parley_case *c) {
    parley_option o = {name, value};
    parley_report given = {{"report", report_text, sizeof report_text - 1}, c};
    parley_result *r;
    parley_diags *d = parley_diags_new(NULL);
    if (parley_read(&r, NULL, &given, &o, 1, d) == PARLEY_OK) write_all(r);
    parley_result_free(r);
    parley_diags_free(d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    parley_case *c = NULL;
    if (parley_load_text(&c, NULL, "case", case_text, sizeof case_text - 1,
                         NULL) != PARLEY_OK) {
        abort();
    }
    parley_text text = {"fuzz", data, size};
    parley_result *r;
    as_report(text, c);
    as_report(text, NULL);
    if (parley_drafts(&r, NULL, text, NULL) == PARLEY_OK) write_all(r);
    parley_result_free(r);
    char *copy = malloc(size + 1);
    if (copy) {
        if (size > 0) memcpy(copy, data, size);
        copy[size] = '\0';
        as_option("drafts", copy, c);
        as_option("lexicon", copy, c);
        free(copy);
    }
    parley_case_free(c);
    return 0;
}
