# SPDX-License-Identifier: Apache-2.0
"""What a look found: a tree of plain values, arrays, and text."""

from __future__ import annotations

import ctypes
import json
from typing import TYPE_CHECKING, Any, Dict, Optional

from . import _library as c
from ._problems import call, sink

if TYPE_CHECKING:
    import numpy


class Result:
    """An answer. `result["plans/0/all"]` is one value of it, `result.data` all
    of it as dicts and lists; the keys are those of docs/methods.md."""

    def __init__(self, pointer: ctypes.c_void_p, keeps: object = None) -> None:
        self._pointer = pointer
        self._keeps = keeps  # the host that made it
        self._data: Optional[Dict[str, Any]] = None

    def __del__(self) -> None:
        c.lib.parley_result_free(self._pointer)

    def write(self, format: str = "text") -> str:
        """The answer in a format: text, json, md, csv, ..."""
        out = bytearray()
        call(c.lib.parley_write, self._pointer, format.encode(), None, sink(out))
        return out.decode()

    def __str__(self) -> str:
        return self.write()

    @property
    def data(self) -> Dict[str, Any]:
        if self._data is None:
            self._data = json.loads(self.write("json"))
        return self._data

    def _value(self, path: str) -> c.Value:
        value = c.Value()
        if c.lib.parley_get(self._pointer, path.encode(), value) != c.OK:
            raise KeyError(path)
        return value

    def __getitem__(self, path: str) -> Any:
        value = self._value(path)
        if value.kind == c.NULL:
            return None
        if value.kind == c.BOOL:
            return value.truth
        if value.kind == c.NUMBER:
            return value.number
        if value.kind == c.TEXT:
            return value.text.decode()
        within: Any = self.data
        for key in filter(None, path.split("/")):
            plain = key.replace("~1", "/").replace("~0", "~")
            within = within[int(key) if isinstance(within, list) else plain]
        return within

    def __contains__(self, path: str) -> bool:
        return c.lib.parley_get(self._pointer, path.encode(), c.Value()) == c.OK

    def array(self, path: str) -> "numpy.ndarray":
        """A list of numbers, or of lists of numbers of one shape, as an array;
        NaN stands where a member does not apply."""
        import numpy

        value = self._value(path)
        if value.kind != c.LIST or not value.numbers:
            raise TypeError(f"{path} is no array of numbers")
        shape = [value.shape[i] for i in range(value.dimensions)]
        return numpy.ctypeslib.as_array(value.numbers, shape).copy()
