# SPDX-License-Identifier: Apache-2.0
"""Problems with their places, and the errors that carry them."""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Iterator, List, Optional

from . import _library as c


@dataclass(frozen=True)
class Problem:
    """One problem. Lines and columns count from 1; line 0: it has no place."""

    severity: str
    code: str
    message: str
    hint: Optional[str]
    file: Optional[str]
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}: " if self.line else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.severity}: {self.message}{hint} [{self.code}]"


class Error(Exception):
    """What Parley refused; `problems` says why and where."""

    def __init__(self, status: int, problems: List[Problem]) -> None:
        self.problems = problems
        what = c.lib.parley_status_text(status).decode()
        super().__init__("\n".join([what, *map(str, problems)]))


class InputError(Error):
    """The case, or a name asked for, has errors."""


class UsageError(Error):
    """An unknown lens, format or option, or a bad value."""


class LimitError(Error):
    """Too large; refused before anything was allocated."""


class Cancelled(Error):
    """The progress callback asked to stop."""


_KINDS = {
    c.EINPUT: InputError,
    c.EUSAGE: UsageError,
    c.ELIMIT: LimitError,
    c.ECANCEL: Cancelled,
}
_SEVERITIES = ("note", "warning", "error")


def _text(bytes_: Optional[bytes]) -> Optional[str]:
    return None if bytes_ is None else bytes_.decode()


def _problem(d: c.Diag) -> Problem:
    return Problem(
        _SEVERITIES[d.severity],
        d.code.decode(),
        d.message.decode(),
        _text(d.hint),
        _text(d.file),
        d.line,
        d.column,
        d.end_line,
        d.end_column,
    )


class Diags:
    """Collects the problems of one call."""

    def __init__(self) -> None:
        self.pointer = c.lib.parley_diags_new(None)
        if not self.pointer:
            raise MemoryError

    def problems(self) -> List[Problem]:
        count = c.lib.parley_diags_count(self.pointer)
        return [
            _problem(c.lib.parley_diags_get(self.pointer, i).contents)
            for i in range(count)
        ]

    def expect_ok(self, status: int) -> None:
        if status == c.OK:
            return
        if status == c.ENOMEM:
            raise MemoryError
        if status == c.EIO:
            raise OSError("\n".join(map(str, self.problems())))
        raise _KINDS[status](status, self.problems())


@contextmanager
def diags() -> Iterator[Diags]:
    d = Diags()
    try:
        yield d
    finally:
        c.lib.parley_diags_free(d.pointer)


def sink(into: bytearray) -> c.Sink:
    """A sink that keeps what it is given; holds its own callback alive."""

    def write(_self: int, piece: "ctypes._Pointer", size: int) -> bool:
        into.extend(ctypes.string_at(piece, size))
        return True

    return c.Sink(None, c.Write(write))
