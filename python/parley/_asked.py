# SPDX-License-Identifier: Apache-2.0
"""What can be asked, and how it is computed."""

from __future__ import annotations

import ctypes
from typing import Dict, Optional

from . import _library as c


def version() -> str:
    return c.lib.parley_version().decode()


def lenses() -> Dict[str, str]:
    """Each lens and its question."""
    found = map(c.lib.parley_lens_get, range(c.lib.parley_lens_count()))
    return {lens.name.decode(): lens.question.decode() for lens in found}


def formats() -> Dict[str, str]:
    """Each format of Result.write and what it is for."""
    found = map(c.lib.parley_format_get, range(c.lib.parley_format_count()))
    return {f.name.decode(): f.help.decode() for f in found}


def method(name: str) -> Optional[str]:
    """The manual's words about a lens or method, as Markdown."""
    size = ctypes.c_size_t()
    text = c.lib.parley_method(name.encode(), size)
    return ctypes.string_at(text, size.value).decode() if text else None
