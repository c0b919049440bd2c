#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""reference.py PARLEY SHARED: what `parley deals` says of scenarios of others,
against numbers that other programs computed (SHARED/domains/reference*.json
and the results that GeniusWeb and NegoLog ship with their domains).

Worths are also computed a second time here, from the case that was imported,
by walking all outcomes of the smaller domains.
"""
import itertools
import json
import os
import subprocess
import sys

import yaml

PARLEY, SHARED = sys.argv[1], sys.argv[2]
DOMAINS = os.path.join(SHARED, "domains")
EPSILON = 1e-9
SOLUTIONS = ("nash,kalai-smorodinsky,egalitarian,utilitarian,genius-kalai,"
             "negmas-ks")
checks = wrong = 0


def check(ok, *what):
    global checks, wrong
    checks += 1
    if not ok:
        wrong += 1
        print("WRONG:", *what)


def near(a, b, epsilon=EPSILON):
    return abs(a - b) <= epsilon * max(1, abs(a), abs(b))


def all_near(a, b):
    return len(a) == len(b) and all(near(x, y) for x, y in zip(a, b))


def run(*arguments):
    done = subprocess.run([PARLEY, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return done.stdout


def deals(paths, *options):
    return json.loads(run("deals", *paths, "--format", "json", *options))


# --- Worths, from the text of the case ---


def load(paths, *options):
    return yaml.load(run("import", *paths, *options), Loader=yaml.BaseLoader)


def options_of(issue):
    if "options" in issue:
        return issue["options"]
    return [str(x) for x in range(int(issue["from"]), int(issue["to"]) + 1)]


def tables(case):
    issues = case["issues"]
    names = {i: options_of(x) for i, x in issues.items()}
    for entry in case["preferences"].values():
        worth = entry.get("worth") or {}
        yield [[float((worth.get(i) or {}).get(o, 0)) for o in names[i]]
               for i in names], float(entry.get("cap", "inf"))


def walk(case):
    """(index, worths) of every outcome, the last issue fastest."""
    parts = list(tables(case))
    sizes = [range(len(t)) for t in parts[0][0]]
    for index, outcome in enumerate(itertools.product(*sizes)):
        yield index, tuple(
            round(min(cap, sum(t[k] for t, k in zip(table, outcome))), 9)
            for table, cap in parts)


def maximal(points):
    kept = []
    for p in sorted(set(points), reverse=True):
        if not any(all(x >= y for x, y in zip(q, p)) for q in kept):
            kept.append(p)
    return kept


# --- reference.json ---


def index_of(case, terms):
    index = 0
    for name, issue in case["issues"].items():
        names = options_of(issue)
        index = index * len(names) + names.index(terms[name])
    return index


def solution(found, name):
    for s in found["solutions"]:
        if s["name"] == name:
            return s
    return None


def check_solution(where, case, found, name, gold, value):
    """The reference's tie is by one number; ours breaks it further down."""
    s = solution(found, name)
    if gold is None or not gold.get("utilities"):
        check(s is None, where, name, "should not be there")
        return
    if s is None:
        check(False, where, name, "is missing")
        return
    check(near(value(s["worth"]), gold["value"]), where, name,
          value(s["worth"]), gold["value"])
    ours = {index_of(case, t) for t in s["ties"]}
    theirs = set(gold["outcome_index"])
    if gold["n_ties"] == len(theirs):
        check(ours <= theirs, where, name, "ties", ours, theirs)
        if name in ("nash", "utilitarian"):
            check(ours == theirs, where, name, "all ties", ours, theirs)


def differences(worth):
    return sum(abs(x - y) for x, y in itertools.combinations(worth, 2))


def spread(reserve, most):
    def value(worth):
        shares = [(u - r) / (m - r) for u, r, m in zip(worth, reserve, most)]
        return max(shares) - min(shares)
    return value


def check_tools(name, case, found, gold, reserve):
    """What other tools call Kalai-Smorodinsky; we give no solution where no
    outcome is good enough for all, GENIUS does."""
    genius = gold.get("ks_genius_mindiff_on_pareto")
    check_solution(name, case, found, "genius-kalai",
                   genius if gold["n_rational"] else None, differences)
    check_solution(name, case, found, "negmas-ks",
                   gold.get("ks_negmas_minspread_on_pareto"),
                   spread(reserve, gold["utility_max"]))


def least_share(reserve, ideal):
    def value(worth):
        return min((u - r) / (i - r)
                   for u, r, i in zip(worth, reserve, ideal) if i > r)
    return value


