/* SPDX-License-Identifier: Apache-2.0
 * Drafts in YAML, as `record:` takes them: what the case resolved as fields of
 * the entry, what the words say in the `draft:` block. What is not resolved is
 * left out. A content in which several people take positions becomes an entry
 * for each of them, since an entry has one holder. All texts are quoted and
 * escaped, so nothing in a report can leave its place; bytes that aren't UTF-8
 * become U+FFFD. */
#include "read/entry.h"

#include <string.h>

#include "base/growing_text.h"
#include "base/text.h"
#include "read/resolve.h"

enum { WORDS_MOST = 600 }; /* bytes of content that a draft repeats */

typedef growing_text page;

static void put(page *p, const char *text) { growing_text_add(p, text); }

static void put_character(page *p, const char *bytes, size_t size,
                          uint32_t character) {
    if (character == '"' || character == '\\') {
        put(p, arena_format(p->mem, "\\%c", (int)character));
    } else if (character < 0x20 || (character >= 0x7f && character < 0xa0) ||
               character == 0x2028 || character == 0x2029 ||
               character == 0xfeff) {
        put(p, arena_format(p->mem, "\\u%04x", (unsigned)character));
    } else if (character == 0xfffd || character == 0xfffe ||
               character == 0xffff) {
        put(p, "\xef\xbf\xbd");
    } else {
        growing_text_put(p, bytes, size);
    }
}

char *entry_quoted(const char *bytes, size_t size, size_t most, arena *mem) {
    page p = {.mem = mem};
    put(&p, "\"");
    for (size_t i = 0; i < size;) {
        uint32_t character;
        size_t step = text_decode(bytes + i, size - i, &character);
        if (i + step > most) {
            put(&p, "...");
            break;
        }
        if (character == '\n' || character == '\r') character = ' ';
        put_character(&p, character == ' ' ? " " : bytes + i,
                      character == ' ' ? 1 : step, character);
        i += step;
    }
    put(&p, "\"");
    return p.bytes;
}

static const char *quoted(const entry_context *e, read_span s, arena *mem) {
    return entry_quoted(e->text->bytes + s.begin, s.end - s.begin, WORDS_MOST,
                        mem);
}

/* An id as it is, or in quotes where it isn't a plain name. */
static const char *name(const char *id, arena *mem) {
    bool plain = (*id >= 'a' && *id <= 'z') || (*id >= 'A' && *id <= 'Z');
    for (const char *c = id; *c != '\0'; c++) {
        plain = plain && strchr(" \t:#,[]{}&*!|>'\"%@`\\?\n", *c) == NULL;
    }
    return plain ? id : entry_quoted(id, strlen(id), SIZE_MAX, mem);
}

static bool given(read_span s) { return s.end > s.begin; }

/* --- Which entries --- */

/* Further stances make entries of their own when their holder is another. */
static bool is_own_entry(const read_draft *d, int stance) {
    for (int i = 0; i < stance; i++) {
        read_span a = d->stances[i].holder, b = d->stances[stance].holder;
        if (a.begin == b.begin && a.end == b.end) return false;
    }
    return true;
}

static int stance_index(const read_draft *d, int entry) {
    for (int i = 0; i < d->stance_count; i++) {
        if (is_own_entry(d, i) && entry-- == 0) return i;
    }
    return -1;
}

int entry_count(const read_draft *d) {
    int count = 0;
    for (int i = 0; i < d->stance_count; i++)
        count += is_own_entry(d, i);
    return count > 0 ? count : 1;
}

const read_stance *entry_stance(const read_draft *d, int entry) {
    int i = stance_index(d, entry);
    return i < 0 ? NULL : &d->stances[i];
}

const char *entry_id(const entry_context *e, size_t draft, int entry,
                     arena *mem) {
    const char *more = entry == 0 ? "" : arena_format(mem, "%c", 'a' + entry);
    return arena_format(mem, "%s-%zu%s", e->source, draft + 1, more);
}

case_entry_kind entry_kind(const entry_context *e, const read_draft *d,
                           int entry) {
    return entry == 0 ? d->kind
                      : resolve_kind(d, entry_stance(d, entry), e->text);
}

