#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""check_certificate.py CASE ANSWER: is what `parley deals CASE --format json`
answered true? Says by which argument the frontier is complete; prints what is
wrong and exits 1.

Nothing of the engine is used: the case is read again (case.py), every point's
outcome is followed and its worths are computed, no two points may be related,
the list must be complete (argue.py), and every solution must be the best of
the points by its definition, with all its ties and their number."""
import json
import sys
from fractions import Fraction

from argue import ENUMERATED, Missed, argue, covers, size_of
from case import UNIT, Case

RELATED_MOST = 3000  # points compared with each other, pair by pair


class Wrong(Exception):
    pass


def demand(ok, *what):
    if not ok:
        raise Wrong(" ".join(str(w) for w in what))


def number(given):
    """Counts above 2^53 are text."""
    return None if given is None else int(given)


class Answer:
    def __init__(self, case, tree):
        self.case, self.tree = case, tree
        self.points = [self.follow(p) for p in tree["frontier"]["points"]]
        self.copies = [number(p["outcomes"])
                       for p in tree["frontier"]["points"]]
        self.least = tree["counts-least"]
        self.gap = [round(Fraction(str(g)) * UNIT)
                    for g in tree["gap"] or [0] * len(case.parties)]

    def outcome(self, terms):
        case = self.case
        demand(set(terms) == set(case.names), "terms of other issues:", terms)
        x = tuple(options.index(terms[name]) if terms[name] in options else -1
                  for name, options in zip(case.names, case.options))
        demand(-1 not in x, "no such option:", terms)
        demand(case.keeps_rules(x), "a rule is broken by", terms)
        return x

    def follow(self, point):
        """The worths of a claimed outcome, which must be those claimed."""
        x = self.outcome(point["terms"])
        worth = self.case.worth(x)
        said = [float(w) for w in point["worth"]]
        demand(said == [u / UNIT for u in worth], "worths of", x, "are",
               [u / UNIT for u in worth], "and not", said)
        return x, worth


# --- The frontier ---


def check_points(a):
    tree = a.tree["frontier"]
    demand(number(tree["count"]) == len(a.points), "points:", tree["count"],
           "are counted,", len(a.points), "are there")
    demand(a.points == sorted(a.points), "points not in the order of outcomes")
    worths = sorted(w for _, w in a.points)
    demand(len(worths) <= RELATED_MOST or len(a.case.parties) == 2,
           "too many points to compare")
    if len(a.case.parties) == 2:
        pairs = zip(worths, worths[1:])
    else:
        pairs = ((v, w) for i, v in enumerate(worths) for w in worths[i + 1:])
    for v, w in pairs:
        demand(not covers(w, v), v, "is dominated by, or equal to", w)


def check_complete(a):
    name, proven, counts, frontier = argue(
        a.case, [w for _, w in a.points], a.gap)
    if frontier is not None and not any(a.gap):
        extra = {w for _, w in a.points} - frontier
        demand(not extra, "dominated by an outcome:", extra)
    for (x, worth), copies in zip(a.points, a.copies):
        own = counts.get(worth) if counts is not None else None
        if own is not None:
            demand(copies == own or (a.least and copies < own), "outcomes like",
                   x, "are", own, "and not", copies)
    return name, proven, counts


def check_counts(a, name, counts):
    size = size_of(a.case)
    if name == "enumerated":
        size = sum(counts.values())
    if name == "enumerated" or not a.case.rules:
        demand(number(a.tree["outcomes"]) in (size, None), "outcomes are", size)
    rational = number(a.tree["individually-rational"])
    if name == "enumerated":
        own = sum(n for w, n in counts.items() if is_rational(a, w))
        demand(rational == own, "rational outcomes are", own)
    elif rational == 0:
        demand(not any(is_rational(a, w) for _, w in a.points),
               "rational outcomes are denied")


# --- Solutions ---


def reserves(a, counts):
    found = []
    for p, said in enumerate(a.tree["reserve"]):
        own = a.case.reserve(p)
        if own is None and size_of(a.case) <= ENUMERATED:
            own = min((w[p] for w in counts), default=0)
        if own is None:
            own = round(Fraction(str(said)) * UNIT)
        demand(own / UNIT == said, "no deal is worth", own / UNIT)
        found.append(own)
    return found


def is_rational(a, worth):
    return covers(worth, a.reserve)


def nash(a, gains, ideal):
    """Gainers, and the product; products tie within 10^-12."""
    product = 1
    for gain in gains:
        product *= max(gain, 0) or 1
    return sum(g > 0 for g in gains), product


def nash_ties(best, other):
    return best[0] == other[0] and \
        other[1] * 10 ** 12 >= best[1] * (10 ** 12 - 1)


def kalai(a, gains, ideal):
    return sorted(Fraction(g, i) for g, i in zip(gains, ideal) if i > 0)


CONCEPTS = {
    "nash": (nash, nash_ties),
    "kalai-smorodinsky": (kalai, list.__eq__),
    "egalitarian": (lambda a, gains, ideal: sorted(gains), list.__eq__),
    "utilitarian": (lambda a, gains, ideal: sum(gains), int.__eq__),
}


def check_solution(a, solution, count):
    key, tie = CONCEPTS[solution["name"]]
    good = [(x, w, n) for (x, w), n in zip(a.points, a.copies)
            if is_rational(a, w)]
    ideal = [max(w[p] for _, w, _ in good) - a.reserve[p]
             for p in range(len(a.reserve))]
    gains = [[u - d for u, d in zip(w, a.reserve)] for _, w, _ in good]
    keys = [key(a, g, ideal) for g in gains]
    tied = [g for g, k in zip(good, keys) if tie(max(keys), k)]
    name = solution["name"]
    x, worth = a.follow(solution)
    demand(worth in [w for _, w, _ in tied], name, "is not at", x)
    demand(x == min(y for y, _, _ in tied), name, "is not the first of its ties")
    demand(number(count) == sum(n for _, _, n in tied), name, "has",
           sum(n for _, _, n in tied), "ties, not", count)
    ties = [a.outcome(t) for t in solution["ties"]]
    demand(ties == sorted(set(ties)) and x in ties, name, "lists ties twice, "
           "out of order or without itself")
    demand(all(a.case.worth(t) in [w for _, w, _ in tied] for t in ties),
           name, "lists what does not tie")
    demand(len(ties) == min(number(count), 1000) or a.least, name, "lists",
           len(ties), "of", count, "ties")


def check_solutions(a):
    rational = any(is_rational(a, w) for _, w in a.points)
    demand(rational == bool(a.tree["solutions"]), "solutions without a deal, "
           "or none with one")
    for solution, count in zip(a.tree["solutions"], a.tree["tie-counts"]):
        if solution["name"] in CONCEPTS:
            check_solution(a, solution, count)


def certify(case, tree):
    """The argument by which the frontier is complete; raises Wrong, Missed."""
    a = Answer(case, tree)
    check_points(a)
    name, proven, counts = check_complete(a)
    a.reserve = reserves(a, counts)
    check_counts(a, name, counts)
    check_solutions(a)
    return name if proven else f"{name} (no proof)"


def main():
    with open(sys.argv[2], encoding="utf-8") as file:
        tree = json.load(file)
    try:
        print("complete:", certify(Case(sys.argv[1]), tree))
    except (Wrong, Missed) as problem:
        print("WRONG:", problem)
        sys.exit(1)


if __name__ == "__main__":
    main()
