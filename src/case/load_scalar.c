/* SPDX-License-Identifier: Apache-2.0
 * Single values as the tables describe them: numbers and their ranges, words,
 * dates, durations, sources, and names that something in the case has. */
#include <string.h>

#include "base/text.h"
#include "case/load_check.h"

/* --- Shapes --- */

static const char *const kind_names[] = {"a text", "a list", "a mapping"};

/* Nothing stands behind the key. */
static bool is_blank(const node *n) {
    return n->kind == NODE_TEXT && *n->text == '\0' && !n->quoted;
}

static bool report_blank(loader *l, const node *n, const field_type *type) {
    char noun[400];
    return diag_error(l->d, n->at, "case/shape",
                      "nothing stands here; %s is expected",
                      fields_describe(type, noun, sizeof noun));
}

bool load_check_kind(loader *l, const node *n, const field_type *type,
                     node_kind kind) {
    if (n->kind == kind) return true;
    char noun[400];
    if (is_blank(n)) return report_blank(l, n, type);
    return diag_error(
        l->d, load_opening(n), "case/shape", "%s is expected, not %s",
        fields_describe(type, noun, sizeof noun), kind_names[n->kind]);
}

/* --- Scalars --- */

bool load_is_word(const node *n, const char *const *words) {
    return words && n->kind == NODE_TEXT && load_word(n, words) >= 0;
}

static void report_range(loader *l, const node *n, const field_type *type) {
    if (type->shape == FIELD_RANGE)
        diag_error(l->d, n->at, "case/range",
                   "%s is not between %.10g and %.10g", n->text, type->low,
                   type->high);
    else
        diag_error(l->d, n->at, "case/range", "%s is not %s", n->text,
                   type->noun);
}

static void check_number(loader *l, const node *n, const field_type *type) {
    double value;
    if (!number_double(n->text, &value)) {
        diag_error(l->d, n->at, "case/number", "\"%s\" is not a number",
                   n->text);
        return;
    }
    if (value < type->low || value > type->high) report_range(l, n, type);
}

static void check_whole(loader *l, const node *n, const field_type *type) {
    int64_t value;
    if (!number_int(n->text, &value)) {
        diag_error(l->d, n->at, "case/number", "\"%s\" is not a whole number",
                   n->text);
        return;
    }
    if ((double)value < type->low || (double)value > type->high)
        report_range(l, n, type);
}

static void check_exact(loader *l, const node *n) {
    fixed value;
    double approximate;
    if (number_fixed(n->text, &value)) return;
    if (number_double(n->text, &approximate))
        diag_error(l->d, n->at, "case/range",
                   "%s is not between -1000000 and 1000000", n->text);
    else
        diag_error(l->d, n->at, "case/number", "\"%s\" is not a number",
                   n->text);
}

void load_hint_among(loader *l, const char *word, const char *const *words) {
    size_t count = 0;
    while (words[count])
        count++;
    load_hint_word(l, word, words, count);
}

static void check_choice(loader *l, const node *n, const field_type *type) {
    if (load_word(n, type->words) >= 0) return;
    char words[400];
    diag_error(l->d, n->at, "case/unknown-word", "\"%s\" is none of %s",
               n->text, fields_describe(type, words, sizeof words));
    if (type->words == fields_offices)
        diag_hint(l->d, "who decides is a leader, who speaks for it an "
                        "official; the title goes into the name");
    else
        load_hint_among(l, n->text, type->words);
}

static void check_flag(loader *l, const node *n) {
    if (text_same(n->text, "true") || text_same(n->text, "false")) return;
    diag_error(l->d, n->at, "case/flag", "\"%s\" is neither true nor false",
               n->text);
}

static void check_date(loader *l, const node *n) {
    moment at;
    if (time_parse(n->text, &at)) return;
    diag_error(l->d, n->at, "case/date", "\"%s\" is not a date", n->text);
    diag_hint(l->d, "dates are written 2014-07-24, instants 2014-07-24T18:00Z");
}

static void check_duration(loader *l, const node *n, const field_type *type) {
    duration lasts;
    bool ok = time_duration(n->text, &lasts);
    if (ok && lasts.open && !type->words) {
        diag_error(l->d, n->at, "case/duration", "a deadline can't be open");
        return;
    }
    if (ok && lasts.days > 0) return;
    diag_error(l->d, n->at, "case/duration", "\"%s\" is not a duration",
               n->text);
    diag_hint(l->d,
              "durations are positive: \"7 days\", \"72 hours\", "
              "\"P7D\"%s",
              type->words ? ", or \"open\"" : "");
}

static void check_source(loader *l, const node *n) {
    int paragraph;
    node id = *n;
    if (text_same(n->text, "analyst")) return;
    if (!load_split_source(n->text, &id.text, &paragraph, l->mem)) {
        diag_error(l->d, n->at, "case/source-form",
                   "\"%s\" is not a source and a paragraph", n->text);
        diag_hint(l->d, "write ID, ID par. N, or analyst");
        return;
    }
    if (load_find(l, SPACE_SOURCE, -1, id.text) >= 0) return;
    if (load_unknown(l, SPACE_SOURCE, -1, &id) && strchr(id.text, ' '))
        diag_hint(l->d, "a paragraph is written ID par. N");
}

static void check_name(loader *l, const node *n, const field_type *type,
                       load_place p) {
    if (type->space == SPACE_SPEAKER) {
        case_endpoint e = load_endpoint(l, n->text);
        if (e.index < 0 && !p.bloc) load_unknown(l, SPACE_SPEAKER, -1, n);
        return;
    }
    if (type->space == SPACE_OPTION && p.issue < 0) return;
    if (load_find(l, type->space, p.issue, n->text) < 0)
        load_unknown(l, type->space, p.issue, n);
}

void load_check_scalar(loader *l, const node *n, const field_type *type,
                       load_place p) {
    if (load_is_word(n, type->words) || !load_check_kind(l, n, type, NODE_TEXT))
        return;
    if (is_blank(n) && type->shape != FIELD_TEXT) {
        report_blank(l, n, type);
        return;
    }
    switch (type->shape) {
    case FIELD_NUMBER:
    case FIELD_RANGE:
        check_number(l, n, type);
        break;
    case FIELD_WHOLE:
        check_whole(l, n, type);
        break;
    case FIELD_EXACT:
        check_exact(l, n);
        break;
    case FIELD_FLAG:
        check_flag(l, n);
        break;
    case FIELD_CHOICE:
        check_choice(l, n, type);
        break;
    case FIELD_DATE:
        check_date(l, n);
        break;
    case FIELD_DURATION:
        check_duration(l, n, type);
        break;
    case FIELD_SOURCE:
        check_source(l, n);
        break;
    case FIELD_NAME:
        check_name(l, n, type, p);
        break;
    default:
        break;
    }
}
