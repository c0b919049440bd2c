#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_goldens.sh PARLEY [--update] [FILE...]: runs what golden files and
# documents show and compares. A golden file (tests/golden/*.t) is
#
#   #: a remark
#   $ parley check cases/cairo-2014.yaml
#   what it prints, problems (stderr) first
#   [1]                       the exit code, if it isn't 0
#
# In README.md and docs/*.md the same stands in ```console blocks, of which only
# commands that begin with `$ parley` (also as `$ build/parley`), `$ cp` or `$ cat`
# are run, in a folder of their own where all of the project's files are. --update rewrites the files.
# A file that keeps a log is skipped where the command can keep none.
set -u
command=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
shift
update=
if [ "${1:-}" = --update ]; then
    update=1
    shift
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
ln -s "$command" "$scratch/bin/parley"
PATH="$scratch/bin:$PATH"
TMPDIR=$scratch
export PATH TMPDIR
export NO_COLOR=1 TERM=dumb LC_ALL=C.UTF-8
unset COLUMNS

# The folder in which documents' commands are run.
mkdir "$scratch/desk"
for file in *; do
    ln -s "$PWD/$file" "$scratch/desk/$file"
done
where=.

# What the command line prints: stderr, stdout, then the code.
run() {
    (cd "$where" && exec sh -c "$1") >"$scratch/out" 2>"$scratch/err" </dev/null
    code=$?
    cat "$scratch/err" "$scratch/out"
    [ $code -eq 0 ] || echo "[$code]"
}

# A golden file: what stands between two commands is output.
rewrite_golden() {
    while IFS= read -r line; do
        case $line in
        '#:'*) printf '%s\n' "$line" ;;
        '$ '*)
            printf '%s\n' "$line"
            run "${line#??}"
            ;;
        esac
    done
}

# A document: the same inside of console blocks, the rest as it is.
rewrite_document() {
    inside= ours=
    while IFS= read -r line; do
        case $inside$line in
        '```console') inside=1 ours= ;;
        '1```') inside= ours= ;;
        '1$ parley '* | '1$ build/parley '* | '1$ cp '* | '1$ cat '*)
            ours=1
            printf '%s\n' "$line"
            line=${line#??}
            run "${line#build/}"
            continue
            ;;
        '1$ '*) ours= ;;
        esac
        [ -n "$ours" ] || printf '%s\n' "$line"
    done
}

# The file keeps a log, and this build has no SQLite for it.
lacks_log() {
    grep -Eq '^\$ (.*; )?parley (log|send|answer)' "$1" &&
        parley log "$scratch/none" 2>&1 | grep -q 'no SQLite'
}

[ $# -gt 0 ] || set -- tests/golden/*.t README.md docs/*.md
failed=0
for file in "$@"; do
    [ -f "$file" ] || continue
    if lacks_log "$file"; then
        echo "SKIP: $file needs a log"
        continue
    fi
    case $file in
    *.md)
        grep -Eq '^\$ (build/)?parley' "$file" || continue
        where=$scratch/desk
        rewrite_document <"$file" >"$scratch/now"
        where=.
        ;;
    *) rewrite_golden <"$file" >"$scratch/now" ;;
    esac
    if cmp -s "$file" "$scratch/now"; then
        echo "PASS: $file"
    elif [ -n "$update" ]; then
        cat "$scratch/now" >"$file"
        echo "updated $file"
    else
        diff -u "$file" "$scratch/now"
        echo "FAIL: $file"
        failed=1
    fi
done
exit $failed
