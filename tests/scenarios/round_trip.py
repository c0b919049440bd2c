#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""round_trip.py PARLEY FOLDER...: import, export, import gives equal worths.

A scenario goes through GENIUS's and NegMAS's format. What comes back must have
the same issues, options, names, reserve, discount and worths (as decimals, so
equal means equal). Scenarios that a tool has no words for are counted.
"""
import os
import subprocess
import sys
import tempfile

import yaml

PARLEY = sys.argv[1]


def run(*arguments):
    return subprocess.run([PARLEY, *arguments], capture_output=True, text=True)


def read(text):
    return yaml.load(text, Loader=yaml.BaseLoader)


def options_of(issue):
    if "options" in issue:
        return issue["options"]
    return [str(x) for x in range(int(issue["from"]), int(issue["to"]) + 1)]


def reserve_of(entry, issues, table):
    """`none` is the least worth: GENIUS wants the number."""
    if entry["reserve"] != "none":
        return float(entry["reserve"])
    return round(sum(min(table[name, option] for option in names)
                     for name, names in issues.items()), 12)


def as_told(case):
    """What must come back, whatever way it is written."""
    issues = {n: options_of(i) for n, i in case["issues"].items()}
    parties = {}
    for party, entry in case["preferences"].items():
        worth = entry.get("worth") or {}
        table = {}
        for name, names in issues.items():
            for option in names:
                table[name, option] = float(
                    (worth.get(name) or {}).get(option, 0))
        conditions = {}
        for item in entry.get("when", []):
            parts = item["if"].split(" = ")
            if (len(parts) == 2 and " and " not in item["if"]
                    and not item["if"].startswith("not ")):
                table[parts[0].strip("'"), parts[1].strip("'")] += float(
                    item["worth"])
                continue
            key = tuple(sorted(item["if"].split(" and ")))
            conditions[key] = conditions.get(key, 0) + float(item["worth"])
        parties[case["parties"][party]["name"]] = (
            {k: round(x, 12) for k, x in table.items()},
            {k: round(x, 12) for k, x in conditions.items()},
            reserve_of(entry, issues, table), float(entry.get("discount", 1)),
            float(entry.get("cap", 0)))
    return issues, parties


def trip(folder, tool, work):
    """None: no words for it; else what differs, or ""."""
    first = run("import", folder)
    if first.returncode != 0:
        return None
    target = os.path.join(work, tool)
    done = run("export", folder, "--as", tool, "-o", target)
    if done.returncode == 1 and "export/not-expressible" in done.stderr:
        return None
    if done.returncode != 0:
        return done.stderr
    # NegMAS would raise a reservation to the worst deal; the other reading
    # takes it as it stands
    second = run("import", target, "--semantics", "genius")
    if second.returncode != 0:
        return second.stderr
    before, after = as_told(read(first.stdout)), as_told(read(second.stdout))
    if before[0] != after[0]:
        return "issues differ"
    for name, was in before[1].items():
        now = after[1].get(name)
        for what, a, b in zip(("worths", "conditions", "reserve", "discount",
                               "cap"), was, now or [None] * 5):
            if what == "cap" and tool == "negmas":
                continue  # NegMAS has none; read as GENIUS would, there is one
            if a != b:
                return f"{name}: {what} differ"
    return ""


def leaves(root):
    for folder, _, files in sorted(os.walk(root)):
        if files:
            yield folder


def main():
    counts = {"same": 0, "no words": 0}
    wrong = 0
    for root in sys.argv[2:]:
        for folder in leaves(root):
            for tool in ("genius", "negmas"):
                with tempfile.TemporaryDirectory() as work:
                    difference = trip(folder, tool, work)
                if difference is None:
                    counts["no words"] += 1
                elif difference == "":
                    counts["same"] += 1
                else:
                    wrong += 1
                    print("WRONG:", folder, tool, difference[:400])
    print(f"{counts['same']} came back the same, {counts['no words']} have no "
          f"words there, {wrong} are wrong")
    sys.exit(wrong > 0)


main()
