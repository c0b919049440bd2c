# SPDX-License-Identifier: Apache-2.0
"""What the log of the talks survives: kill -9 at random moments, flipped
bytes, a full disk, a folder that can't be written to, two writers at once.

store.py PARLEY. PARLEY_KILLS sets how many kills there are (default 40)."""
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time

PARLEY = os.path.abspath(sys.argv[1])
CASE = os.path.abspath("cases/two-shores.yaml")
KILLS = int(os.environ.get("PARLEY_KILLS", "40"))
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


def kills(folder):
    """No event that was acknowledged is lost, whenever the writer dies."""
    case, kept = fresh(folder), []
    chance = random.Random(1)
    began = time.monotonic()
    run("log", case, note(0))
    usual = time.monotonic() - began
    alive = dead = 0
    for number in range(1, KILLS + 1):
        writer = subprocess.Popen([PARLEY, "log", case, note(number)],
                                  stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL, text=True)
        time.sleep(chance.uniform(0, 1.5 * usual))
        writer.kill()
        said = writer.communicate()[0]
        if "Logged" in said:
            kept.append(number)
            alive += 1
        else:
            dead += 1
    text = export(case)
    check(all('"n%d."' % n in text for n in kept), "an event was lost")
    check(text.count("\n") <= KILLS + 1, "an event came twice")
    answer = run("log", "verify", case)
    check(answer.returncode == 0, "verify after kills: " + answer.stderr)
    print(KILLS, "kills:", alive, "acknowledged before,", dead, "not;",
          text.count("\n") - 1, "kept")


def flips(folder):
    """A changed byte is told, or changes nothing that was logged."""
    case = fresh(folder)
    for number in range(1, 13):
        run("log", case, note(number))
    log = case + ".log"
    good, text = open(log, "rb").read(), export(case)
    place = good.index(b"n7.")
    chance = random.Random(2)
    told = silent = 0
    for at in [place] + [chance.randrange(len(good)) for _ in range(150)]:
        bad = bytearray(good)
        bad[at] ^= 1 << chance.randrange(8)
        open(log, "wb").write(bad)
        for rest in ("-wal", "-shm"):
            if os.path.exists(log + rest):
                os.remove(log + rest)
        answer = run("log", "verify", case)
        if answer.returncode != 0:
            told += 1
            check(answer.returncode in (1, 3) and answer.stderr != "",
                  "byte %d: %s" % (at, answer))
        else:
            silent += 1
            check(export(case) == text, "byte %d changed the log" % at)
        if at == place:
            check("event 7:" in answer.stderr, "event 7: " + answer.stderr)
    print("flipped bytes:", told, "told,", silent, "where nothing is kept")


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


def main():
    probe = tempfile.mkdtemp()
    os.chmod(probe, 0o755)
    try:
        if "no SQLite" in run("log", fresh(probe + "/probe"), note(0)).stderr:
            sys.exit(77)
        for step in (kills, flips, full, locked, writers, moved):
            step(os.path.join(probe, step.__name__))
    finally:
        shutil.rmtree(probe)
    print("FAIL: store" if failures else "PASS: store")
    sys.exit(failures > 0)


main()
