/* SPDX-License-Identifier: Apache-2.0
 * Scenarios of other tools: which files, read as what, with which options. A
 * folder stands for the files in it, by name; what lies in folders below it
 * belongs to other scenarios. */
#include "api/scenario.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/diag.h"
#include "base/number.h"
#include "base/text.h"
#include "case/load.h"
#include "scenario/scenario.h"

/* --- Options --- */

static bool whole(int *out, const parley_option *o, int least, int most,
                  parley_diags *d) {
    int64_t value;
    if (o->value && number_int(o->value, &value) && value >= least &&
        value <= most) {
        *out = (int)value;
        return true;
    }
    return diag_error(d, SPAN_NONE, "option/value",
                      "--%s takes a whole number from %d to %d", o->name, least,
                      most);
}

static bool read_option(scenario_ask *to, const parley_option *o,
                        parley_diags *d) {
    if (text_same(o->name, "semantics")) {
        to->semantics =
            text_same(o->value, "negmas") ? SCENARIO_NEGMAS : SCENARIO_GENIUS;
        return text_same(o->value, "genius") || text_same(o->value, "negmas") ||
               diag_error(d, SPAN_NONE, "option/value",
                          "--semantics is genius or negmas");
    }
    if (text_same(o->name, "steps"))
        return whole(&to->steps, o, 2, SCENARIO_OPTIONS_MOST, d);
    if (text_same(o->name, "profiles"))
        return whole(&to->profiles_most, o, 2, SCENARIO_FILES_MOST, d);
    if (text_same(o->name, "explain")) return to->explain = true;
    return diag_error(d, SPAN_NONE, "option/unknown",
                      "a scenario has no option \"%s\"", o->name);
}

static bool read_options(scenario_ask *to, const parley_scenario *from,
                         parley_diags *d) {
    bool ok = true;
    for (size_t i = 0; i < from->option_count; i++)
        ok &= read_option(to, &from->options[i], d);
    return ok;
}

/* --- Files --- */

static bool is_folder(const char *path) {
    struct stat s;
    return stat(path, &s) == 0 && S_ISDIR(s.st_mode);
}

static bool is_file(const char *path) {
    struct stat s;
    return stat(path, &s) == 0 && S_ISREG(s.st_mode);
}

static int by_name(const void *a, const void *b) {
    const char *const *x = a, *const *y = b;
    return strcmp(*x, *y);
}

static void close_folder(void *subject) {
    DIR **folder = subject;
    if (*folder) closedir(*folder);
}

typedef struct listing {
    const char **paths;
    size_t count;
} listing;

static parley_status list_folder(listing *out, const char *path, arena *mem,
                                 parley_diags *d) {
    DIR **folder = ARENA_NEW(mem, DIR *);
    arena_defer(mem, close_folder, folder);
    *folder = opendir(path);
    if (!*folder) {
        diag_error(d, SPAN_NONE, "file/unreadable", "%s can't be read", path);
        return PARLEY_EIO;
    }
    out->paths = ARENA_ARRAY(mem, const char *, SCENARIO_FILES_MOST);
    for (const struct dirent *e; (e = readdir(*folder)) != NULL;) {
        const char *file = arena_format(mem, "%s/%s", path, e->d_name);
        if (e->d_name[0] == '.' || !is_file(file)) continue;
        if (out->count == SCENARIO_FILES_MOST) {
            diag_limit(d, SPAN_NONE, "import/too-large",
                       "%s has more than %d files", path, SCENARIO_FILES_MOST);
            return PARLEY_ELIMIT;
        }
        out->paths[out->count++] = file;
    }
    qsort(out->paths, out->count, sizeof *out->paths, by_name);
    return PARLEY_OK;
}

static parley_status list_files(listing *out, const parley_scenario *from,
                                arena *mem, parley_diags *d) {
    if (from->path_count == 1 && is_folder(from->paths[0]))
        return list_folder(out, from->paths[0], mem, d);
    out->paths = ARENA_ARRAY(mem, const char *, from->path_count);
    for (size_t i = 0; i < from->path_count; i++)
        out->paths[i] = from->paths[i];
    out->count = from->path_count;
    return PARLEY_OK;
}

/* --- The scenario --- */

typedef struct opened {
    scenario_file *files;
    size_t count;
    bool ok;
} opened;

static parley_status open_files(opened *out, const listing *from, arena *mem,
                                parley_diags *d) {
    out->files = ARENA_ARRAY(mem, scenario_file, from->count);
    out->ok = true;
    for (size_t i = 0; i < from->count; i++) {
        source_text *text;
        parley_status status = api_read(&text, from->paths[i], mem, d);
        if (status != PARLEY_OK) return status;
        if (scenario_open(&out->files[out->count], text, mem, d))
            out->count++;
        else
            out->ok = false;
    }
    return PARLEY_OK;
}

parley_status api_scenario_text(const char **out, const parley_scenario *from,
                                arena *mem, parley_diags *d) {
    scenario_ask ask = {0};
    if (!d) d = diag_private(mem);
    if (!read_options(&ask, from, d)) return PARLEY_EUSAGE;
    listing list = {0};
    parley_status status = list_files(&list, from, mem, d);
    if (status != PARLEY_OK) return status;
    opened of = {0};
    size_t limits = diag_limit_count(d);
    status = open_files(&of, &list, mem, d);
    if (status != PARLEY_OK) return status;
    if (!of.ok) return api_outcome(false, limits, d);
    *out = scenario_import(of.files, of.count, &ask, mem, d);
    return api_outcome(*out != NULL, limits, d);
}
