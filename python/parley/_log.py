# SPDX-License-Identifier: Apache-2.0
"""The log of the talks that stands beside a case file."""

from __future__ import annotations

import ctypes
import json
from typing import Any, Dict, Iterable, List

from . import _library as c
from ._case import Path, _path
from ._problems import call, sink


def log_append(path: Path, events: Iterable[Dict[str, Any]]) -> int:
    """Adds events, all or none; on return they are on disk. Returns how many."""
    lines = "".join(json.dumps(e) + "\n" for e in events).encode()
    count = ctypes.c_size_t()
    call(c.lib.parley_log_append, None, _path(path), lines, len(lines), count)
    return count.value


def log_events(path: Path) -> List[Dict[str, Any]]:
    """The events as they were given."""
    out = bytearray()
    call(c.lib.parley_log_export, None, _path(path), sink(out))
    return [json.loads(line) for line in out.decode().splitlines()]


def log_verify(path: Path) -> int:
    """Recomputes the chain of hashes; how many events there are."""
    count = ctypes.c_size_t()
    call(c.lib.parley_log_verify, None, _path(path), count)
    return count.value
