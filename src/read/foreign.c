/* SPDX-License-Identifier: Apache-2.0
 * Drafts of another program (a language model, a person's tool), checked.
 *
 * Whatever such a program says, no word enters that is not in the report:
 * `content` and `span` are byte offsets that must lie in the text and part no
 * character; `words`, where given, must be the bytes at `content` (several
 * pieces: each inside it, in order); the speaker and every `via` must stand
 * verbatim in the paragraph. One that fails is refused as a whole, with the
 * reason at its place. What the program only judges (stance, kind) is taken if
 * it is a word this format has. */
#include "read/foreign.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "case/node.h"
#include "read/resolve.h"
#include "read/text.h"

typedef struct place {
    read_span at;
    int number;
} place;

typedef struct taker {
    const source_text *text;
    read_report *out;
    read_draft *drafts;
    size_t count;
    place *paragraphs;
    size_t paragraph_count;
    read_span paragraph; /* the one that was looked up last */
    arena *mem;
    parley_diags *d;
} taker;

static bool refuse(taker *k, const node *n, const char *why) {
    k->out->refused++;
    diag_warning(k->d, n->at, "read/not-verbatim", "refused: %s", why);
    return false;
}

/* --- Places --- */

static read_span span_of(size_t begin, size_t end) {
    return (read_span){(uint32_t)begin, (uint32_t)end};
}

static bool inside_character(const source_text *t, size_t at) {
    return at < t->size && ((unsigned char)t->bytes[at] & 0xc0) == 0x80;
}

static bool read_span_node(const taker *k, const node *n, read_span *out) {
    int64_t begin, end;
    if (n == NULL || n->kind != NODE_LIST || n->count != 2) return false;
    const node *a = n->items[0], *b = n->items[1];
    if (a->kind != NODE_TEXT || b->kind != NODE_TEXT) return false;
    if (!number_int(a->text, &begin) || !number_int(b->text, &end)) {
        return false;
    }
    if (begin < 0 || begin >= end || (uint64_t)end > k->text->size) {
        return false;
    }
    *out = span_of((size_t)begin, (size_t)end);
    return !inside_character(k->text, out->begin) &&
           !inside_character(k->text, out->end);
}

/* Where the words stand in a range; empty: nowhere. */
static read_span find_words(const source_text *t, read_span in,
                            const char *words) {
    size_t size = strlen(words);
    for (size_t i = in.begin; size > 0 && i + size <= in.end; i++) {
        if (memcmp(t->bytes + i, words, size) == 0) {
            return span_of(i, i + size);
        }
    }
    return (read_span){0, 0};
}

static bool given(read_span s) { return s.end > s.begin; }

/* Lists the paragraphs of the report, once. */
static void list_paragraphs(taker *k) {
    read_paragraph p = {.number = 0};
    size_t at = 0, room = 64;
    int cut = 0;
    k->paragraphs = ARENA_ARRAY(k->mem, place, room);
    while (text_paragraph(k->text, &at, &p, &cut)) {
        if (k->paragraph_count == room) {
            k->paragraphs = arena_grow(k->mem, k->paragraphs, room, 2 * room,
                                       sizeof *k->paragraphs);
            room *= 2;
        }
        k->paragraphs[k->paragraph_count++] =
            (place){span_of(p.begin, p.end), p.number};
    }
}

/* The number of the paragraph that a byte lies in; it becomes the one in which
 * names are looked for. */
static int locate(taker *k, size_t at) {
    size_t low = 0, high = k->paragraph_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (k->paragraphs[middle].at.end <= at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == k->paragraph_count) return 0;
    k->paragraph = k->paragraphs[low].at;
    return k->paragraphs[low].number;
}

/* --- Words --- */

