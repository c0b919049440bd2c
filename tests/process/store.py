# SPDX-License-Identifier: Apache-2.0
"""What the log of the talks survives: kill -9 at random moments, flipped
bytes, a full disk, a folder that can't be written to, two writers at once.

store.py PARLEY. PARLEY_KILLS (20) and PARLEY_FLIPS (150) set how many there are
of each."""
import ctypes
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

PARLEY = os.path.abspath(sys.argv[1])
CASE = os.path.abspath("cases/two-shores.yaml")
KILLS = int(os.environ.get("PARLEY_KILLS", "20"))
FLIPS = int(os.environ.get("PARLEY_FLIPS", "150"))
failures = 0


def note(number):
    return ('{"at": "2033-03-07T09:00Z", "kind": "confer", "text": "n%d."}'
            % number)


def run(*words, command=PARLEY, **more):
    return subprocess.run([command, *words], capture_output=True, text=True,
                          check=False, **more)


def check(holds, what):
    global failures
    if not holds:
        failures += 1
        print("FAIL:", what)


def fresh(folder):
    os.makedirs(folder)
    return shutil.copy(CASE, os.path.join(folder, "talks.yaml"))


def export(case):
    return run("log", "export", case).stdout


LOOP = """
number=$2
while :; do
    "$0" log "$1" '{"at": "2033-03-07T09:00Z", "kind": "confer", "text": "n'"$number"'."}' >/dev/null || exit
    echo "$number"
    number=$((number + 1))
done
"""


def adopt_orphans():
    """Processes whose parent is killed become this one's (Linux), so that
    their end can be waited for, however slow process 1 is."""
    set_child_subreaper = 36
    ctypes.CDLL(None).prctl(set_child_subreaper, 1, 0, 0, 0)


def wait_for_group(group):
    """What is killed in the middle of a write still ends it."""
    while True:
        try:
            os.waitpid(-group, 0)
        except ChildProcessError:
            return


def kill_once(case, first, chance):
    """A writer that acknowledges event after event, killed at a random moment
    after its first one; what it acknowledged."""
    writer = subprocess.Popen(["sh", "-c", LOOP, PARLEY, case, str(first)],
                              stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True,
                              start_new_session=True)
    began = time.monotonic()
    said = [writer.stdout.readline()]
    time.sleep(chance.uniform(0, 2.5 * (time.monotonic() - began)))
    os.killpg(writer.pid, signal.SIGKILL)
    said += writer.communicate()[0].splitlines()
    wait_for_group(writer.pid)
    return [int(word) for word in said if word.strip()]


def kills(folder):
    """No event that was acknowledged is lost, whenever the writer dies."""
    adopt_orphans()
    chance = random.Random(1)
    sure = more = done = 0
    for batch in range(0, KILLS, 25):
        case, kept, first = fresh("%s-%d" % (folder, batch)), [], 0
        for _ in range(min(25, KILLS - batch)):
            said = kill_once(case, first, chance)
            check(said and said[0] == first, "the writer did not begin")
            kept += said
            if done % 2:
                check(run("log", "verify", case).returncode == 0,
                      "verify at once after a kill")
            lines = export(case).splitlines()
            there = [int(re.search(r'"n([0-9]+)\.', one)[1]) for one in lines]
            check(set(kept) <= set(there), "an acknowledged event was lost")
            check(len(set(there)) == len(there), "an event came twice")
            sure += len(said)
            more += len(there) > len(kept)
            kept = there
            first = max(there) + 1
            done += 1
        answer = run("log", "verify", case)
        check(answer.returncode == 0, "verify after kills: " + answer.stderr)
    print(done, "kills, each after an acknowledged event:", sure,
          "acknowledged, none lost;", more, "times one more was on disk")


# Fields of SQLite's header that can be anything: the size in pages (checked
# against the file where it matters), the cookie that tells readers of another
# schema, and the version of SQLite that wrote last.
HEADER = set(range(28, 32)) | set(range(40, 44)) | set(range(96, 100))


