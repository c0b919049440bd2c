# SPDX-License-Identifier: Apache-2.0
# Plants fault number N of faults.txt in the file it names: reads faults.txt,
# then the source; prints the changed source. Exit 3: a text does not stand
# exactly once. With N = 0 it prints one line a fault: file, tab, title.
function unescape(text) { gsub(/\\n/, "\n", text); return text }
function once(old, new,    at, rest) {
    at = index(source, old)
    if (at == 0) { print "not found: " old > "/dev/stderr"; exit 3 }
    rest = substr(source, at + length(old))
    if (index(rest, old) > 0) {
        print "found twice: " old > "/dev/stderr"; exit 3
    }
    source = substr(source, 1, at - 1) new rest
}
FILENAME ~ /faults.txt$/ {
    if (/^= /) { fault++; title = substr($0, 3) }
    else if (/^@ / && N == 0) print substr($0, 3) "\t" title
    else if (/^- / && fault == N) old[++pairs] = unescape(substr($0, 3))
    else if (/^\+ / && fault == N) new[pairs] = unescape(substr($0, 3))
    next
}
{ source = source $0 "\n" }
END {
    if (N == 0) exit
    for (k = 1; k <= pairs; k++) once(old[k], new[k])
    printf "%s", source
}
