# SPDX-License-Identifier: Apache-2.0
# pages.py PARLEY: what every page and figure must be, without a browser: HTML
# whose elements are closed, whose ids are unique, whose links lead somewhere
# and which fetches nothing; SVG that is well-formed XML; and no name of a case
# that has become a tag.
import base64
import hashlib
import html.parser
import os
import re
import subprocess
import sys
import xml.etree.ElementTree

PARLEY = sys.argv[1]
CASES = ["cases/cairo-2014.yaml", "cases/ferry-strike.yaml",
         "cases/tamira-river.yaml", "cases/two-shores.yaml",
         "cases/depot-strike.yaml",
         "tests/report/nasty.yaml"]
LENSES = ["brief", "plans", "deals", "belief", "record", "status",
          "stability", "pieces", "ask", "check"]
VOID = {"meta", "br", "img", "input", "link", "hr"}
TAGS = set("""html head meta title style body a header h1 h2 h3 h4 h5 h6 nav ol
 ul li main section p strong span bdi div table caption thead tbody tr th td
 figure figcaption svg desc text line rect circle polygon polyline path details
 summary code dl dt dd footer script tspan""".split())

failures = 0
written = 0


def fail(what, why):
    global failures
    failures += 1
    print(f"{what}: {why}")


class Page(html.parser.HTMLParser):
    def __init__(self, what):
        super().__init__()
        self.what, self.open, self.ids, self.links = what, [], set(), set()
        self.text = []

    def handle_starttag(self, tag, attributes):
        if tag not in TAGS:
            fail(self.what, f"a tag <{tag}>")
        for name, value in attributes:
            if name.startswith("on") or name in ("src", "style"):
                fail(self.what, f"an attribute {name} of <{tag}>")
            if name == "id":
                if value in self.ids:
                    fail(self.what, f"two ids {value}")
                self.ids.add(value)
            if name == "href":
                if not value.startswith("#"):
                    fail(self.what, f"a link to {value}")
                self.links.add(value[1:])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            fail(self.what, f"</{tag}> closes something else")

    def handle_data(self, data):
        self.text.append(data)


def run(*words):
    done = subprocess.run([PARLEY, *words, "--draws", "200"]
                          if words[0] != "check" else [PARLEY, *words],
                          capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else None


def check_page(what, page):
    p = Page(what)
    p.feed(page)
    p.close()
    if p.open:
        fail(what, f"left open: {p.open}")
    for link in p.links - p.ids:
        fail(what, f"a link to #{link}, which is nowhere")
    if page.count("<script>") != 1:
        fail(what, "more than one script")
    for tag in ("style", "script"):
        inside = re.search(f"<{tag}>(.*?)</{tag}>", page, re.S).group(1)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest())
        if f"{tag}-src 'sha256-{digest.decode()}'" not in page:
            fail(what, f"the policy does not name the {tag}")
    bare = re.sub(r"<(script|style)>.*?</\1>", "", page, flags=re.S)
    if "://" in re.sub(r">[^<]*<", "><", bare):
        fail(what, "an address outside")


def check_figure(what, figure):
    try:
        root = xml.etree.ElementTree.fromstring(figure)
    except xml.etree.ElementTree.ParseError as error:
        fail(what, f"not well-formed: {error}")
        return
    names = [e.tag.split("}")[1] for e in root]
    if "title" not in names:
        fail(what, "no title")
    for element in root.iter():
        if "NaN" in str(element.attrib) or "inf" in str(element.attrib.get("x")):
            fail(what, f"a coordinate that is no number: {element.attrib}")


def figures_of(page):
    return re.findall(r'<figure id="f-([a-z0-9-]+)">', page)


os.environ["PARLEY_DOT"] = ""
for case in CASES:
    for lens in LENSES:
        page = run(lens, case, "--format", "html")
        if page is None:
            continue
        written += 1
        check_page(f"{lens} {case}", page)
        alone = "nasty" in case or lens in ("deals", "stability", "record")
        for name in figures_of(page) if alone and lens != "check" else []:
            figure = run(lens, case, "--format", "svg", "--figure", name)
            check_figure(f"{lens} {case} {name}", figure or "")
            written += 1
if written < 40:
    fail("all", f"only {written} pages and figures")
print(f"{written} pages and figures, {failures} failures")
print("FAIL: report pages" if failures else "PASS: report pages")
sys.exit(failures > 0)
