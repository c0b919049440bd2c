# SPDX-License-Identifier: Apache-2.0
"""The package against the library it stands on; run in the project's root."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

import numpy

import parley

CAIRO = "cases/cairo-2014.yaml"
RIVER = "cases/tamira-river.yaml"


class Finding(unittest.TestCase):
    def test_a_library_that_is_not_there_is_named(self):
        lost = dict(os.environ, PARLEY_LIBRARY="/no/such/libparley.so")
        answer = subprocess.run(
            [sys.executable, "-c", "import parley"],
            env=lost,
            capture_output=True,
            text=True,
            check=False,
        )
        self.assertNotEqual(answer.returncode, 0)
        last = answer.stderr.splitlines()[-1]
        self.assertIn("can't load /no/such/libparley.so", last)
        self.assertIn("set PARLEY_LIBRARY", last)


class Looking(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.case = parley.load(CAIRO)
        cls.plans = cls.case.look("plans", draws=200, seed=3)

    def test_names_are_those_of_the_case(self):
        names = self.case.names
        self.assertEqual(names["parties"], ["israel", "hamas"])
        self.assertIn("humanitarian-truce", names["proposals"])
        self.assertEqual(self.case.title, "Cairo, July 2014")
        self.assertEqual(self.case.problems, [])

    def test_a_path_and_the_tree_agree(self):
        data = self.plans.data
        self.assertEqual(data["seed"], 3)
        for i, plan in enumerate(data["plans"]):
            self.assertEqual(self.plans[f"plans/{i}/all"], plan["all"])
            self.assertEqual(self.plans[f"plans/{i}/accept"], plan["accept"])
        self.assertIn("plans/0/name", self.plans)
        self.assertNotIn("plans/0/no-such", self.plans)
        with self.assertRaises(KeyError):
            self.plans["plans/99/all"]

    def test_the_same_question_has_the_same_answer(self):
        again = self.case.look("plans", draws=200, seed=3, threads=1)
        self.assertEqual(again.data, self.plans.data)

    def test_every_lens_and_format(self):
        self.assertIn("brief", parley.lenses())
        self.assertIn("json", parley.formats())
        route = self.case.look("route", "israel", "hamas")
        self.assertIn("Qatar", str(route))
        rows = list(csv.reader(io.StringIO(self.plans.write("csv"))))
        self.assertGreater(len(rows), 2)
        self.assertEqual(json.loads(self.plans.write("json")), self.plans.data)
        self.assertIn("bridge", parley.method("plans"))
        self.assertIsNone(parley.method("no-such-method"))

    def test_arrays(self):
        # Exact wants, so the numbers are known.
        deals = parley.load("tests/golden/four-solutions.yaml").look("deals")
        numpy.testing.assert_array_equal(deals.array("reserve"), [0.2, 0.15])
        frontier = deals.data["frontier"]["points"]
        for i, point in enumerate(frontier):
            worth = deals.array(f"frontier/points/{i}/worth")
            numpy.testing.assert_array_equal(worth, point["worth"])
        self.assertEqual(len(frontier), 7)
        with self.assertRaises(TypeError):
            self.plans.array("plans")

    def test_flags_operands_and_repeated_options(self):
        less = self.case.look("brief", draws=100, without=["a1", "a2"])
        self.assertEqual(less["selection/without"], ["a1", "a2"])
        theirs = self.case.look("record", for_="hamas")
        self.assertEqual(theirs["selection/for"], "hamas")


class Refusing(unittest.TestCase):
    def test_an_error_has_its_place(self):
        with self.assertRaises(parley.InputError) as caught:
            parley.load_text("parley: 1\ncase: x\nparties: {a: {}, a: {}}\n", "x.yaml")
        places = [(p.file, p.line) for p in caught.exception.problems]
        self.assertIn(("x.yaml", 3), places)
        self.assertTrue(str(caught.exception).count("x.yaml:3:"))

    def test_kinds_of_errors(self):
        case = parley.load(RIVER)
        with self.assertRaises(parley.UsageError):
            case.look("no-such-lens")
        with self.assertRaises(parley.UsageError):
            case.look("plans", draws="many")
        with self.assertRaises(parley.LimitError):
            parley.load_text(" " * (16 * 1024 * 1024 + 1))
        with self.assertRaises(OSError):
            parley.load("no/such/file.yaml")

    def test_a_look_can_be_stopped(self):
        calls = []

        def stop(done, total):
            calls.append((done, total))
            return False

        with self.assertRaises(parley.Cancelled):
            case = parley.load(CAIRO, progress=stop)
            case.look("brief")
        self.assertTrue(calls)


class Writing(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.path = os.path.join(self.folder, "dispute.yaml")

    def tearDown(self):
        shutil.rmtree(self.folder)

    def test_a_new_case_in_plain_words(self):
        text = parley.new(
            "Mill",
            ["mill", "village"],
            ["water: keep, share"],
            {"as-of": ["2031-05-06"], "said": ["village demands water share"]},
        )
        self.assertIn("kind: demand, about: {water: share}", text)
        with self.assertRaises(parley.UsageError):
            parley.new("Mill", ["mill"], [], {"said": ["mill wonders"]})

    def test_a_new_case_grows(self):
        text = parley.new("Mill", ["mill", "village"], ["water: keep, share"])
        with open(self.path, "w") as file:
            file.write(text)
        before = parley.load(self.path).names["entries"]
        parley.add(
            self.path,
            "record",
            "{id: a1, for: mill, kind: demand, source: analyst, credence: 0.8,"
            " about: {water: share}}",
        )
        after = parley.load(self.path).names["entries"]
        self.assertEqual([e for e in after if e not in before], ["a1"])
        with self.assertRaises(parley.InputError):
            parley.add(self.path, "record", "{id: s2, by: nobody, kind: demand}")

    def test_the_log(self):
        shutil.copy("cases/two-shores.yaml", self.path)
        event = {"at": "2033-03-07T09:00Z", "kind": "confer", "by": "south", "text": "a call"}
        try:
            self.assertEqual(parley.log_append(self.path, [event]), 1)
        except OSError as without:
            self.skipTest(str(without))
        self.assertEqual(parley.log_verify(self.path), 1)
        self.assertEqual(parley.log_events(self.path)[0]["text"], "a call")

    def test_a_report(self):
        text = 'The minister, Ann Lee, said on Monday: "We accept the offer."'
        read = parley.read_report(text, date="2031-05-07")
        self.assertEqual(read["lens"], "read")
        self.assertTrue(read["drafts"])


class Graphs(unittest.TestCase):
    def test_prisoners_dilemma(self):
        # States: bit 0 and 1 say who defects; each can change his own.
        arcs = [(p, s, s ^ (1 << p)) for p in range(2) for s in range(4)]
        graph = parley.Graph(4, 2, arcs)
        ranks = [[2, 3, 0, 1], [2, 0, 3, 1]]
        verdicts = graph.analyse(ranks)
        self.assertEqual(verdicts.shape, (2, 4))
        nash = (verdicts & parley.NASH).all(axis=0)
        numpy.testing.assert_array_equal(nash, [False, False, False, True])
        # Fraser and Hipel: mutual cooperation is sequentially stable.
        seq = (verdicts & parley.SEQ).all(axis=0)
        numpy.testing.assert_array_equal(seq, [True, False, False, True])
        with self.assertRaises(ValueError):
            graph.analyse([[1, 2]])

    def test_bad_arcs(self):
        with self.assertRaises(parley.InputError):
            parley.Graph(2, 1, [(0, 0, 2)])


if __name__ == "__main__":
    unittest.main()
