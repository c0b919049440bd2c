# SPDX-License-Identifier: Apache-2.0
"""Is a list of worth vectors all of a case's frontier? Arguments that trust
nothing the engine says, from the strongest that is affordable:

enumerated  all outcomes are worth what some vector is worth, or less
halved      additive worths: the frontier of all issues from the frontiers of
            two halves of them, and so on down to single issues
searched    issue by issue, a choice is left alone where even the best of all
            that can follow is covered by a vector; what remains is compared
cornered    two parties, worths of boxes, none negative, without rules: for each
            corner of the claimed staircase corners.c looks for an outcome
            beyond it
sampled     no proof: random outcomes, and, for additive worths, that the best
            outcome for each of many weighted sums (the best of every issue) is
            worth as much as the best vector, which holds for all outcomes that
            are best for one of these weights

Each gives (proven, counts, frontier): outcomes by worth vector where they were
counted, and the vectors of the frontier where they were derived, else None.
`missed` raises with an outcome or a vector that no claimed one covers."""
import bisect
import functools
import itertools
import math
import os
import random
import subprocess

ENUMERATED, SEARCHED, PAIRS = 20000, 10 ** 12, 4000000
STATES, SAMPLES = 40000, 2000


class Missed(Exception):
    pass


def covers(a, b):
    return all(x >= y for x, y in zip(a, b))


class Cover:
    """Does one of the vectors cover another? Two parties: a staircase; more:
    by descending sums, of which only as large ones can cover."""

    def __init__(self, vectors):
        self.vectors = sorted(vectors, key=lambda v: (-sum(v), v))
        self.sums = [-sum(v) for v in self.vectors]
        if vectors and len(self.vectors[0]) == 2:
            self.stairs = sorted(vectors)
            self.most = [y for _, y in self.stairs]
            for i in range(len(self.most) - 2, -1, -1):
                self.most[i] = max(self.most[i], self.most[i + 1])

    def by(self, v):
        """A vector that covers v, or None."""
        if len(v) == 2 and self.vectors:
            at = bisect.bisect_left(self.stairs, (v[0], -10 ** 40))
            if at == len(self.stairs) or self.most[at] < v[1]:
                return None
            return next(s for s in self.stairs[at:] if s[1] >= v[1])
        end = bisect.bisect_right(self.sums, -sum(v))
        return next((c for c in self.vectors[:end] if covers(c, v)), None)


def shifted(claimed, gap):
    return [tuple(a + g for a, g in zip(c, gap)) for c in claimed]


def undominated(counts):
    """Of a dict by worth vector, what no other vector dominates."""
    kept = {}
    if counts and len(next(iter(counts))) == 2:
        best = None
        for v in sorted(counts, reverse=True):
            if best is None or v[1] > best:
                kept[v], best = counts[v], v[1]
        return kept
    for v in sorted(counts, key=sum, reverse=True):
        if not any(covers(k, v) for k in kept):
            kept[v] = counts[v]
    return kept


def size_of(case):
    size = 1
    for options in case.options:
        size *= len(options)
    return size


# --- All outcomes ---


@functools.lru_cache(maxsize=1)  # many claims are checked of one case
def walked(case):
    counts = {}
    for x in itertools.product(*(range(len(o)) for o in case.options)):
        if case.keeps_rules(x):
            v = case.worth(x)
            counts[v] = counts.get(v, 0) + 1
    return counts, undominated(counts)


def compared(frontier, claimed, gap):
    reach = Cover(shifted(claimed, gap))
    for v in frontier:
        if not reach.by(v):
            raise Missed(f"nothing claimed covers {v}, on the frontier")


def enumerated(case, claimed, gap):
    counts, frontier = walked(case)
    compared(frontier, claimed, gap)
    return True, counts, set(frontier)


# --- Halves ---