/* Each piece inside the content, in order; a single one is all of it. */
static bool words_stand(const taker *k, const node *words, read_draft *out) {
    read_span rest = out->content;
    bool list = words->kind == NODE_LIST;
    size_t count = list ? words->count : 1;
    for (size_t i = 0; i < count; i++) {
        const node *one = list ? words->items[i] : words;
        if (one->kind != NODE_TEXT) return false;
        read_span at = find_words(k->text, rest, one->text);
        bool last = i + 1 == count && i > 0; /* the words of the date */
        if (!given(at) && last &&
            given(find_words(k->text, k->paragraph, one->text))) {
            continue;
        }
        if (!given(at)) return false;
        rest.begin = at.end;
        if (out->part_count < READ_PARTS) out->parts[out->part_count++] = at;
    }
    if (count == 1) {
        return out->part_count == 1 &&
               out->parts[0].begin == out->content.begin &&
               out->parts[0].end == out->content.end;
    }
    return out->part_count > 0;
}

static const char *text_of(const node *n, const char *key) {
    const node *value = node_find(n, key);
    return value != NULL && value->kind == NODE_TEXT ? value->text : NULL;
}

static bool is_true(const node *n, const char *key) {
    const char *text = text_of(n, key);
    return text != NULL && (text_same(text, "true") || text_same(text, "yes"));
}

static bool take_speaker(taker *k, const node *n, read_draft *out) {
    const node *s = node_find(n, "speaker");
    const char *text =
        s != NULL && s->kind == NODE_TEXT ? s->text : text_of(s, "text");
    if (text == NULL || *text == '\0') return true; /* a contact has none */
    read_span at;
    if (!read_span_node(k, node_find(s, "span"), &at) ||
        !text_same(
            arena_text(k->mem, k->text->bytes + at.begin, at.end - at.begin),
            text)) {
        at = find_words(k->text, out->span, text);
    }
    if (!given(at)) at = find_words(k->text, k->paragraph, text);
    if (!given(at)) return false;
    out->speaker = (read_speaker){.at = at,
                                  .head = at,
                                  .unnamed = is_true(s, "unnamed"),
                                  .office = CASE_OFFICIAL};
    if (out->speaker.unnamed) out->speaker.office = CASE_UNNAMED;
    if (text_same(text_of(s, "office"), "leader")) {
        out->speaker.office = CASE_LEADER;
    }
    out->speaker.several = text_same(text_of(s, "count"), "several");
    const char *of = text_of(s, "of");
    if (of != NULL) {
        out->speaker.of = find_words(k->text, k->paragraph, of);
    }
    return true;
}

static bool take_via(const taker *k, const node *n, read_draft *out) {
    const node *via = node_find(n, "via");
    if (via == NULL || via->kind != NODE_LIST) return true;
    for (size_t i = 0; i < via->count && out->via_count < READ_VIA; i++) {
        const node *one = via->items[i];
        if (one->kind != NODE_TEXT) return false;
        read_span at = find_words(k->text, k->paragraph, one->text);
        if (!given(at)) return false;
        out->via[out->via_count++] = at;
    }
    return true;
}

static void take_stance(const taker *k, const node *n, read_draft *out) {
    const char *word = text_of(n, "stance");
    for (int i = STANCE_ACCEPT; i < STANCE_KINDS; i++) {
        if (!text_same(word, read_stance_name((read_stance_kind)i))) continue;
        read_stance *s = &out->stances[out->stance_count++];
        *s = (read_stance){.kind = (read_stance_kind)i, .actor = -1};
        s->negated = is_true(n, "negated");
        const char *holder = text_of(n, "holder");
        if (holder != NULL) {
            s->holder = find_words(k->text, k->paragraph, holder);
        }
    }
}

static void take_kind(const node *entry, read_draft *out) {
    const char *kind = text_of(entry, "kind");
    out->kind = CASE_SAID;
    for (int i = 0; i < CASE_ENTRY_KINDS; i++) {
        case_entry_kind one = (case_entry_kind)i;
        if (text_same(kind, case_entry_kind_name(one))) out->kind = one;
    }
}

