# SPDX-License-Identifier: Apache-2.0
"""`status --ics` read back by the rules of RFC 5545: what the calendar says is
what the JSON says, lines are folded, keys stay when an hour is moved.

read_calendar.py PARLEY"""
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile

PARLEY = os.path.abspath(sys.argv[1])
CASE = open("cases/two-shores.yaml", encoding="utf-8").read()
NAME = ("the week's truce; of \u05de\u05e6\u05e8 and \u0645\u0636\u064a\u0642, "
        "\\ as both shores call it \u2013 " + "\u00fc\U0001f54a" * 40)
PLAN = """
  later:
    name: %s
    by: envoy
    source: analyst
    plan:
      - {phase: calm, terms: {fire: held}, lasts: 2 days}
      - {phase: opening, lasts: open,
         talks: {on: [ferries], in: "Pilots' Hall", fail: resume, by: 36 hours}}
""" % json.dumps(NAME, ensure_ascii=False)
EVENTS = [
    {"at": "2033-03-20T09:00Z", "kind": "draft", "proposal": "later"},
    {"at": "2033-03-20T09:00Z", "kind": "send", "proposal": "later",
     "to": ["north", "south"], "sealed": True, "until": "2033-03-22T09:00Z"},
    {"at": "2033-03-20T10:00Z", "kind": "deliver", "proposal": "later",
     "to": ["north", "south"]},
    {"at": "2033-03-21T10:00Z", "kind": "answer", "proposal": "later",
     "by": "north", "answer": "accept"},
    {"at": "2033-03-21T11:00Z", "kind": "answer", "proposal": "later",
     "by": "south", "answer": "accept"},
    {"at": "2033-03-22T12:00", "zone": "Atlantic/Azores", "kind": "declare",
     "proposal": "later", "starts": "2033-03-26T12:00"},
    {"at": "2033-03-27T12:00Z", "kind": "extend", "proposal": "later",
     "lasts": "1 day"},
]
failures = 0


def check(holds, what):
    global failures
    if not holds:
        failures += 1
        print("FAIL:", what)


def run(*words):
    return subprocess.run([PARLEY, *words], capture_output=True, check=False)


def unescape(text):
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], text)


def read(data):
    """The components of a calendar as [(name, {property: value})]."""
    check(data.endswith(b"\r\n"), "the last line has no end")
    check(b"\n" not in data.replace(b"\r\n", b""), "a line ends with LF alone")
    for line in data.split(b"\r\n"):
        check(len(line) <= 75, "a line is %d bytes long" % len(line))
        line.decode("utf-8")  # no character is cut
    lines = data.decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]
    check(lines[0] == "BEGIN:VCALENDAR" and lines[-1] == "END:VCALENDAR",
          "the calendar's frame")
    found, head, now = [], {}, None
    for line in lines[1:-1]:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            now = {}
            found.append((value, now))
        elif name == "END":
            check(found[-1][0] == value, "END:" + value)
            now = None
        else:
            to = head if now is None else now
            check(name not in to, name + " twice")
            to[name] = value
    check(head["VERSION"] == "2.0" and "PRODID" in head, "the head")
    check(found, "a calendar needs a component")
    return found


def utc(text):
    text = text.replace("Z", "+00:00")
    at = datetime.datetime.fromisoformat(text)
    return at.astimezone(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")


def compare(case, at):
    calendar = run("status", case, "--ics", "--at", at)
    check(calendar.returncode == 0, "%s: %s" % (at, calendar.stderr))
    data = json.loads(run("status", case, "--json", "--at", at).stdout)
    found = read(calendar.stdout)
    deadlines = data["deadlines"]
    if not deadlines:
        check([name for name, _ in found] == ["VJOURNAL"], "no dates: " + at)
        return {}
    check(len(found) == len(deadlines), "%s: %s" % (at, found))
    check(len({e["UID"] for _, e in found}) == len(found), "a UID twice")
    for (name, event), one in zip(found, deadlines):
        check(name == "VEVENT", name)
        check(event["DTSTAMP"] == utc(at), "stamp " + event["DTSTAMP"])
        end = event.get("DTEND", event["DTSTART"])
        check(end == utc(one["at"]), "%s: %s, not %s" % (at, end, one["at"]))
        check(unescape(event["SUMMARY"]).startswith(NAME + ": "),
              "summary " + event["SUMMARY"])
        check(event["UID"].startswith("later.%s." % one["kind"]), event["UID"])
        check(one["what"] in unescape(event["DESCRIPTION"]), "description")
    return {e["UID"]: e for _, e in found}


def main():
    with tempfile.TemporaryDirectory() as folder:
        case = os.path.join(folder, "talks.yaml")
        with open(case, "w", encoding="utf-8") as to:
            to.write(CASE + PLAN)
        read(run("status", case, "--ics").stdout)
        lines = "\n".join(json.dumps(e) for e in EVENTS)
        logged = subprocess.run([PARLEY, "log", case, "-"], input=lines,
                                capture_output=True, text=True, check=False)
        if "no SQLite" in logged.stderr:
            sys.exit(77)
        check(logged.returncode == 0, logged.stderr)
        check(len(compare(case, "2033-03-20T12:00Z")) == 1, "sealed answers")
        check(compare(case, "2033-03-21T12:00Z") == {}, "agreed")
        declared = compare(case, "2033-03-23T00:00Z")
        kinds = [uid.split(".")[1] for uid in declared]
        check(kinds == ["begins", "phase-ends", "phase-ends"], str(kinds))
        longer = compare(case, "2033-03-27T13:00Z")
        for uid in longer:
            check(uid in declared, uid + " is new")
        ends = [uid for uid in longer if "phase-ends.1." in uid][0]
        check(declared[ends]["DTEND"] == "20330328T120000Z", "by the clock")
        check(longer[ends]["DTEND"] == "20330329T120000Z", "a day more")
        check((declared[ends]["SEQUENCE"], longer[ends]["SEQUENCE"]) ==
              ("0", "1"), "sequence")
        check(compare(case, "2033-04-30T00:00Z") == {}, "all is over")
        check(run("deals", case, "--ics").returncode == 2, "deals --ics")
    print("FAIL: calendar" if failures else "PASS: calendar")
    sys.exit(failures > 0)


main()
