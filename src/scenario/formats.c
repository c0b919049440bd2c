/* SPDX-License-Identifier: Apache-2.0
 *
 * Which files make a scenario, and of which tool.
 *
 * A file is looked at by what is in it, not by its name: XML begins with `<`,
 * all else is tried as JSON or YAML. Every format says of a file whether it is
 * a domain or a profile; what no format knows (notes, lists of results) is
 * passed over. Profiles are taken in the order given; each is a party. All
 * must be of one tool. Where profiles repeat the issues, the first stands in
 * for a domain that is missing. */
#include <string.h>

#include "base/text.h"
#include "scenario/scenario.h"

const scenario_format *const scenario_formats[] = {
    &scenario_genius,
    &scenario_geniusweb,
    &scenario_negolog,
    &scenario_negmas,
};
const size_t scenario_format_count =
    sizeof scenario_formats / sizeof scenario_formats[0];

/* --- One file --- */

static const char *after_blanks(const source_text *t) {
    size_t i = t->size >= 3 && memcmp(t->bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    while (i < t->size && strchr(" \t\r\n", t->bytes[i]) && t->bytes[i])
        i++;
    return t->bytes + i;
}

/* "<" within the first line or two: text may stand before it. */
static bool looks_like_xml(const source_text *t) {
    const char *at = after_blanks(t);
    size_t left = t->size - (size_t)(at - t->bytes);
    if (left == 0) return false;
    if (*at == '<') return true;
    if (*at == '{' || *at == '[') return false;
    size_t near = left < 400 ? left : 400;
    return memmem(at, near, "<?xml", 5) != NULL ||
           memmem(at, near, "<utility_space", 14) != NULL ||
           memmem(at, near, "<negotiation_template", 21) != NULL;
}

static bool ends_with(const char *path, const char *end) {
    size_t size = strlen(path), tail = strlen(end);
    return size >= tail && strcasecmp(path + size - tail, end) == 0;
}

static bool may_be_tree(const scenario_file *f) {
    return ends_with(f->path, ".json") || ends_with(f->path, ".yml") ||
           ends_with(f->path, ".yaml");
}

bool scenario_open(scenario_file *out, const source_text *text, arena *mem,
                   parley_diags *d) {
    *out = (scenario_file){.path = text->name, .text = text};
    if (looks_like_xml(text)) {
        out->xml = xml_parse(text, mem, d);
        return out->xml != NULL;
    }
    if (may_be_tree(out)) return node_parse(&out->tree, text, mem, d);
    return true;
}

static scenario_part part_of(const scenario_format *by,
                             const scenario_file *f) {
    return f->xml || f->tree ? by->part(f) : SCENARIO_NOTHING;
}

static const scenario_format *format_of(const scenario_file *f) {
    for (size_t i = 0; i < scenario_format_count; i++)
        if (part_of(scenario_formats[i], f) != SCENARIO_NOTHING)
            return scenario_formats[i];
    return NULL;
}

bool scenario_knows(const scenario_file *f) { return format_of(f) != NULL; }

/* --- All files --- */

typedef struct sorting {
    const scenario_format *by;
    const scenario_file *domain;
    const scenario_file **profiles;
    int profile_count;
} sorting;

static bool take_file(sorting *to, const scenario_file *f, parley_diags *d) {
    const scenario_format *by = format_of(f);
    const span at = {f->text, 0, 0};
    if (!by) {
        diag_note(d, at, "import/passed-over",
                  "this is no domain or profile that is known");
        return true;
    }
    if (to->by && to->by != by)
        return diag_error(d, at, "import/mixed",
                          "files of %s and of %s don't make one scenario",
                          to->by->tool, by->tool);
    to->by = by;
    if (part_of(by, f) == SCENARIO_PROFILE) {
        to->profiles[to->profile_count++] = f;
        return true;
    }
    if (to->domain) {
        diag_error(d, at, "import/two-domains",
                   "%s is a domain as well; one is needed", to->domain->path);
        diag_hint(d, "name the files: DOMAIN PROFILE PROFILE");
        return false;
    }
    to->domain = f;
    return true;
}

/* False with an error; true means that format and domain are known. */
static bool sort_files(sorting *to, const scenario_file *files, size_t count,
                       arena *mem, parley_diags *d) {
    bool ok = true;
    to->profiles = ARENA_ARRAY(mem, const scenario_file *, count);
    for (size_t i = 0; i < count; i++)
        ok &= take_file(to, &files[i], d);
    if (!ok) return false;
    if (!to->by)
        return diag_error(d, SPAN_NONE, "import/nothing",
                          "no domain or profile of GENIUS, NegMAS, GeniusWeb "
                          "or NegoLog is among the files");
    if (to->profile_count < 2) {
        diag_error(d, SPAN_NONE, "import/few-profiles",
                   "a scenario needs two profiles or more; here %s %d",
                   to->profile_count == 1 ? "is" : "are", to->profile_count);
        return false;
    }
    if (!to->domain && to->by->profile_has_issues) to->domain = to->profiles[0];
    if (!to->domain)
        return diag_error(d, SPAN_NONE, "import/no-domain",
                          "the file with the issues is missing");
    return true;
}

/* The folder of the files, or the domain's name. */
static const char *title_of(const sorting *t, arena *mem) {
    const char *path = t->domain->path;
    const char *slash = strrchr(path, '/');
    if (t->domain != t->profiles[0] || !slash) return scenario_stem(path, mem);
    return scenario_stem(arena_text(mem, path, (size_t)(slash - path)), mem);
}

const char *scenario_import(const scenario_file *files, size_t count,
                            const scenario_ask *ask, arena *mem,
                            parley_diags *d) {
    sorting of = {0};
    bool sorted = sort_files(&of, files, count, mem, d);
    if (!sorted || !of.by || !of.domain) return NULL;
    scenario s = {.tool = of.by->tool, .title = title_of(&of, mem)};
    scenario_reading r = {&s, ask, ask->semantics, mem, d};
    if (r.semantics == SCENARIO_OWN) r.semantics = of.by->own;
    if (ask->profiles_most > 0 && of.profile_count > ask->profiles_most)
        of.profile_count = ask->profiles_most;
    if (!of.by->read_domain(&r, of.domain)) return NULL;
    s.profiles = ARENA_ARRAY(mem, scenario_profile, of.profile_count);
    bool ok = true;
    for (int i = 0; i < of.profile_count; i++)
        ok &= of.by->read_profile(&r, of.profiles[i], &s.profiles[i]);
    s.profile_count = of.profile_count;
    return ok ? scenario_write(&s, mem, d) : NULL;
}