def check_gold(name, entry):
    gold = entry["gold_genius_semantics"]
    folder = os.path.join(DOMAINS, entry["dir"])
    paths = [os.path.join(folder, f)
             for f in [entry["domain"], *entry["profiles"]]]
    case = load(paths)
    found = deals(paths, "--solutions", SOLUTIONS)
    reserve = found["reserve"]
    check(all_near(reserve, entry["reservation_in_file"]), name, "reserve")
    sizes = [len(options_of(i)) for i in case["issues"].values()]
    check(sizes == [i["size"] for i in entry["issues"]], name, "issues", sizes)
    discounts = [float(p.get("discount", 1))
                 for p in case["preferences"].values()]
    check(all_near(discounts, entry["discount_in_file"]), name, "discount")
    check(int(found["outcomes"]) == gold["n_outcomes"], name, "outcomes")
    check(int(found["individually-rational"]) == gold["n_rational"], name,
          "rational", found["individually-rational"], gold["n_rational"])
    points = [tuple(p["worth"]) for p in found["frontier"]["points"]]
    counts = [int(p["outcomes"]) for p in found["frontier"]["points"]]
    check(len(points) == gold["pareto_unique_all"], name, "frontier",
          len(points), gold["pareto_unique_all"])
    check(sum(counts) == gold["pareto_outcomes_all"], name, "on the frontier",
          sum(counts), gold["pareto_outcomes_all"])
    rational = [k for p, k in zip(points, counts)
                if all(u >= r for u, r in zip(p, reserve))]
    if "pareto_unique_rational" in gold:
        check(len(rational) == gold["pareto_unique_rational"], name,
              "rational frontier", len(rational))
        check(sum(rational) == gold["pareto_outcomes_rational"], name,
              "on the rational frontier", sum(rational))

    def gains(worth):
        return [u - r for u, r in zip(worth, reserve)]

    def product(worth):
        p = 1
        for g in gains(worth):
            p *= g
        return p

    check_solution(name, case, found, "nash", gold.get("nash"), product)
    check_solution(name, case, found, "egalitarian",
                   gold.get("egalitarian_kalai"), lambda w: min(gains(w)))
    check_solution(name, case, found, "utilitarian", gold.get("utilitarian"),
                   sum)
    everyone = list(walk(case))
    best = [max(w[p] for _, w in everyone
                if all(u >= r for u, r in zip(w, reserve)))
            if gold["n_rational"] else 0 for p in range(len(reserve))]
    check_solution(name, case, found, "kalai-smorodinsky",
                   gold.get("ks_maxmin_ideal_ir"), least_share(reserve, best))
    for p in range(len(reserve)):
        column = [w[p] for _, w in everyone]
        check(near(min(column), gold["utility_min"][p]), name, "least")
        check(near(max(column), gold["utility_max"][p]), name, "most")
        check(near(sum(column), gold["utility_sum"][p]), name, "sum",
              sum(column), gold["utility_sum"][p])
    check_tools(name, case, found, gold, reserve)
    check_global_ks(name, gold, everyone, reserve)
    check_negmas(name, entry, paths)


def check_global_ks(name, gold, everyone, reserve):
    """Ideal over all outcomes: no concept of ours, a check of the worths."""
    other = gold.get("ks_maxmin_ideal_global")
    if not other:
        return
    value = least_share(reserve, gold["utility_max"])
    best = max(value(w) for _, w in everyone
               if all(u >= r for u, r in zip(w, reserve)))
    check(near(best, other["value"], 1e-8), name, "KS, global ideal", best)


def check_negmas(name, entry, paths):
    """The same files as NegMAS reads them."""
    gold = entry["negmas_as_loaded"]
    case = load(paths, "--semantics", "negmas")
    found = deals(paths, "--semantics", "negmas")
    count = int(found["frontier"]["count"])
    everyone = list(walk(case))
    if count != gold["pareto_unique_1e9"]:
        # NegMAS compares doubles as they are; noise adds points
        exact = len(maximal(w for _, w in everyone))
        check(count == exact < gold["pareto_unique_1e9"], name,
              "frontier of NegMAS", count, exact, gold["pareto_unique_1e9"])
        print(f"note: {name}: NegMAS counts {gold['pareto_unique_1e9']} "
              f"maximal points, {exact} are")
    for p, (low, high) in enumerate(gold["minmax"]):
        column = [w[p] for _, w in everyone]
        check(near(min(column), low), name, "NegMAS least", min(column), low)
        check(near(max(column), high), name, "NegMAS most", max(column), high)
    s = solution(found, "nash")
    for theirs in gold["nash"]:
        check(s is not None and any(index_of(case, t) == theirs["enum_index"]
                                    for t in s["ties"]),
              name, "NegMAS's Nash", theirs, s and s["worth"])


# --- reference_nonlinear.json ---


