# SPDX-License-Identifier: Apache-2.0
"""A case from a domain of hyper-rectangles in GENIUS's XML, for tests alone.

hyper_case.py PROFILE PROFILE [--cap] > CASE
Worths are the rectangles' own, not divided by maxutility, so that they are
whole numbers; --cap caps their sum at maxutility, as GENIUS does.
"""
import sys
import xml.etree.ElementTree as tree


def parse(path):
    return tree.fromstring(open(path, encoding="utf-8").read().strip())


def issues_of(root):
    found = {}
    for issue in root.iter("issue"):
        span = issue.find("range")
        at = issue if span is None else span
        found[int(issue.get("index"))] = (
            int(at.get("lowerbound")), int(at.get("upperbound")))
    return found


def bounds(rectangle, issues):
    texts = []
    for bound in rectangle:
        low, high = issues[int(bound.get("index"))]
        low = max(low, int(bound.get("min")))
        high = min(high, int(bound.get("max")))
        options = ", ".join(str(v) for v in range(low, high + 1))
        inside = f"i{bound.get('index')} in {{{options}}}"
        texts.append(inside if bound.tag == "INCLUDES" else f"not ({inside})")
    return texts


def main():
    names = [a for a in sys.argv[1:] if a != "--cap"]
    roots = [parse(name) for name in names]
    issues = issues_of(roots[0])
    print("parley: 1\ncase: hyper-rectangles\nas-of: 2024-01-01")
    print("parties: {a: {name: A}, b: {name: B}}\nissues:")
    for index in sorted(issues):
        low, high = issues[index]
        options = ", ".join(f"'{v}'" for v in range(low, high + 1))
        print(f"  i{index}: {{options: [{options}]}}")
    print("preferences:")
    for party, root in zip("ab", roots):
        most = next(root.iter("utility")).get("maxutility")
        cap = f"\n    cap: {most}" if "--cap" in sys.argv else ""
        print(f"  {party}:{cap}\n    reserve: 0\n    worth: {{}}\n    when:")
        for r in root.iter("hyperRectangle"):
            worth = float(r.get("utility")) * float(r.get("weight", 1))
            holds = " and ".join(bounds(r, issues))
            print(f'      - {{if: "{holds}", worth: {worth:g}}}')


main()