@functools.lru_cache(maxsize=400)
def halves(case, first, end):
    if end - first == 1:
        counts = {}
        for v in zip(*(table[first] for table in case.worths)):
            counts[v] = counts.get(v, 0) + 1
        return undominated(counts)
    middle = (first + end) // 2
    left, right = halves(case, first, middle), halves(case, middle, end)
    if len(left) * len(right) > PAIRS:
        raise OverflowError
    counts = {}
    for a, n in left.items():
        for b, m in right.items():
            v = tuple(x + y for x, y in zip(a, b))
            counts[v] = counts.get(v, 0) + n * m
    return undominated(counts)


def halved(case, claimed, gap):
    counts = halves(case, 0, len(case.names))
    compared(counts, claimed, gap)
    return True, counts, set(counts)


# --- A search ---


class Search:
    """Issue by issue, those first that most worth hangs on. The bound of a
    choice is its worth so far, the best option of every issue to come and
    every condition with a positive worth that may still hold. Choices with one
    bound and one future are taken together: the same conditions open, and the
    same options wherever an open rule or condition is more than a box."""

    def __init__(self, case, claimed, gap):
        self.case, self.exact = case, not any(gap)
        self.reach = Cover(shifted(claimed, gap))
        self.conditions = [(p, c, worth) for p, when in enumerate(case.when)
                           for c, worth in when]
        self.order = sorted(range(len(case.names)), key=self.weight,
                            reverse=True)

    def weight(self, j):
        return sum(abs(worth) for _, condition, worth in self.conditions
                   if j in condition.issues)

    def run(self):
        """How many outcomes have each worth vector that is not covered by a
        better one."""
        best = [sum(max(row) for row in table) for table in self.case.worths]
        for p, _, worth in self.conditions:
            best[p] += max(worth, 0)
        start = [None] * len(self.order)
        states = {(): (start, best, self.conditions, 1)}
        for j in self.order:
            after = {}
            for state in states.values():
                for option in range(len(self.case.options[j])):
                    self.add(after, j, option, *state)
            if len(after) > STATES:
                raise OverflowError
            states = after
        counts = {}
        for x, bound, _, ways in states.values():
            if not self.reach.by(self.capped(bound)):
                raise Missed(f"nothing claimed covers {bound}, the worth of "
                             f"{x}")
            v = self.capped(bound)
            counts[v] = counts.get(v, 0) + ways
        return counts

    def capped(self, bound):
        return tuple(b if cap is None else min(b, cap)
                     for b, cap in zip(bound, self.case.caps))

    def add(self, states, j, option, x, bound, open_conditions, ways):
        x = x[:j] + [option] + x[j + 1:]
        if any(rule.holds(x) is False for rule in self.case.rules):
            return
        bound, still_open = self.taken(j, x, bound, open_conditions)
        capped = self.capped(bound)
        found = self.reach.by(capped)
        if found and (found != capped or not self.exact):
            return
        key = self.future(x, still_open), tuple(bound)
        before = states[key][3] if key in states else 0
        states[key] = (x, bound, still_open, ways + before)

    def taken(self, j, x, bound, open_conditions):
        """The bound, and what is still open, now that issue j has an option."""
        to = [b + table[j][x[j]] - max(table[j])
              for b, table in zip(bound, self.case.worths)]
        still_open = []
        for item in open_conditions:
            p, condition, worth = item
            holds = condition.holds(x) if j in condition.issues else None
            if holds is None:
                still_open.append(item)
            elif holds == (worth < 0):
                to[p] -= abs(worth)
        return to, still_open

    def future(self, x, open_conditions):
        pending = [c for _, c, _ in open_conditions if not c.is_box]
        pending += [r for r in self.case.rules if r.holds(x) is None]
        matter = set().union(*(c.issues for c in pending)) if pending else ()
        return (tuple(id(c) for _, c, _ in open_conditions),
                tuple(x[j] for j in sorted(matter)))


def searched(case, claimed, gap):
    search = Search(case, claimed, gap)
    counts = search.run()
    return True, counts if search.exact else None, None


# --- Corners ---


