/* SPDX-License-Identifier: Apache-2.0
 * What the formats of scenarios share: issues and their options, names of
 * files, profiles to begin with. Sizes are checked before anything is made. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "scenario/scenario.h"

/* --- Issues --- */

bool scenario_take_issues(scenario_reading *r, scenario_issue *issues,
                          int count) {
    scenario *s = r->s;
    int64_t cells = 0;
    for (int i = 0; i < count; i++) {
        issues[i].cell = (int)cells;
        cells += issues[i].option_count;
        if (cells > SCENARIO_CELLS_MOST)
            return diag_limit(r->d, issues[i].at, "import/too-large",
                              "more than %d options", SCENARIO_CELLS_MOST);
    }
    s->issues = issues;
    s->issue_count = count;
    s->cell_count = (int)cells;
    return true;
}

int scenario_issue_named(const scenario *s, const char *name) {
    for (int i = 0; i < s->issue_count; i++)
        if (text_same(s->issues[i].name, name)) return i;
    return -1;
}

int scenario_issue_numbered(const scenario *s, int number) {
    for (int i = 0; i < s->issue_count; i++)
        if (s->issues[i].number == number) return i;
    return -1;
}

/* --- Options --- */

int scenario_option(const scenario_issue *i, const char *text) {
    for (int k = 0; k < i->option_count; k++)
        if (text_same(i->options[k], text)) return k;
    double value, other;
    if (!number_double(text, &value)) return -1;
    for (int k = 0; k < i->option_count; k++)
        if (number_double(i->options[k], &other) && other == value) return k;
    return -1;
}

static void set_values(scenario_reading *r, scenario_issue *out,
                       const double *values, int count) {
    const char **options = ARENA_ARRAY(r->mem, const char *, count);
    for (int i = 0; i < count; i++) {
        char text[NUMBER_SIZE];
        number_print(text, values[i]);
        options[i] = arena_copy(r->mem, text);
    }
    out->options = options;
    out->values = values;
    out->option_count = count;
}

bool scenario_integers(scenario_reading *r, scenario_issue *out, double low,
                       double high) {
    if (!(low <= high) || low != floor(low) || fabs(low) > 1e9)
        return diag_error(r->d, out->at, "import/bounds",
                          "%s goes from %g to %g", out->name, low, high);
    high = floor(high);
    if (high - low >= SCENARIO_OPTIONS_MOST)
        return diag_limit(r->d, out->at, "import/too-large",
                          "%s has %.0f values; at most %d are read", out->name,
                          high - low + 1, SCENARIO_OPTIONS_MOST);
    int count = (int)(high - low) + 1;
    double *values = ARENA_ARRAY(r->mem, double, count);
    for (int i = 0; i < count; i++)
        values[i] = low + i;
    set_values(r, out, values, count);
    return true;
}

/* Sums of steps leave traces of binary fractions: 12 decimals are kept. */
static double tidy(double x) {
    return fabs(x) < 1e6 ? round(x * 1e12) / 1e12 : x;
}

bool scenario_reals(scenario_reading *r, scenario_issue *out, double low,
                    double high) {
    if (!(low < high) || !isfinite(high - low))
        return diag_error(r->d, out->at, "import/bounds",
                          "%s goes from %g to %g", out->name, low, high);
    int count = r->ask->steps ? r->ask->steps : SCENARIO_STEPS;
    double *values = ARENA_ARRAY(r->mem, double, count);
    for (int i = 0; i < count; i++)
        values[i] = tidy(low + (high - low) * i / (count - 1));
    set_values(r, out, values, count);
    diag_note(r->d, out->at, "import/discretised",
              "%s takes any value from %g to %g; %d of them are kept",
              out->name, low, high, count);
    diag_hint(r->d, "--steps N keeps N of them");
    return true;
}

bool scenario_steps(scenario_reading *r, scenario_issue *out, double low,
                    double high, double step) {
    int count = (int)floor((high - low) / step + 1e-9) + 1;
    double *values = ARENA_ARRAY(r->mem, double, count);
    for (int i = 0; i < count; i++)
        values[i] = tidy(low + step * i);
    set_values(r, out, values, count);
    return true;
}

bool scenario_take_numbers(scenario_reading *r, scenario_issue *out) {
    double *values = ARENA_ARRAY(r->mem, double, out->option_count);
    for (int i = 0; i < out->option_count; i++)
        if (!number_double(out->options[i], &values[i]) ||
            (i > 0 && values[i] <= values[i - 1]))
            return true;
    out->values = values;
    return true;
}

/* --- Profiles --- */

const char *scenario_stem(const char *path, arena *mem) {
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    size_t size = dot && dot > name ? (size_t)(dot - name) : strlen(name);
    return arena_text(mem, name, size);
}

void scenario_begin_profile(scenario_reading *r, const scenario_file *f,
                            scenario_profile *out) {
    *out = (scenario_profile){.name = scenario_stem(f->path, r->mem),
                              .over = 1,
                              .discount = 1,
                              .capped = r->semantics == SCENARIO_GENIUS,
                              .reserve_from_least =
                                  r->semantics == SCENARIO_NEGMAS,
                              .at = {f->text, 0, 0}};
    out->worth = ARENA_ARRAY(r->mem, double, (size_t)r->s->cell_count + 1);
}
