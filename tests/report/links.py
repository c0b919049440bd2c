# SPDX-License-Identifier: Apache-2.0
# links.py PARLEY: every number of a page that rests on statements leads to
# them, and every citation leads somewhere.
#
# Which numbers do is not asked of the program: what is drawn changes with the
# seed, so the pages of two seeds are laid side by side, and a number that
# differs between sentences or rows that are otherwise the same must be a link.
# What changes when a statement is left out must be one too.
import html.parser
import os
import re
import subprocess
import sys

PARLEY = sys.argv[1]
SAMPLED = [("brief", "cases/cairo-2014.yaml"),
           ("brief", "cases/two-shores.yaml"),
           ("brief", "cases/ferry-strike.yaml"),
           ("plans", "cases/cairo-2014.yaml", "humanitarian-truce",
            "egyptian-initiative"),
           ("deals", "cases/cairo-2014.yaml"),
           ("belief", "cases/cairo-2014.yaml"),
           ("ask", "cases/cairo-2014.yaml"),
           ("unlock", "cases/cairo-2014.yaml", "humanitarian-truce"),
           ("stability", "cases/two-shores.yaml")]
CITING = [("record", "cases/cairo-2014.yaml"),
          ("status", "cases/cairo-2014.yaml"),
          ("pieces", "cases/cairo-2014.yaml"),
          ("durability", "cases/cairo-2014.yaml", "humanitarian-truce"),
          ("route", "cases/cairo-2014.yaml", "israel", "hamas")]
BLOCKS = {"p", "li", "tr", "caption", "figcaption", "h2", "h3", "dd", "summary"}
# What the search cost is no finding.
WORK = re.compile(r"\d+ single changes; all sets")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")

failures = 0


def fail(what, why):
    global failures
    failures += 1
    print(f"{what}: {why}")


class Page(html.parser.HTMLParser):
    """The text of each block without what is linked, and the citations."""

    def __init__(self, source):
        super().__init__()
        self.blocks, self.open, self.skip, self.numbers = [], [], [], 0
        self.cites, self.cited, self.targets, self.ids = [], None, [], set()
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attributes):
        of = dict(attributes)
        self.ids.add(of.get("id"))
        if tag in BLOCKS:
            self.open.append([])
        if self.skip:
            self.skip.append(tag)
        elif tag in ("svg", "style", "script", "nav") or of.get("class") == "pm":
            self.skip = [tag]
        elif tag == "a":
            self.skip = [tag]
            self.numbers += of.get("class") == "n"
            self.targets.append(of["href"][1:])
        if of.get("class") == "cites":
            self.cited = ""

    def handle_endtag(self, tag):
        if self.skip:
            self.skip.pop()
        if tag in BLOCKS and self.open:
            self.blocks.append(" ".join("".join(self.open.pop()).split()))
        if tag == "span" and self.cited is not None and self.cited.endswith("]"):
            self.cites += re.split(r"; ", self.cited.strip(" []"))
            self.cited = None

    def handle_data(self, data):
        if self.cited is not None:
            self.cited += "@" if self.skip and self.skip[-1] == "a" else data
        if not self.skip and self.open:
            self.open[-1].append(data)


def run(lens, *words):
    done = subprocess.run([PARLEY, lens, *words, "--format", "html"],
                          capture_output=True, text=True)
    if done.returncode != 0:
        fail(lens, done.stderr[:300])
    return done.stdout


def by_words(blocks):
    """The blocks by their words, with the numbers taken out."""
    found = {}
    for block in blocks:
        found.setdefault(NUMBER.sub("#", block), []).append(block)
    return found


def unlinked(one, other):
    """Numbers that differ where the words are the same."""
    a, b = by_words(one.blocks), by_words(other.blocks)
    for words in a.keys() & b.keys():
        if len(a[words]) != len(b[words]):
            continue
        for x, y in zip(a[words], b[words]):
            if x != y and not WORK.match(x):
                yield f'"{x[:100]}" and "{y[:100]}"'


def compare(what, one, other, least):
    for pair in unlinked(one, other):
        fail(what, f"no link: {pair}")
    if one.numbers < least:
        fail(what, f"only {one.numbers} numbers are linked")


def cited(what, page):
    for cite in page.cites:
        if "@" not in cite and cite != "no source":
            fail(what, f"[{cite}] leads nowhere")
    for target in set(page.targets) - page.ids:
        fail(what, f"#{target} is nowhere")


def bare(source):
    return re.sub(r'<a class="n"[^>]*>(.*?)</a>', r"\1", source)


os.environ["PARLEY_DOT"] = ""
linked = 0
for asked in SAMPLED:
    what = " ".join(asked[:2])
    sources = [run(*asked, "--draws", "240", "--seed", seed) for seed in "12"]
    one, other = map(Page, sources)
    compare(what, one, other, 8)
    cited(what, one)
    linked += one.numbers
    # The test must be able to fail.
    if not any(unlinked(*map(Page, map(bare, sources)))):
        fail(what, "numbers without their links are not found")
for asked in CITING:
    what = " ".join(asked[:2])
    page = Page(run(*asked))
    cited(what, page)
    linked += page.numbers
    if not page.cites:
        fail(what, "nothing is cited")
    if asked[0] in ("record", "pieces", "durability") and page.numbers < 5:
        fail(what, f"only {page.numbers} numbers are linked")
print(f"{linked} numbers are linked, {failures} failures")
print("FAIL: report links" if failures else "PASS: report links")
sys.exit(failures > 0)
