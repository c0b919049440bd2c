# SPDX-License-Identifier: Apache-2.0
"""Cases: loading them, looking at them, adding to them."""

from __future__ import annotations

import ctypes
import os
from typing import (
    Any,
    Callable,
    Dict,
    Iterable,
    List,
    Mapping,
    Optional,
    Sequence,
    Tuple,
    Union,
)

from . import _library as c
from ._problems import Problem, call, sink
from ._result import Result

Path = Union[str, "os.PathLike[str]"]
Progress = Callable[[int, int], bool]
OptionValue = Union[None, bool, int, float, str, Sequence[str]]


def _path(path: Path) -> bytes:
    return os.fsencode(os.fspath(path))


def _one(name: str, value: OptionValue) -> List[Tuple[str, Optional[str]]]:
    name = name.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return []
    if value is True:
        return [(name, None)]
    if isinstance(value, (str, int, float)):
        return [(name, str(value))]
    return [(name, str(v)) for v in value]


def _options(
    pairs: Iterable[Tuple[str, OptionValue]],
) -> Tuple["ctypes.Array[c.Option]", int]:
    flat = [o for name, value in pairs for o in _one(name, value)]
    array = (c.Option * max(1, len(flat)))()
    for i, (name, value) in enumerate(flat):
        array[i] = c.Option(name.encode(), None if value is None else value.encode())
    return array, len(flat)


class Case:
    """A checked case; it never changes. Made by load() or load_text().

    `problems` are the warnings and notes of loading. progress(done, total) is
    called during long work and stops it by returning False."""

    def __init__(
        self, pointer: ctypes.c_void_p, host: c.Host, problems: List[Problem]
    ) -> None:
        self._pointer = pointer
        self._host = host
        self.problems = problems

    def __del__(self) -> None:
        c.lib.parley_case_free(self._pointer)

    @property
    def title(self) -> str:
        return c.lib.parley_case_title(self._pointer).decode()

    @property
    def names(self) -> Dict[str, List[str]]:
        """The ids of the case by kind: parties, proposals, issues, ..."""
        return self.check()["names"]

    def look(self, lens: str, *operands: str, **options: OptionValue) -> Result:
        """Asks one question: case.look("plans", "offer-a", draws=1000).

        Operands are what the command takes as PROPOSAL, FROM or TO; options
        go by the command's names, with for_ where Python has a word of its
        own and _ for -; True is a flag."""
        pairs = [("operand", operands), *options.items()]
        array, count = _options(pairs)
        out = ctypes.c_void_p()
        call(c.lib.parley_look, out, self._pointer, lens.encode(), array, count)
        return Result(out, self._host)

    def check(self, strict: bool = False) -> Result:
        """What is in the case, and (strict) what no source stands behind."""
        out = ctypes.c_void_p()
        flags = c.CHECK_STRICT if strict else 0
        call(c.lib.parley_check, out, self._pointer, flags)
        return Result(out, self._host)


def _host(progress: Optional[Progress]) -> c.Host:
    if progress is None:
        return c.Host()

    def call(_self: int, done: int, total: int) -> bool:
        return bool(progress(done, total))

    return c.Host(None, None, c.Progress(call))


def load(path: Path, progress: Optional[Progress] = None) -> Case:
    """Loads and checks a case file, with the log of talks beside it."""
    host, out = _host(progress), ctypes.c_void_p()
    problems = call(c.lib.parley_load, out, host, _path(path))
    return Case(out, host, problems)


def load_text(
    text: str, name: str = "case.yaml", progress: Optional[Progress] = None
) -> Case:
    """The same from a text, YAML or JSON; `name` is shown in problems."""
    host, out, bytes_ = _host(progress), ctypes.c_void_p(), text.encode()
    problems = call(c.lib.parley_load_text, out, host, name.encode(), bytes_, len(bytes_))
    return Case(out, host, problems)


def new(
    title: Optional[str] = None,
    parties: Sequence[str] = (),
    issues: Sequence[str] = (),
    words: Optional[Mapping[str, Sequence[str]]] = None,
) -> str:
    """The text of a new case file. An issue is "water: keep, share, sell";
    `words` has lines of the other kinds, {"said": ["North refuses water sell"]}."""
    more = list((words or {}).items())
    array, count = _options([("party", parties), ("issue", issues), *more])
    out = bytearray()
    name = None if title is None else title.encode()
    call(c.lib.parley_new, None, sink(out), name, array, count)
    return out.decode()


def add(path: Path, section: str, entry: str) -> None:
    """Adds an entry (YAML or JSON; in the record also plain words, "mill refuses
    water share, minutes") to a section of a case file, checked."""
    call(c.lib.parley_add, None, _path(path), section.encode(), entry.encode())


def import_file(path: Path) -> str:
    """A file of another tool as the text of a case."""
    out = bytearray()
    call(c.lib.parley_import, None, sink(out), _path(path))
    return out.decode()


def read_report(
    text: str, case: Optional[Case] = None, name: str = "report", **options: Any
) -> Result:
    """Drafts of what a report says, each by the bytes of its words."""
    bytes_ = text.encode()
    of = case._pointer if case else None
    report = c.Report(c.Text(name.encode(), bytes_, len(bytes_)), of)
    array, count = _options(options.items())
    out = ctypes.c_void_p()
    call(c.lib.parley_read, out, None, report, array, count)
    return Result(out)
