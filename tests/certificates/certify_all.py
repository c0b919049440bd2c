#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""certify_all.py PARLEY [CASE|FOLDER...]: what `parley deals` says of random
cases, and of the cases and scenarios named, checked by check_certificate.py;
then the same answers spoiled in every way of corrupt.py, each of which must be
found."""
import copy
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter

import make
from case import Case
from check_certificate import Missed, Wrong, certify
from corrupt import (CORRUPTIONS, outcomes_of_a_point_are_off,
                     ties_are_miscounted)

PARLEY, GIVEN = sys.argv[1], sys.argv[2:]


def random_cases():
    for seed in range(120):
        yield f"small {seed}", make.small(seed)
    for parties, issues, options in (
            (2, 3, 10), (2, 20, 10), (3, 10, 6), (4, 6, 6), (5, 5, 4)):
        for seed in range(2):
            yield (f"{parties} parties, {options}^{issues} outcomes",
                   make.additive(parties, issues, options, seed))
    yield "2 parties, 10^40 outcomes, many ties", make.additive(2, 40, 10, 0, 5)
    for parties, issues, each in ((2, 6, 8), (2, 10, 10), (3, 6, 6),
                                  (2, 20, 40)):
        yield (f"{parties} parties, boxes over 10^{issues} outcomes",
               make.rectangles(parties, issues, each, 0))


def run(*arguments):
    """None where the rules leave no outcome."""
    done = subprocess.run([PARLEY, *arguments], capture_output=True, text=True)
    if "[case/no-outcome]" in done.stderr:
        return None
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return done.stdout


def given_cases():
    for path in GIVEN:
        if os.path.isdir(path):
            yield path, run("import", path)
        else:
            with open(path, encoding="utf-8") as file:
                yield path, file.read()


def spoil(case, tree, name, tally):
    """Outcomes of a point are not counted at corners."""
    failed = 0
    for corruption in CORRUPTIONS:
        spoiled = copy.deepcopy(tree)
        if not tree["frontier"]["points"] or not corruption(spoiled, case):
            continue
        tally[corruption.__name__] += 1
        try:
            how = certify(case, spoiled)
        except (Wrong, Missed):
            continue
        if "no proof" in how and "missing" in corruption.__name__:
            continue
        if how == "cornered" and corruption in (outcomes_of_a_point_are_off,
                                                ties_are_miscounted):
            continue
        print(f"NOT FOUND: {corruption.__name__} in {name} ({how})")
        failed += 1
    return failed


def main():
    failed, how, tally = 0, Counter(), Counter()
    with tempfile.TemporaryDirectory() as work:
        path = os.path.join(work, "case.yaml")
        for name, text in [*random_cases(), *given_cases()]:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            answer = run("deals", path, "--format", "json")
            if answer is None:
                how["refused, having no outcome"] += 1
                continue
            case, tree = Case(path), json.loads(answer)
            try:
                by = certify(case, tree)
            except (Wrong, Missed) as problem:
                print(f"WRONG: {name}: {problem}")
                failed += 1
                continue
            how[by] += 1
            if not name.startswith("small"):
                print(f"{name}: {len(tree['frontier']['points'])} points, {by}")
            failed += spoil(case, tree, name, tally)
    print("answers:", ", ".join(f"{n} {by}" for by, n in how.items()))
    print(f"spoiled answers: {sum(tally.values())}")
    idle = [c.__name__ for c in CORRUPTIONS if not tally[c.__name__]]
    for name in idle:
        print("NEVER TRIED:", name)
    sys.exit(1 if failed or idle else 0)


main()
