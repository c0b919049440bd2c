# SPDX-License-Identifier: Apache-2.0
"""Graph models of conflicts in arrays, for those who analyse many."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Iterable, Tuple

from . import _library as c
from ._problems import call

if TYPE_CHECKING:
    import numpy

NASH, GMR, SMR, SEQ, SSEQ = 1, 2, 4, 8, 16


class Graph:
    """States and movers count from 0; an arc (mover, from, to) is a move that
    one mover can make alone."""

    def __init__(
        self, states: int, movers: int, arcs: Iterable[Tuple[int, int, int]]
    ) -> None:
        self.states, self.movers = states, movers
        listed = [c.Arc(*arc) for arc in arcs]
        array = (c.Arc * max(1, len(listed)))(*listed)
        shape = c.GraphShape(states, movers, array, len(listed))
        self._pointer = ctypes.c_void_p()
        call(c.lib.parley_graph_new, self._pointer, None, shape)
        words = c.lib.parley_graph_scratch(self._pointer) // 8 + 1
        self._scratch = (ctypes.c_uint64 * words)()

    def __del__(self) -> None:
        c.lib.parley_graph_free(self._pointer)

    def analyse(self, ranks: "numpy.ndarray") -> "numpy.ndarray":
        """ranks[mover, state], higher is better, equal ties; gives of the same
        shape the set of NASH, GMR, SMR, SEQ, SSEQ in which a state is stable."""
        import numpy

        given = numpy.ascontiguousarray(ranks, dtype=numpy.uint32)
        if given.shape != (self.movers, self.states):
            raise ValueError(f"ranks must be {self.movers} x {self.states}")
        verdicts = numpy.zeros(given.shape, dtype=numpy.uint8)
        c.lib.parley_graph_analyse(
            self._pointer,
            given.ctypes.data_as(ctypes.POINTER(ctypes.c_uint32)),
            verdicts.ctypes.data_as(ctypes.POINTER(ctypes.c_uint8)),
            self._scratch,
        )
        return verdicts