/* --- Fields --- */

static bool has_terms(case_entry_kind kind) {
    return kind == CASE_DEMAND || kind == CASE_REQUIRE || kind == CASE_REFUSE ||
           kind == CASE_OFFER;
}

static const char *terms_text(const entry_context *e, const read_draft *d,
                              arena *mem) {
    const char *all = "";
    for (int i = 0; i < d->about.count; i++) {
        const case_term *t = &d->about.items[i];
        const case_issue *issue = &e->c->issues[t->issue];
        all = arena_format(mem, "%s%s%s: %s", all, i > 0 ? ", " : "",
                           name(issue->id, mem),
                           name(issue->options[t->options.items[0]], mem));
    }
    return arena_format(mem, "{%s}", all);
}

static void put_about(page *p, const entry_context *e, const read_draft *d,
                      case_entry_kind kind) {
    if (e->c == NULL || kind == CASE_DOUBT) return;
    if (has_terms(kind)) {
        if (d->about.count == 0) return;
        put(p, arena_format(p->mem, "  about: %s\n", terms_text(e, d, p->mem)));
    } else if (d->proposal >= 0) {
        const char *id = e->c->proposals[d->proposal].id;
        put(p, arena_format(p->mem, "  about: %s\n", name(id, p->mem)));
    }
}

static void put_who(page *p, const entry_context *e, const read_draft *d,
                    int entry) {
    if (e->c == NULL) return;
    const char *by = NULL;
    if (d->by_person >= 0) by = e->c->people[d->by_person].id;
    if (d->by_actor >= 0) by = e->c->actors[d->by_actor].id;
    if (by) put(p, arena_format(p->mem, "  by: %s\n", name(by, p->mem)));
    const read_stance *s = entry_stance(d, entry);
    int holder = s != NULL ? s->actor : d->for_actor;
    if (holder >= 0) {
        put(p, arena_format(p->mem, "  for: %s\n",
                            name(e->c->actors[holder].id, p->mem)));
    }
}

static void put_between(page *p, const entry_context *e, const read_draft *d) {
    if (e->c == NULL || d->between_count < 2) return;
    put(p, "  between: [");
    for (int i = 0; i < d->between_count; i++) {
        int who = d->between[i];
        const char *id =
            who >= 0 ? e->c->people[who].id : e->c->actors[-2 - who].id;
        put(p,
            arena_format(p->mem, "%s%s", i > 0 ? ", " : "", name(id, p->mem)));
    }
    put(p, "]\n");
}

static const char *via_text(const entry_context *e, const read_draft *d,
                            arena *mem) {
    const char *all = "";
    for (int i = 0; i < d->via_count; i++) {
        all = arena_format(mem, "%s%s%s", all, i > 0 ? ", " : "",
                           quoted(e, d->via[i], mem));
    }
    return arena_format(mem, "[%s]", all);
}

/* --- The draft block --- */

static const char *office_name(case_office office) {
    if (office == CASE_LEADER) return "leader";
    return office == CASE_OFFICIAL ? "official" : "unnamed";
}

static void put_speaker(page *p, const entry_context *e, const read_draft *d) {
    const read_speaker *s = &d->speaker;
    if (!given(s->at)) return;
    put(p, arena_format(p->mem, "    speaker: {text: %s",
                        quoted(e, s->at, p->mem)));
    if (given(s->is)) {
        put(p, arena_format(p->mem, ", is: %s", quoted(e, s->is, p->mem)));
    }
    if (given(s->head)) {
        put(p, arena_format(p->mem, ", head: %s", quoted(e, s->head, p->mem)));
    }
    put(p, arena_format(p->mem, ", office: %s", office_name(s->office)));
    if (given(s->of)) {
        put(p, arena_format(p->mem, ", of: %s", quoted(e, s->of, p->mem)));
    }
    put(p, arena_format(p->mem, ", unnamed: %s, count: %s}\n",
                        s->unnamed ? "true" : "false",
                        s->several ? "several" : "one"));
}

