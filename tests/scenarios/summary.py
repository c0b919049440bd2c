#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""summary.py PARLEY SHARED [ROWS.csv]: the table of docs/scenarios.md.

Every folder of SHARED/domains is imported, one row a set: how many load, what
was repaired or noted (by code, folders that have it), and how many `deals`
answers. ROWS.csv is what `parley deals --batch SHARED/domains` wrote; without
it the batch is run here.
"""
import collections
import csv
import os
import re
import subprocess
import sys
import tempfile

PARLEY, ROOT = sys.argv[1], os.path.join(sys.argv[2], "domains")


def folders():
    for folder, _, files in sorted(os.walk(ROOT)):
        if any(f.endswith((".xml", ".json", ".yml")) for f in files):
            if folder != ROOT:
                yield os.path.relpath(folder, ROOT)


def answers(path):
    with open(path, newline="", encoding="utf-8") as file:
        return {row["scenario"]: row for row in csv.DictReader(file)}


def batch():
    with tempfile.NamedTemporaryFile(suffix=".csv") as file:
        subprocess.run([PARLEY, "deals", "--batch", ROOT, "-o", file.name],
                       capture_output=True)
        return answers(file.name)


def size(number):
    n = int(number)
    return f"{n:,}" if n < 10**9 else f"10^{len(str(n)) - 1}"


def main():
    rows = answers(sys.argv[3]) if len(sys.argv) > 3 else batch()
    sets = collections.OrderedDict()
    for folder in folders():
        parts = folder.split("/")
        name = "/".join(parts[:2]) if parts[0] == "genius-xml" else parts[0]
        of = sets.setdefault(name, {"all": 0, "loaded": 0, "answered": 0,
                                    "codes": collections.Counter(),
                                    "sizes": [], "parties": []})
        done = subprocess.run([PARLEY, "import", os.path.join(ROOT, folder)],
                              capture_output=True, text=True)
        of["all"] += 1
        of["loaded"] += done.returncode == 0
        of["codes"].update(set(re.findall(
            r"\[(import/[a-z-]+)\]$", done.stderr, re.M)))
        if folder in rows:
            of["answered"] += 1
            of["sizes"].append(int(rows[folder]["outcomes"]))
            of["parties"].append(int(rows[folder]["parties"]))
    print("| set | folders | loaded | answered | parties | outcomes | "
          "repaired or noted (folders) |")
    print("|---|---|---|---|---|---|---|")
    for name, of in sets.items():
        codes = ", ".join(f"{code.removeprefix('import/')} {n}" for code, n in
                          sorted(of["codes"].items()))
        sizes, parties = of["sizes"], of["parties"]
        span = f"{size(min(sizes))} to {size(max(sizes))}" if sizes else ""
        who = f"{min(parties)} to {max(parties)}" if parties else ""
        print(f"| {name} | {of['all']} | {of['loaded']} | {of['answered']} | "
              f"{who} | {span} | {codes} |")
    total = [sum(of[k] for of in sets.values())
             for k in ("all", "loaded", "answered")]
    print(f"| all | {total[0]} | {total[1]} | {total[2]} | | | |")


main()
