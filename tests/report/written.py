# SPDX-License-Identifier: Apache-2.0
"""written.py PARLEY: `wrote FILE, SIZE` on a terminal, silence elsewhere."""

import os
import pty
import subprocess
import sys
import tempfile

PARLEY = sys.argv[1]
CASE = "cases/tamira-river.yaml"


def on_terminal(words):
    """What the command says on a standard error that is a terminal."""
    here, there = pty.openpty()
    subprocess.run([PARLEY, *words], stderr=there, check=True)
    os.close(there)
    said = b""
    try:
        while part := os.read(here, 4096):
            said += part
    except OSError:  # the other end is closed
        pass
    os.close(here)
    return said.decode()


with tempfile.TemporaryDirectory() as folder:
    page = os.path.join(folder, "page.html")
    words = ["record", CASE, "--html", page]
    said = on_terminal(words)
    size = os.path.getsize(page)
    if f"wrote {page}, {(size + 500) // 1000} kB" not in said:
        sys.exit(f"FAIL: a terminal is told {said!r}")
    silent = subprocess.run([PARLEY, *words], capture_output=True, check=True)
    if silent.stdout + silent.stderr:
        sys.exit(f"FAIL: elsewhere it says {silent.stderr!r}")
    if "wrote" in on_terminal(["record", CASE, "-o", "/dev/null"]):
        sys.exit("FAIL: a device is no file that was written")
print("PASS: what was written is said on a terminal")
