# SPDX-License-Identifier: Apache-2.0
"""Problems with their places, and the errors that carry them."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any, Callable, List, Optional

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


def _problems(diags: int) -> List[Problem]:
    count = c.lib.parley_diags_count(diags)
    return [
        _problem(c.lib.parley_diags_get(diags, i).contents) for i in range(count)
    ]


def call(function: Callable[..., int], *arguments: Any) -> List[Problem]:
    """Calls a function of the library that reports problems, its last argument.
    Raises what it refuses, and returns warnings and notes."""
    diags = c.lib.parley_diags_new(None)
    if not diags:
        raise MemoryError
    try:
        status = function(*arguments, diags)
        problems = _problems(diags)
    finally:
        c.lib.parley_diags_free(diags)
    if status == c.ENOMEM:
        raise MemoryError
    if status == c.EIO:
        raise OSError("\n".join(map(str, problems)))
    if status != c.OK:
        raise _KINDS[status](status, problems)
    return problems


def sink(into: bytearray) -> c.Sink:
    """A sink that keeps what it is given; holds its own callback alive."""

    def write(_self: int, piece: "ctypes._Pointer", size: int) -> bool:
        into.extend(ctypes.string_at(piece, size))
        return True

    return c.Sink(None, c.Write(write))
