/* SPDX-License-Identifier: Apache-2.0
 * How long does loading a case take, and how much of it is the YAML library?
 * Best and middle of many runs on tests/golden/cairo-oracle.yaml, in
 * microseconds: libyaml's parser alone, the tree with its places, and the
 * checked model. Then the same for a record of 10,000 statements. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <yaml.h>

#include "case/load.h"

enum { RUNS = 501, RUNS_LARGE = 11, STATEMENTS = 10000 };

typedef struct work {
    const char *bytes;
    size_t size;
} work;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void run_yaml(const work *w) {
    yaml_parser_t parser;
    yaml_event_t event;
    bool more = true;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (const unsigned char *)w->bytes,
                                 w->size);
    while (more && yaml_parser_parse(&parser, &event)) {
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

static void run_tree(const work *w) {
    arena *mem = arena_new(NULL);
    const node *root;
    node_parse(&root, source_new(mem, "bench", w->bytes, w->size), mem, NULL);
    arena_free(mem);
}

static void run_load(const work *w) {
    arena *mem = arena_new(NULL);
    const case_model *c;
    bool ok =
        case_load(&c, source_new(mem, "bench", w->bytes, w->size), mem, NULL);
    arena_free(mem);
    if (!ok) exit(1);
}

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double measure(const char *what, void (*run)(const work *w),
                      const work *w, int runs) {
    double times[RUNS];
    for (int i = 0; i < runs; i++) {
        double begin = now();
        run(w);
        times[i] = now() - begin;
    }
    qsort(times, (size_t)runs, sizeof *times, compare);
    printf("  %-18s best %9.1f us   middle %9.1f us\n", what, times[0],
           times[runs / 2]);
    return times[0];
}

static void measure_all(const char *name, const work *w, int runs) {
    printf("%s, %zu bytes\n", name, w->size);
    double yaml = measure("libyaml alone", run_yaml, w, runs);
    measure("tree with places", run_tree, w, runs);
    double load = measure("checked case", run_load, w, runs);
    printf("  libyaml's share    %.0f %%\n", 100 * yaml / load);
}

static work make_large(arena *mem) {
    size_t room = (size_t)STATEMENTS * 200 + 1000, size = 0;
    char *text = arena_get(mem, room);
    size += (size_t)snprintf(
        text, room,
        "parley: 1\ncase: large\nsources: {r1: {date: 2024-01-01}}\n"
        "parties: {a: {}, b: {}}\npeople: {p: {of: a, office: leader}}\n"
        "issues: {x: {options: [x0, x1, x2]}, y: {options: [y0, y1]}}\n"
        "record:\n");
    for (int i = 0; i < STATEMENTS; i++)
        size += (size_t)snprintf(
            text + size, room - size,
            "  - {id: s%d, by: p, for: a, source: r1 par. %d, kind: demand, "
            "about: {x: [x1, x2], y: y1}}\n",
            i, i + 1);
    return (work){text, size};
}

int main(void) {
    arena *mem = arena_new(NULL);
    guard g;
    source_text *text;
    arena_set_guard(mem, &g);
    if (!source_read(&text, PARLEY_ROOT "/tests/golden/cairo-oracle.yaml",
                     1 << 20, mem, NULL))
        return 1;
    work cairo = {text->bytes, text->size};
    measure_all("cairo-oracle.yaml", &cairo, RUNS);
    work large = make_large(mem);
    measure_all("10,000 statements", &large, RUNS_LARGE);
    arena_free(mem);
    return 0;
}
