# SPDX-License-Identifier: Apache-2.0
"""Parley from Python: what could all sides sign, in which order, and what is
missing?

    import parley
    case = parley.load("cairo-2014.yaml")
    print(case.look("brief", draws=1000))
    case.look("plans")["plans/0/all"]
"""

from ._asked import formats, lenses, method, version
from ._case import Case, add, import_file, load, load_text, new, read_report
from ._graph import GMR, NASH, SEQ, SMR, SSEQ, Graph
from ._log import log_append, log_events, log_verify
from ._problems import Cancelled, Error, InputError, LimitError, Problem, UsageError
from ._result import Result

__all__ = [
    "Cancelled",
    "Case",
    "Error",
    "GMR",
    "Graph",
    "InputError",
    "LimitError",
    "NASH",
    "Problem",
    "Result",
    "SEQ",
    "SMR",
    "SSEQ",
    "UsageError",
    "add",
    "formats",
    "import_file",
    "lenses",
    "load",
    "load_text",
    "log_append",
    "log_events",
    "log_verify",
    "method",
    "new",
    "read_report",
    "version",
]
