# SPDX-License-Identifier: Apache-2.0
"""A case file read for the checker alone, by code that the engine doesn't
share: issues, rules, and what an outcome is worth, in whole numbers of 10^-12.
Of the format, what exact worths need: options, worth, when, cap, reserve."""
import re
from fractions import Fraction

import yaml

UNIT = 10 ** 12
TOKEN = re.compile(r"\s*(?:('(?:[^']|'')*')|(<->|->|!=|<=|>=|[=<>(){},])"
                   r"|((?:[^\W]|-(?!>)|(?<=\d)\.(?=\d))+))")


def units(text):
    """Rounded once, half to even."""
    return round(Fraction(text) * UNIT)


# Of True, False and None (not known yet), as Kleene has it.
def negated(a):
    return None if a is None else not a


def all_of(values):
    values = list(values)
    return False if False in values else None if None in values else True


def any_of(values):
    return negated(all_of(negated(v) for v in values))


def same(a, b):
    return None if a is None or b is None else a == b


class Expression:
    """`holds(outcome)` of a condition: True, False, or None where that hangs on
    issues without an option (None in the outcome, else an option's number).
    `issues` that it names; `is_box`: only of "in" and "and", so that while it
    is open its future hangs on the open issues alone, and `box` has the options
    that it allows of each. Binding: not, and, or,
    ->, <->."""

    def __init__(self, text, case):
        self.case, self.issues, self.box = case, set(), {}
        self.tokens, at = [], 0
        text = text.strip()
        while at < len(text):
            match = TOKEN.match(text, at)
            self.tokens.append(match.group(0).strip())
            at = match.end()
        self.is_box = not {"not", "or", "->", "<->", "if", "iff"} & {
            token.lower() for token in self.tokens}
        self.holds = self.both_ways()
        assert not self.tokens, self.tokens

    def next_is(self, *words):
        if self.tokens and self.tokens[0].lower() in words:
            return self.tokens.pop(0)
        return None

    def both_ways(self):
        left = self.implied()
        while self.next_is("<->", "iff"):
            left = (lambda a, b: lambda x: same(a(x), b(x)))(
                left, self.implied())
        return left

    def implied(self):
        left = self.either()
        word = self.next_is("->", "if")
        if not word:
            return left
        right = self.either() if word.lower() == "if" else self.implied()
        if word.lower() == "if":
            left, right = right, left
        return lambda x: any_of((right(x), negated(left(x))))

    def either(self):
        parts = [self.together()]
        while self.next_is("or"):
            parts.append(self.together())
        return lambda x: any_of(part(x) for part in parts)

    def together(self):
        parts = [self.plain()]
        while self.next_is("and"):
            parts.append(self.plain())
        return lambda x: all_of(part(x) for part in parts)

    def plain(self):
        if self.next_is("not"):
            inner = self.plain()
            return lambda x: negated(inner(x))
        if self.next_is("("):
            inner = self.both_ways()
            assert self.next_is(")")
            return inner
        return self.compared()

    def name(self):
        word = self.tokens.pop(0)
        return word[1:-1].replace("''", "'") if word[0] == "'" else word

    def compared(self):
        j = self.case.names.index(self.name())
        self.issues.add(j)
        wanted = self.wanted(self.case.options[j])
        self.box[j] = self.box.get(j, wanted) & wanted
        return lambda x: None if x[j] is None else x[j] in wanted

    def wanted(self, options):
        """The numbers of the options that the comparison allows."""
        sign = self.tokens.pop(0).lower()
        if sign == "in":
            assert self.next_is("{")
            found = {options.index(self.name())}
            while self.next_is(","):
                found.add(options.index(self.name()))
            assert self.next_is("}")
            return found
        at = options.index(self.name())
        compare = {"=": int.__eq__, "!=": int.__ne__, "<": int.__lt__,
                   "<=": int.__le__, ">": int.__gt__, ">=": int.__ge__}[sign]
        return {o for o in range(len(options)) if compare(o, at)}


def options_of(issue):
    if "options" in issue:
        return issue["options"]
    return [str(o) for o in range(int(issue["from"]), int(issue["to"]) + 1)]


class Case:
    def __init__(self, path):
        tree = yaml.load(open(path, encoding="utf-8"), yaml.BaseLoader)
        self.names = list(tree["issues"])
        self.options = [options_of(tree["issues"][i]) for i in self.names]
        self.parties = list(tree["parties"])
        self.rules = [Expression(r, self) for r in tree.get("rules", [])]
        wants = [tree["preferences"][p] for p in self.parties]
        self.worths = [self.worths_of(w.get("worth", {})) for w in wants]
        self.when = [[(Expression(e["if"], self), units(e["worth"]))
                      for e in w.get("when", [])] for w in wants]
        self.caps = [units(w["cap"]) if "cap" in w else None for w in wants]
        self.now = self.status_quo(tree["issues"])
        self.reserves = [w.get("reserve") for w in wants]

    def worths_of(self, worth):
        return [[units(worth.get(name, {}).get(option, "0"))
                 for option in options]
                for name, options in zip(self.names, self.options)]

    def status_quo(self, issues):
        if any("now" not in issues[name] for name in self.names):
            return None
        return tuple(options.index(issues[name]["now"])
                     for name, options in zip(self.names, self.options))

    def keeps_rules(self, x):
        return all(rule.holds(x) for rule in self.rules)

    def worth(self, x):
        total = []
        for table, when, cap in zip(self.worths, self.when, self.caps):
            u = sum(row[o] for row, o in zip(table, x))
            u += sum(w for condition, w in when if condition.holds(x))
            total.append(u if cap is None else min(u, cap))
        return tuple(total)

    def reserve(self, p):
        """None: the least worth of an outcome, which is not looked for here."""
        given = self.reserves[p]
        if given is None:
            return self.worth(self.now)[p] if self.now else 0
        return None if given == "none" else units(given)

    def is_additive(self):
        return not self.rules and not any(self.when) and not any(
            cap is not None for cap in self.caps)
