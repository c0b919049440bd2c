/* SPDX-License-Identifier: Apache-2.0
 * What the readers of JSON and YAML share: names and numbers in a tree, with a
 * problem at their place where they are something else. */
#ifndef SCENARIO_TREE_H
#define SCENARIO_TREE_H

#include "scenario/scenario.h"

/* The value of a key if it is of this kind; else NULL with an error. */
const node *tree_get(scenario_reading *r, const node *n, const char *key,
                     node_kind kind);
/* A text's number; `usual` with an error where it is none. Infinities as
 * Python, YAML and JavaScript write them. */
double tree_number(scenario_reading *r, const node *n, double usual);
/* The same of a key that may be missing. */
double tree_number_at(scenario_reading *r, const node *n, const char *key,
                      double usual);
/* The text of a key, or "". */
const char *tree_text(const node *n, const char *key);
/* An issue whose values are a list of names. */
bool tree_options(scenario_reading *r, const node *list, scenario_issue *out);
/* A domain's issues, each with room; NULL with an error if too many. */
scenario_issue *tree_issues(scenario_reading *r, const node *at, size_t count);

/* Weight times the number that `map` gives each option; warnings for options
 * that it doesn't have, and for names that are no options. */
void tree_weigh(scenario_reading *r, const node *map, int issue, double weight,
                scenario_profile *out);

#endif
