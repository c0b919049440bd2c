/* SPDX-License-Identifier: Apache-2.0
 * A model in the JSON form of the published ones (options with owners, YN-
 * patterns) as the text of a Parley case, options reversed and N first. */
#ifndef TESTS_STABILITY_PATTERNS_H
#define TESTS_STABILITY_PATTERNS_H

#include "case/node.h"

typedef struct pattern_case {
    arena *mem;
    const char *text;
} pattern_case;

static inline void pattern_add(pattern_case *p, const char *more) {
    p->text = arena_format(p->mem, "%s%s", p->text, more);
}

/* "o3 = y and o5 = n" for "---Y-N". */
static inline const char *pattern_expr(const char *pattern, arena *mem) {
    const char *text = "";
    for (int k = 0; pattern[k]; k++)
        if (pattern[k] != '-')
            text = arena_format(mem, "%s%so%d = %c", text, *text ? " and " : "",
                                k, pattern[k] == 'Y' ? 'y' : 'n');
    return text;
}

static inline int pattern_owner(const node *parties, const char *name) {
    size_t k = 0;
    while (strcmp(node_find(parties->items[k], "name")->text, name) != 0)
        k++;
    return (int)k;
}

static inline void pattern_statement(pattern_case *p, const node *n) {
    pattern_add(p, "      - ");
    if (n->kind == NODE_TEXT) pattern_add(p, pattern_expr(n->text, p->mem));
    for (size_t k = 0; n->kind == NODE_LIST && k < n->count; k++)
        pattern_add(p, arena_format(p->mem, "%s(%s)", k ? " or " : "",
                                    pattern_expr(n->items[k]->text, p->mem)));
    pattern_add(p, "\n");
}

static inline const char *pattern_text(const node *model, arena *mem) {
    const node *parties = node_find(model, "dms");
    const node *options = node_find(model, "options");
    const node *rules = node_find(model, "infeasible_patterns");
    const node *wishes = node_find(model, "preference_statements");
    pattern_case p = {mem, "parley: 1\ncase: patterns\nparties:\n"};
    for (size_t k = 0; k < parties->count; k++)
        pattern_add(&p, arena_format(mem, "  p%zu: {name: p%zu}\n", k, k));
    pattern_add(&p, "issues:\n");
    for (size_t k = options->count; k-- > 0;)
        pattern_add(
            &p, arena_format(
                    mem, "  o%zu: {options: [n, y], by: p%d}\n", k,
                    pattern_owner(
                        parties, node_find(options->items[k], "owner")->text)));
    pattern_add(&p, "rules:\n");
    for (size_t k = 0; k < rules->count; k++)
        pattern_add(&p, arena_format(mem, "  - not (%s)\n",
                                     pattern_expr(rules->items[k]->text, mem)));
    pattern_add(&p, "preferences:\n");
    for (size_t k = 0; k < parties->count; k++) {
        const node *list =
            node_find(wishes, node_find(parties->items[k], "name")->text);
        pattern_add(&p, arena_format(mem, "  p%zu:\n    order:%s\n", k,
                                     list->count ? "" : " []"));
        for (size_t i = 0; i < list->count; i++)
            pattern_statement(&p, list->items[i]);
    }
    return p.text;
}

#endif