static void take_people(const taker *k, const node *n, const char *key,
                        read_span *list, int *count) {
    const node *who = node_find(n, key);
    if (who == NULL || who->kind != NODE_LIST) return;
    for (size_t i = 0; i < who->count && *count < READ_WHO; i++) {
        if (who->items[i]->kind != NODE_TEXT) continue;
        read_span at = find_words(k->text, k->paragraph, who->items[i]->text);
        if (given(at)) list[(*count)++] = at;
    }
}

/* --- One draft --- */

static bool take(taker *k, const node *item) {
    /* YAML entries keep what we check in `draft:`, JSON ones beside the rest */
    const node *n = node_find(item, "draft");
    if (n == NULL) n = item;
    read_draft out = {.by_person = -1,
                      .by_actor = -1,
                      .for_actor = -1,
                      .proposal = -1,
                      .confidence = 0.5};
    if (item->kind != NODE_MAP) return refuse(k, item, "this is no draft");
    if (!read_span_node(k, node_find(n, "content"), &out.content)) {
        return refuse(k, item, "content is no place in the report");
    }
    if (!read_span_node(k, node_find(n, "span"), &out.span)) {
        out.span = out.content;
    }
    out.cue = out.content;
    out.paragraph = locate(k, out.content.begin);
    const node *words = node_find(n, "words");
    if (words != NULL && !words_stand(k, words, &out)) {
        return refuse(k, item, "its words are not what stands there");
    }
    if (out.part_count == 0) out.parts[out.part_count++] = out.content;
    if (!take_speaker(k, n, &out)) {
        return refuse(k, item, "its speaker is not in this paragraph");
    }
    if (!take_via(k, n, &out)) {
        return refuse(k, item, "its via is not in this paragraph");
    }
    take_kind(item, &out);
    take_stance(k, n, &out);
    take_people(k, n, "who", out.who, &out.who_count);
    take_people(k, n, "with", out.with, &out.with_count);
    const char *rule = text_of(n, "rule"), *verb = text_of(n, "verb");
    out.rule = rule != NULL ? rule : "via";
    out.verb = verb != NULL ? verb : "say";
    const char *sure = text_of(n, "confidence");
    double confidence;
    if (sure != NULL && number_double(sure, &confidence) && confidence >= 0 &&
        confidence <= 1) {
        out.confidence = confidence;
    }
    k->drafts[k->count++] = out;
    return true;
}

/* The list of drafts: `drafts:` of JSON, `record:` of YAML, or a bare list. */
static const node *list_of(const node *root) {
    const node *list = node_find(root, "drafts");
    if (list == NULL) list = node_find(root, "record");
    if (list == NULL) list = root;
    return list->kind == NODE_LIST ? list : NULL;
}

static int by_place(const void *a, const void *b) {
    const read_draft *x = a, *y = b;
    return (x->span.begin > y->span.begin) - (x->span.begin < y->span.begin);
}

const read_report *foreign_read(const source_text *text,
                                const source_text *drafts,
                                const read_options *o, arena *mem,
                                parley_diags *d) {
    read_report *out = ARENA_NEW(mem, read_report);
    *out =
        (read_report){.text = text, .english = true, .bad_bytes = text->size};
    const node *root;
    if (!node_parse(&root, drafts, mem, d)) return out;
    const node *list = list_of(root);
    if (list == NULL) {
        diag_error(d, root->at, "read/no-drafts",
                   "there is no list of drafts in this");
        return out;
    }
    taker k = {.text = text, .out = out, .mem = mem, .d = d};
    list_paragraphs(&k);
    k.drafts = ARENA_ARRAY(mem, read_draft, list->count + 1);
    for (size_t i = 0; i < list->count; i++)
        take(&k, list->items[i]);
    qsort(k.drafts, k.count, sizeof *k.drafts, by_place);
    for (size_t i = 0; i < k.count; i++) {
        read_draft *one = &k.drafts[i];
        case_entry_kind kind = one->kind;
        resolve_draft(one, text, o->c, mem);
        if (one->stance_count == 0) one->kind = kind;
    }
    out->drafts = k.drafts;
    out->count = k.count;
    return out;
}