def free_bytes(data):
    """Where a database of tables without overflow keeps nothing."""
    size = int.from_bytes(data[16:18], "big")
    free = set(HEADER)
    for page in range(len(data) // size):
        start = page * size
        head = start + (100 if page == 0 else 0)
        wide = 12 if data[head] in (2, 5) else 8
        cells = int.from_bytes(data[head + 3:head + 5], "big")
        content = int.from_bytes(data[head + 5:head + 7], "big") or 65536
        free |= set(range(head + wide + 2 * cells, start + content))
        block = int.from_bytes(data[head + 1:head + 3], "big")
        while block:
            at = start + block
            length = int.from_bytes(data[at + 2:at + 4], "big")
            free |= set(range(at + 4, at + length))
            block = int.from_bytes(data[at:at + 2], "big")
    return free


def try_flip(case, good, at, bit):
    bad = bytearray(good)
    bad[at] ^= 1 << bit
    open(case + ".log", "wb").write(bad)
    for rest in ("-wal", "-shm"):
        if os.path.exists(case + ".log" + rest):
            os.remove(case + ".log" + rest)
    return run("log", "verify", case)


def flips(folder):
    """A changed byte is told, or lies where nothing is kept."""
    case = fresh(folder)
    for number in range(1, 41):
        run("log", case, note(number))
    good, text = open(case + ".log", "rb").read(), export(case)
    free = free_bytes(good)
    used = [at for at in range(len(good)) if at not in free]
    chance = random.Random(2)
    lines = [good.index(b"n%d." % number) for number in range(1, 41)]
    tried = lines + chance.sample(used, min(FLIPS, len(used))) + \
        chance.sample(sorted(free), FLIPS // 4)
    told = silent = 0
    for i, at in enumerate(tried):
        answer = try_flip(case, good, at, chance.randrange(8))
        if answer.returncode != 0:
            told += 1
            check(answer.returncode in (1, 3) and answer.stderr != "",
                  "byte %d: %s" % (at, answer))
        else:
            silent += 1
            check(at in free, "byte %d is kept, and was not told" % at)
            check(export(case) == text, "byte %d changed the log" % at)
        if i < len(lines):
            check("event %d:" % (i + 1) in answer.stderr,
                  "event %d: %s" % (i + 1, answer.stderr))
    print("flipped bytes:", told, "told,", silent, "where nothing is kept, of",
          len(used), "kept and", len(free), "free")


def full(folder):
    """A file that may not grow: a clear error, and the log as it was."""
    case = fresh(folder)
    run("log", case, note(1))
    text = export(case)

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (16384, 16384))

    big = note(2)[:-2] + "x" * 60000 + '"}'
    answer = run("log", case, big, preexec_fn=limit)
    check(answer.returncode == 3 and "[log/store]" in answer.stderr,
          "full disk: %s" % answer)
    check(export(case) == text, "a full disk changed the log")
    check(run("log", case, note(3)).returncode == 0, "no way on from it")
    check(run("log", "verify", case).returncode == 0, "verify after it")


def locked(folder):
    """A folder that can't be written to: an error, and it can be read."""
    case = fresh(folder)
    run("log", case, note(1))
    # The build may stand where only its owner may look.
    command = shutil.copy(PARLEY, folder)
    os.chmod(folder, 0o555)
    os.chmod(case + ".log", 0o444)

    def nobody():
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)

    answer = run("log", case, note(2), command=command, preexec_fn=nobody)
    check(answer.returncode == 3 and "[log/store]" in answer.stderr,
          "read-only folder: %s" % answer)
    answer = run("status", case, command=command, preexec_fn=nobody)
    check(answer.returncode == 0 and "n1." in answer.stdout,
          "status in a read-only folder: %s" % answer)
    os.chmod(folder, 0o755)


def writers(folder):
    """Two at once take turns, and both get in."""
    case, codes = fresh(folder), []

    def write(first):
        for number in range(first, first + 15):
            codes.append(run("log", case, note(number)).returncode)

    both = [threading.Thread(target=write, args=(n,)) for n in (100, 200)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    check(codes == [0] * 30, "two writers: %s" % codes)
    check(export(case).count("\n") == 30, "two writers lost an event")
    check(run("log", "verify", case).returncode == 0, "verify after two")


def moved(folder):
    """Export and import: the same lines, and a broken line is refused."""
    case = fresh(folder)
    for number in range(3):
        run("log", case, note(number))
    text = export(case)
    other = fresh(folder + "-other")
    lines = os.path.join(folder, "lines")
    open(lines, "w").write(text)
    check(run("log", "import", other, lines).returncode == 0, "import")
    check(export(other) == text, "import changed the lines")
    open(lines, "w").write(text + '{"kind": "draft"}\n')
    check(run("log", "import", other, lines).returncode == 1, "bad import")
    check(export(other) == text, "a bad import was taken in part")


def tidy(folder):
    """Whoever reads or writes and is the last to leave clears up."""
    case = fresh(folder)
    for words in (("log", case, note(1)), ("status", case), ("log", "verify", case)):
        check(run(*words).returncode == 0, "%s failed" % words[0])
        left = [p for p in os.listdir(folder) if p.endswith(("-wal", "-shm"))]
        check(not left, "%s leaves %s" % (words[0], left))


def main():
    probe = tempfile.mkdtemp()
    os.chmod(probe, 0o755)
    try:
        if "no SQLite" in run("log", fresh(probe + "/probe"), note(0)).stderr:
            sys.exit(77)
        for step in (kills, flips, full, locked, writers, moved,
                     tidy):
            step(os.path.join(probe, step.__name__))
    finally:
        shutil.rmtree(probe)
    print("FAIL: store" if failures else "PASS: store")
    sys.exit(failures > 0)


main()
