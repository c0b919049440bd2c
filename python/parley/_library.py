# SPDX-License-Identifier: Apache-2.0
"""libparley as ctypes sees it: the structs and functions of parley.h."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
from ctypes import (
    CFUNCTYPE,
    POINTER,
    Structure,
    c_bool,
    c_char_p,
    c_double,
    c_int,
    c_size_t,
    c_uint,
    c_uint8,
    c_uint32,
    c_void_p,
)

OK, EINPUT, EUSAGE, ELIMIT, EIO, ENOMEM, ECANCEL = range(7)
NULL, BOOL, NUMBER, TEXT, LIST, OBJECT = range(6)
CHECK_STRICT = 1

Progress = CFUNCTYPE(c_bool, c_void_p, c_size_t, c_size_t)
Write = CFUNCTYPE(c_bool, c_void_p, POINTER(ctypes.c_char), c_size_t)


class Host(Structure):
    _fields_ = [("self", c_void_p), ("resize", c_void_p), ("progress", Progress)]


class Sink(Structure):
    _fields_ = [("self", c_void_p), ("write", Write)]


class Option(Structure):
    _fields_ = [("name", c_char_p), ("value", c_char_p)]


class Diag(Structure):
    _fields_ = [
        ("severity", c_int),
        ("code", c_char_p),
        ("file", c_char_p),
        ("message", c_char_p),
        ("hint", c_char_p),
        ("excerpt", c_char_p),
        ("line", c_int),
        ("column", c_int),
        ("end_line", c_int),
        ("end_column", c_int),
    ]


class Value(Structure):
    _fields_ = [
        ("kind", c_int),
        ("truth", c_bool),
        ("number", c_double),
        ("text", c_char_p),
        ("count", c_size_t),
        ("numbers", POINTER(c_double)),
        ("shape", POINTER(c_size_t)),
        ("dimensions", c_size_t),
    ]


class Text(Structure):
    _fields_ = [("name", c_char_p), ("bytes", c_char_p), ("size", c_size_t)]


class Report(Structure):
    _fields_ = [("text", Text), ("of", c_void_p)]


class Arc(Structure):
    _fields_ = [("mover", c_uint32), ("from_", c_uint32), ("to", c_uint32)]


class GraphShape(Structure):
    _fields_ = [
        ("states", c_uint32),
        ("movers", c_uint32),
        ("arcs", POINTER(Arc)),
        ("arc_count", c_size_t),
    ]


class OptionInfo(Structure):
    _fields_ = [("name", c_char_p), ("value", c_char_p), ("help", c_char_p)]


class LensInfo(Structure):
    _fields_ = [
        ("name", c_char_p),
        ("question", c_char_p),
        ("operands", c_char_p),
        ("operands_least", c_size_t),
        ("operands_most", c_size_t),
        ("options", POINTER(OptionInfo)),
        ("option_count", c_size_t),
    ]


class FormatInfo(Structure):
    _fields_ = [("name", c_char_p), ("mime", c_char_p), ("help", c_char_p)]


_OUT = POINTER(c_void_p)
_OPTIONS = (POINTER(Option), c_size_t)
_COUNT = POINTER(c_size_t)

# What is called here: name: (result, arguments), in the order of parley.h.
_FUNCTIONS = {
    "parley_version": (c_char_p, ()),
    "parley_status_text": (c_char_p, (c_int,)),
    "parley_diags_new": (c_void_p, (POINTER(Host),)),
    "parley_diags_free": (None, (c_void_p,)),
    "parley_diags_count": (c_size_t, (c_void_p,)),
    "parley_diags_get": (POINTER(Diag), (c_void_p, c_size_t)),
    "parley_load": (c_int, (_OUT, POINTER(Host), c_char_p, c_void_p)),
    "parley_load_text": (
        c_int,
        (_OUT, POINTER(Host), c_char_p, c_char_p, c_size_t, c_void_p),
    ),
    "parley_case_free": (None, (c_void_p,)),
    "parley_case_title": (c_char_p, (c_void_p,)),
    "parley_add": (c_int, (POINTER(Host), c_char_p, c_char_p, c_char_p, c_void_p)),
    "parley_new": (c_int, (POINTER(Host), Sink, c_char_p, *_OPTIONS, c_void_p)),
    "parley_import": (c_int, (POINTER(Host), Sink, c_char_p, c_void_p)),
    "parley_log_append": (
        c_int,
        (POINTER(Host), c_char_p, c_char_p, c_size_t, _COUNT, c_void_p),
    ),
    "parley_log_export": (c_int, (POINTER(Host), c_char_p, Sink, c_void_p)),
    "parley_log_verify": (c_int, (POINTER(Host), c_char_p, _COUNT, c_void_p)),
    "parley_look": (c_int, (_OUT, c_void_p, c_char_p, *_OPTIONS, c_void_p)),
    "parley_result_free": (None, (c_void_p,)),
    "parley_read": (
        c_int,
        (_OUT, POINTER(Host), POINTER(Report), *_OPTIONS, c_void_p),
    ),
    "parley_check": (c_int, (_OUT, c_void_p, c_uint, c_void_p)),
    "parley_get": (c_int, (c_void_p, c_char_p, POINTER(Value))),
    "parley_write": (c_int, (c_void_p, c_char_p, c_void_p, Sink, c_void_p)),
    "parley_graph_new": (
        c_int,
        (_OUT, POINTER(Host), POINTER(GraphShape), c_void_p),
    ),
    "parley_graph_free": (None, (c_void_p,)),
    "parley_graph_scratch": (c_size_t, (c_void_p,)),
    "parley_graph_analyse": (
        None,
        (c_void_p, POINTER(c_uint32), POINTER(c_uint8), c_void_p),
    ),
    "parley_lens_count": (c_size_t, ()),
    "parley_lens_get": (LensInfo, (c_size_t,)),
    "parley_format_count": (c_size_t, ()),
    "parley_format_get": (FormatInfo, (c_size_t,)),
    "parley_method": (c_void_p, (c_char_p, _COUNT)),
}


def _open() -> ctypes.CDLL:
    """The library that PARLEY_LIBRARY names, or the one that is installed."""
    name = os.environ.get("PARLEY_LIBRARY")
    path = name or ctypes.util.find_library("parley") or "libparley.so.1"
    try:
        library = ctypes.CDLL(path)
    except OSError as problem:
        whence = "that PARLEY_LIBRARY names" if name else "that is installed"
        raise OSError(
            f"can't load {path}, the library {whence}: {problem}; set "
            "PARLEY_LIBRARY to the path of libparley.so (build/libparley.so "
            "after ./dev build)"
        ) from problem
    for function, (result, arguments) in _FUNCTIONS.items():
        bound = getattr(library, function)
        bound.restype = result
        bound.argtypes = arguments
    return library


lib = _open()