def conditions(entry):
    """`when` as Python: the expressions here are comparisons and `and`."""
    for item in entry.get("when", []):
        text = item["if"]
        negated = text.startswith("not (")
        if negated:
            text = text[5:-1]
        parts = [part.split() for part in text.split(" and ")]
        yield parts, negated, float(item["worth"])


def compare(value, sign, limit):
    return {"=": value == limit, ">=": value >= limit,
            "<=": value <= limit}[sign]


def nonlinear_worth(case, entry, outcome):
    values = dict(zip(case["issues"], outcome))
    total = sum(float(x[str(values[i])]) for i, x in
                (entry.get("worth") or {}).items())
    for parts, negated, worth in conditions(entry):
        holds = all(compare(values[name.strip("'")], sign, int(limit))
                    for name, sign, limit in parts)
        if holds != negated:
            total += worth
    return min(float(entry.get("cap", "inf")), total)


def check_nonlinear(reference):
    cases = {}
    for path, gold in reference.items():
        if path.startswith("_"):
            continue
        folder = os.path.join(DOMAINS, "genius-xml", os.path.dirname(path))
        if folder not in cases:
            cases[folder] = load([folder])
        case = cases[folder]
        name = os.path.basename(path)[:-len(".xml")]
        entry = next(case["preferences"][p] for p, x in case["parties"].items()
                     if x["name"] == name)
        check(near(float(entry["reserve"]), gold["reservation"]), path,
              "reserve", entry["reserve"])
        check(near(float(entry.get("discount", 1)), gold["discount"]), path,
              "discount")
        for outcome, value in gold["samples"]:
            ours = nonlinear_worth(case, entry, outcome)
            # multiples of one rounded unit: see docs/decisions/0009
            check(near(ours, value, 2e-9), path, outcome, ours, value)


# --- Results that come with the domains ---


def check_geniusweb():
    root = os.path.join(DOMAINS, "geniusweb-json")
    for name in sorted(os.listdir(root)):
        path = os.path.join(root, name, "specials.json")
        if not os.path.exists(path):
            continue
        gold = json.load(open(path))
        found = deals([os.path.join(root, name)], "--solutions", SOLUTIONS)
        where = "geniusweb " + name
        points = [p["worth"] for p in found["frontier"]["points"]]
        theirs = [p["utility"] for p in gold["pareto_front"]]
        check(int(found["outcomes"]) == gold["size"], where, "outcomes")
        check(len(points) == len(theirs) and
              all(all_near(p, q)
                  for p, q in zip(sorted(points), sorted(theirs))),
              where, "frontier", len(points), len(theirs))
        check(all_near(solution(found, "nash")["worth"],
                       gold["nash"]["utility"]), where, "nash")
        check(near(sum(solution(found, "utilitarian")["worth"]),
                   sum(gold["social_welfare"]["utility"])), where, "welfare")
        check(near(differences(solution(found, "genius-kalai")["worth"]),
                   differences(gold["kalai"]["utility"])), where, "kalai")


def check_negolog():
    root = os.path.join(DOMAINS, "negolog-json")
    for name in sorted(os.listdir(root)):
        path = os.path.join(root, name, "specs.json")
        if not os.path.exists(path):
            continue
        gold = json.load(open(path))
        found = deals([os.path.join(root, name)])
        where = "negolog " + name
        check(int(found["outcomes"]) == gold["NumberOfBids"], where,
              "outcomes")
        check(all_near(found["reserve"], [gold["ReservationValueProfileA"],
                                          gold["ReservationValueProfileB"]]),
              where, "reserve")
        worth = solution(found, "nash")["worth"]
        gains = [u - r for u, r in zip(worth, found["reserve"])]
        ours = [worth[0] * worth[1], gains[0] * gains[1]]
        check(any(near(x, gold.get("Nash Product", gold.get("Product Score")), 1e-8) for x in ours), where,
              "nash", ours, gold.get("Nash Product", gold.get("Product Score")))
        # "Social Welfare" is the best sum, whoever would rather walk away
        best = max(sum(p["worth"]) for p in found["frontier"]["points"])
        check(near(best, gold["Social Welfare"], 1e-8), where, "welfare", best,
              gold["Social Welfare"])


def main():
    reference = json.load(open(os.path.join(DOMAINS, "reference.json")))
    for name, entry in reference["domains"].items():
        check_gold(name, entry)
    nonlinear = os.path.join(DOMAINS, "reference_nonlinear.json")
    check_nonlinear(json.load(open(nonlinear)))
    check_geniusweb()
    check_negolog()
    print(f"{checks} checks, {wrong} wrong")
    sys.exit(wrong > 0)


main()