/* The piece in which the holder of a stance stands, or -1. */
static int piece_of(const read_draft *d, const read_stance *s) {
    for (int i = 0; s != NULL && given(s->holder) && i < d->part_count; i++) {
        if (s->holder.begin >= d->parts[i].begin &&
            s->holder.end <= d->parts[i].end) {
            return i;
        }
    }
    return -1;
}

static void put_words(page *p, const entry_context *e, const read_draft *d,
                      int entry) {
    int piece = piece_of(d, entry_stance(d, entry));
    bool any = false;
    put(p, "    words: [");
    for (int i = 0; i < d->part_count; i++) {
        if (piece >= 0 && i != piece) continue;
        put(p, arena_format(p->mem, "%s%s", any ? ", " : "",
                            quoted(e, d->parts[i], p->mem)));
        any = true;
    }
    if (given(d->words)) {
        put(p, arena_format(p->mem, ", %s", quoted(e, d->words, p->mem)));
    }
    put(p, "]\n");
}

static void put_draft(page *p, const entry_context *e, const read_draft *d,
                      int entry) {
    arena *mem = p->mem;
    put(p, "  draft:\n");
    put(p,
        arena_format(mem, "    span: [%u, %u]\n", d->span.begin, d->span.end));
    put(p, arena_format(mem, "    content: [%u, %u]\n", d->content.begin,
                        d->content.end));
    put(p, arena_format(mem, "    rule: %s\n", name(d->rule, mem)));
    put(p, arena_format(mem, "    confidence: %.2f\n", d->confidence));
    put(p, arena_format(mem, "    verb: %s\n",
                        entry_quoted(d->verb, strlen(d->verb), 80, mem)));
    if (d->via_count > 0) {
        put(p, arena_format(mem, "    via: %s\n", via_text(e, d, mem)));
    }
    const read_stance *s = entry_stance(d, entry);
    if (s != NULL) {
        put(p,
            arena_format(mem, "    stance: %s\n", read_stance_name(s->kind)));
    }
    put_speaker(p, e, d);
    bool no = s != NULL ? s->negated : d->negated;
    put(p, arena_format(mem, "    negated: %s\n", no ? "true" : "false"));
    if (given(d->modal_word)) {
        put(p, arena_format(mem, "    modal: %s\n",
                            quoted(e, d->modal_word, mem)));
    }
    put_words(p, e, d, entry);
}

char *entry_text(const entry_context *e, const read_draft *d, size_t draft,
                 int entry, arena *mem) {
    page p = {.mem = mem};
    case_entry_kind kind = entry_kind(e, d, entry);
    put(&p, arena_format(mem, "- id: %s\n",
                         name(entry_id(e, draft, entry, mem), mem)));
    if (d->date.given) {
        put(&p, arena_format(mem, "  date: %s\n", time_print(d->date, mem)));
    }
    put(&p, arena_format(mem, "  kind: %s\n", case_entry_kind_name(kind)));
    if (case_is_contact(kind)) {
        put_between(&p, e, d);
        if (given(d->place)) {
            put(&p,
                arena_format(mem, "  place: %s\n", quoted(e, d->place, mem)));
        }
    } else {
        put_who(&p, e, d, entry);
        put_about(&p, e, d, kind);
    }
    put(&p,
        arena_format(mem, "  source: %s par. %d\n", e->source, d->paragraph));
    if (d->via_count > 0) {
        put(&p, arena_format(mem, "  via: %s\n", via_text(e, d, mem)));
    }
    put_draft(&p, e, d, entry);
    return p.bytes;
}

char *entry_all(const entry_context *e, const read_report *r, const char *head,
                arena *mem) {
    page all = {.mem = mem};
    arena *work = arena_child(mem);
    arena_place place = arena_mark(work);
    put(&all, head);
    for (size_t i = 0; i < r->count; i++) {
        for (int k = 0; k < entry_count(&r->drafts[i]); k++) {
            put(&all, entry_text(e, &r->drafts[i], i, k, work));
        }
        arena_back(work, place);
    }
    arena_free(work);
    return all.bytes;
}