def boxes_of(case, p):
    """What an outcome is worth at least, and the boxes that add to it."""
    least, boxes = 0, []
    for j, row in enumerate(case.worths[p]):
        least += min(row)
        boxes += [(w - min(row), {j: {o}}) for o, w in enumerate(row)]
    for condition, worth in case.when[p]:
        if not condition.is_box or worth < 0:
            raise OverflowError
        boxes.append((worth, condition.box))
    return least, [(w, box) for w, box in boxes if w > 0]


def needs_beyond(claimed, least, steps, caps):
    """What the boxes of an outcome must be worth, for each corner; 0: nothing.
    Sums are multiples of a step; nothing is above a cap."""
    stairs = sorted(undominated(dict.fromkeys(claimed, 1)))
    rights = [None] + [x for x, _ in stairs]
    tops = [y for _, y in stairs] + [None]
    for corner in zip(rights, tops):
        if any(u is not None and cap is not None and u >= cap
               for u, cap in zip(corner, caps)):
            continue
        yield [0 if u is None else max(0, (u - low) // step * step + step)
               for u, low, step in zip(corner, least, steps)]


def cornered(case, claimed, gap):
    nothing_beyond(case, tuple(shifted(claimed, gap)))
    return True, None, None


@functools.lru_cache(maxsize=4)
def nothing_beyond(case, claimed):
    program = os.environ.get("CORNERS")
    if case.rules or len(case.parties) != 2 or not program or not claimed:
        raise OverflowError
    found = [boxes_of(case, p) for p in range(2)]
    least = [low for low, _ in found]
    steps = [math.gcd(*(w for w, _ in boxes)) or 1 for _, boxes in found]
    text = [len(case.names), *(len(o) for o in case.options),
            sum(len(boxes) for _, boxes in found)]
    for p, (_, boxes) in enumerate(found):
        for worth, box in boxes:
            text += [p, worth, len(box)]
            for j, allowed in box.items():
                text += [j, len(allowed), *sorted(allowed)]
    needs = list(needs_beyond(claimed, least, steps, case.caps))
    text += [len(needs), *(n for corner in needs for n in corner)]
    done = subprocess.run([program], input=" ".join(map(str, text)),
                          capture_output=True, text=True)
    if done.returncode == 1:
        x = [int(o) for o in done.stdout.split()]
        raise Missed(f"nothing claimed covers {case.worth(x)}, the worth of "
                     f"{tuple(x)}")
    if done.returncode != 0:
        raise OverflowError


# --- No proof ---


def weights_of(n, count, rng):
    for p in range(n):
        yield [int(p == q) for q in range(n)]
    for _ in range(count):
        yield [rng.randrange(1, 1000) for _ in range(n)]


def sampled(case, claimed, gap):
    rng = random.Random(1)
    reach = Cover(shifted(claimed, gap))
    for _ in range(SAMPLES):
        x = [rng.randrange(len(o)) for o in case.options]
        if case.keeps_rules(x) and not reach.by(case.worth(x)):
            raise Missed(f"nothing claimed covers {case.worth(x)}, the worth "
                         f"of {tuple(x)}")
    if case.is_additive() and not any(gap):
        for w in weights_of(len(case.parties), 200, rng):
            most = sum(max(sum(k * table[j][o] for k, table in
                               zip(w, case.worths)) for o in range(len(row)))
                       for j, row in enumerate(case.options))
            if max(sum(k * u for k, u in zip(w, c)) for c in claimed) < most:
                raise Missed(f"the best outcome for weights {w} is missing")
    return False, None, None


def argue(case, claimed, gap):
    """(name, proven, counts, frontier)"""
    order = [enumerated] if size_of(case) <= ENUMERATED else []
    if case.is_additive():
        order.append(halved)
    elif len(order) == 0:
        large = size_of(case) > SEARCHED
        order += [cornered, searched] if large else [searched, cornered]
    for argument in order + [sampled]:
        try:
            return (argument.__name__, *argument(case, claimed, gap))
        except OverflowError:
            continue
