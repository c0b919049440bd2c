# SPDX-License-Identifier: Apache-2.0
"""Random cases for the checker, as the text of a case file."""
import random

PARTIES = "abcde"


def text_of(issues, preferences, rules=()):
    lines = ["parley: 1", "case: random", "as-of: 2024-01-01", "parties: {" +
             ", ".join(f"{p}: {{}}" for p in preferences) + "}", "issues:"]
    for name, options in issues.items():
        lines.append(f"  {name}: {{options: [{', '.join(options)}]}}")
    if rules:
        lines.append("rules:")
        lines += [f'  - "{rule}"' for rule in rules]
    lines.append("preferences:")
    for party, wants in preferences.items():
        lines.append(f"  {party}:")
        lines += [f"    {key}: {value}" for key, value in wants.items()]
    return "\n".join(lines) + "\n"


def issues_of(rng, count, least, most):
    return {f"i{j}": [f"o{o}" for o in range(rng.randint(least, most))]
            for j in range(count)}


def table(issues, worth):
    rows = []
    for name, options in issues.items():
        cells = ", ".join(f"{o}: {worth()}" for o in options)
        rows.append(f"{name}: {{{cells}}}")
    return "{" + ", ".join(rows) + "}"


def some_set(rng, issues, widest):
    name = rng.choice(list(issues))
    options = issues[name]
    width = rng.randint(1, max(1, int(widest * len(options))))
    low = rng.randrange(len(options) - width + 1)
    return f"{name} in {{{', '.join(options[low:low + width])}}}"


def condition(rng, issues, depth):
    kind = rng.randrange(6) if depth else 0
    if kind == 0:
        return some_set(rng, issues, 0.7)
    if kind == 1:
        return f"not ({condition(rng, issues, depth - 1)})"
    sign = ["and", "or", "->", "<->"][kind - 2]
    return (f"({condition(rng, issues, depth - 1)}) {sign} "
            f"({condition(rng, issues, depth - 1)})")


def small(seed):
    """Everything a case may have, few different worths: many ties."""
    rng = random.Random(f"small {seed}")
    issues = issues_of(rng, rng.randint(2, 5), 2, 4)
    coarse = rng.random() < 0.5
    wants = {}
    for p in PARTIES[:rng.randint(2, 5)]:
        def worth():
            return rng.randint(0, 2) if coarse else rng.randint(0, 999) / 1000
        wants[p] = {"worth": table(issues, worth)}
        if rng.random() < 0.4:
            entries = ", ".join(
                f'{{if: "{condition(rng, issues, 2)}", '
                f'worth: {rng.randint(-2, 2)}}}' for _ in range(2))
            wants[p]["when"] = f"[{entries}]"
        if rng.random() < 0.2:
            wants[p]["cap"] = rng.randint(1, 4)
        wants[p]["reserve"] = rng.choice(["none", 0, 0.5, 1, 1.5])
    rules = [condition(rng, issues, 2) for _ in range(rng.randrange(3))]
    return text_of(issues, wants, rules)


def additive(parties, issues, options, seed, unit=1000000):
    """Worths that have nothing to do with each other."""
    rng = random.Random(f"additive {parties} {issues} {seed}")
    of = issues_of(rng, issues, options, options)
    wants = {p: {"worth": table(of, lambda: rng.randrange(unit) / unit),
                 "reserve": 0.25 * issues}
             for p in PARTIES[:parties]}
    return text_of(of, wants)


def rectangles(parties, issues, each, seed):
    """Worths on boxes of up to four issues, and nothing else."""
    rng = random.Random(f"rectangles {parties} {issues} {seed}")
    of = issues_of(rng, issues, 10, 10)
    wants = {}
    for p in PARTIES[:parties]:
        boxes = []
        for _ in range(each):
            box = " and ".join(some_set(rng, of, 0.6)
                               for _ in range(rng.randint(1, 4)))
            boxes.append(f'{{if: "{box}", worth: {rng.randint(10, 99)}}}')
        wants[p] = {"worth": "{}", "when": f"[{', '.join(boxes)}]",
                    "reserve": 0}
    return text_of(of, wants)
