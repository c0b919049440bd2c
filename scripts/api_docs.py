#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""api_docs.py HEADER: docs/api.md from parley.h. Each comment goes above the
declarations it stands over; sections keep their names. The header is the
source: a test compares docs/api.md with what this writes."""

import re
import sys

OPENING = """# The library

<!-- Written from include/parley.h by scripts/api_docs.py; change it there. -->

[examples/brief.c](../examples/brief.c) is a whole program. To build it, install
(`cmake --install build`, with `--prefix DIR` to where you may write), then

    cc brief.c -o brief $(pkg-config --cflags --libs parley) \\
      -Wl,-rpath,$(pkg-config --variable=libdir parley)

The second line notes in the program where the library lies. Without it a
program says "libparley.so.1: cannot open shared object file" until `ldconfig`
has been run, once, as root; that helps where the folder is one that it searches
(/usr/local/lib is). For a prefix of your own set `PKG_CONFIG_PATH` to its
`lib/pkgconfig`. With CMake,
`find_package(parley)` and `parley::parley` or `parley::parley_static` do all of
this. The Python package in [python/](../python/README.md) has the same
functions.
"""

SECTION = re.compile(r"^/\* --- (.+) --- \*/$")


def plain(comment):
    """The words of a comment, its lines unchanged."""
    text = comment.strip()[2:-2]
    lines = [re.sub(r"^ \* ?", "", line) for line in text.split("\n")]
    return "\n".join(line.strip() for line in lines).strip()


def blocks(header):
    """The header, cut at blank lines and before comments that begin a line."""
    body = header[header.index("typedef struct parley_case") :]
    body = body[: body.index("#ifdef __cplusplus")]
    block = []
    inside = False
    for line in body.split("\n"):
        opens = line.startswith("/*")
        if (not line.strip() or (opens and not inside)) and block:
            yield "\n".join(block)
            block = []
        if line.strip():
            block.append(line)
        inside = (inside or opens) and "*/" not in line
    if block:
        yield "\n".join(block)


def split(block):
    """(comment or None, code or None)"""
    if not block.startswith("/*"):
        return None, block
    end = block.index("*/") + 2
    return block[:end], block[end:].strip("\n") or None


def declaration(code):
    """Without the mark of exported names; what is aligned under it moves along."""
    lines = []
    shift = 0
    for line in code.split("\n"):
        if line.startswith("PARLEY_API "):
            line, shift = line[11:], 11
        elif line[:1] == " " and shift:
            line = line[shift:]
        else:
            shift = 0
        lines.append(line)
    return "\n".join(lines)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        header = file.read()
    opening = plain(header[: header.index("*/") + 2])
    out = [OPENING, opening.split("\n\n", 1)[1].replace("\n ", "\n")]
    for block in blocks(header):
        title = SECTION.match(block)
        if title:
            out.append(f"## {title.group(1)}")
            continue
        comment, code = split(block)
        if comment:
            out.append(plain(comment))
        if code:
            out.append(f"```c\n{declaration(code)}\n```")
    print("\n\n".join(part.strip("\n") for part in out))


main()
