#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""explode.py PARLEY: five parties and 10^20 outcomes have a frontier of more
points than are allowed. The refusal must say how far it came, and of which
limit; the epsilon it names must fit, and keep its promise."""
import json
import os
import re
import subprocess
import sys
import tempfile

import make
from argue import sampled
from case import UNIT, Case
from check_certificate import Answer

PARLEY, LIMIT = sys.argv[1], 1000000


def run(*arguments):
    return subprocess.run([PARLEY, "deals", *arguments], capture_output=True,
                          text=True)


def range_of(case, p):
    return sum(max(row) - min(row) for row in case.worths[p])


def solve(case, path, epsilon):
    done = run(path, "--epsilon", str(epsilon), "--format", "json")
    assert done.returncode == 0, done.stderr
    tree = json.loads(done.stdout)
    for p, gap in enumerate(tree["gap"]):
        assert gap * UNIT <= epsilon * range_of(case, p) * (1 + 1e-12), gap
    print(f"epsilon {epsilon}: {tree['frontier']['count']} points, gap",
          tree["gap"])
    return tree


def main():
    with tempfile.TemporaryDirectory() as work:
        path = os.path.join(work, "case.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(make.additive(5, 20, 10, 0))
        case = Case(path)
        refused = run(path)
        print(refused.stderr)
        assert refused.returncode == 3 and "frontier-limit" in refused.stderr
        said = re.search(r"after (\d+) of 20 issues the\s+partial frontiers "
                         r"have (\d+) in all, where (\d+) are allowed",
                         refused.stderr)
        assert said and int(said[1]) <= 20
        assert int(said[2]) > int(said[3]) == LIMIT
        fits = float(re.search(r"epsilon ([0-9.]+)", refused.stderr)[1])
        answer = Answer(case, solve(case, path, fits))
        sampled(case, [worth for _, worth in answer.points], answer.gap)


main()
