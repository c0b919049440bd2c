/* SPDX-License-Identifier: Apache-2.0
 * Reading a report: the driver.
 *
 * Paragraph by paragraph: words, quotations, sentences; for each sentence tags,
 * verbs, the rules, and what they find becomes drafts. What goes on from one
 * sentence to the next is kept here: who was spoken of, and the quotation that
 * may go on. A sentence that is nothing but a quotation continues the quotation
 * before it (one draft with several pieces) or, after a paraphrase, is a draft
 * of its own with the same speaker; at the start of a text that has no speaker
 * yet it waits for one. Memory for a paragraph is used again for the next, so
 * the whole takes the text, its drafts and a constant; time is linear: every
 * search inside a sentence is bounded. */
#include "read/read.h"

#include <string.h>

#include "base/progress.h"
#include "read/claim.h"
#include "read/date.h"
#include "read/driver.h"
#include "read/english.h"
#include "read/lead.h"
#include "read/resolve.h"
#include "read/topic.h"
#include "read/transcript.h"

static read_span claim_span(const read_draft *d) {
    read_span s = d->content;
    const read_span all[] = {d->speaker.at, d->cue};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (all[i].end <= all[i].begin) continue;
        if (all[i].begin < s.begin) s.begin = all[i].begin;
        if (all[i].end > s.end) s.end = all[i].end;
    }
    return s;
}

static void set_content(read_draft *d) {
    d->content = d->parts[0];
    for (int i = 1; i < d->part_count; i++) {
        if (d->parts[i].begin < d->content.begin) {
            d->content.begin = d->parts[i].begin;
        }
        if (d->parts[i].end > d->content.end) {
            d->content.end = d->parts[i].end;
        }
    }
}

read_draft *reader_draft(reader *r) {
    if (r->count == r->room) {
        size_t room = r->room == 0 ? 64 : r->room * 2;
        r->drafts =
            arena_grow(r->mem, r->drafts, r->count, room, sizeof *r->drafts);
        r->room = room;
    }
    read_draft *d = &r->drafts[r->count++];
    *d = (read_draft){.by_person = -1,
                      .by_actor = -1,
                      .for_actor = -1,
                      .proposal = -1,
                      .kind = CASE_SAID,
                      .paragraph = r->p.number};
    return d;
}

void reader_date(const reader *r, read_draft *d, const read_unit *u,
                 read_range words, bool ahead) {
    d->words = unit_span(u, words);
    d->date = date_resolve(u, words, r->options->date, ahead);
}

/* Is the position there already, from a piece before? */
static bool has_stance(const read_draft *d, const read_stance *s) {
    for (int i = 0; i < d->stance_count; i++) {
        const read_stance *t = &d->stances[i];
        bool same = t->kind == s->kind && t->negated == s->negated &&
                    t->holder.begin == s->holder.begin;
        if (same) return true;
    }
    return false;
}

/* Adds stances behind those that are there, as long as there is room. */
static void put_stances(read_draft *d, const read_unit *u,
                        const stance_found *found, int count) {
    for (int i = 0; i < count && d->stance_count < READ_STANCES; i++) {
        read_stance s = {.kind = found[i].kind,
                         .negated = found[i].negated,
                         .holder = unit_span(u, found[i].holder),
                         .actor = -1};
        if (!has_stance(d, &s)) d->stances[d->stance_count++] = s;
    }
}

/* Stances of a further piece, in a sentence of its own. */
static void more_stances(read_draft *d, const read_unit *u, read_range piece) {
    stance_found found[READ_STANCES];
    put_stances(d, u, found, stance_of_piece(u, piece, &d->speaker, found));
}

/* A further piece of the last draft's quotation. */
static void add_piece(read_draft *d, read_span piece) {
    if (d->part_count == READ_PARTS) {
        d->parts[READ_PARTS - 1].end = piece.end;
    } else {
        d->parts[d->part_count++] = piece;
    }
    set_content(d);
    d->span = claim_span(d);
}

/* Negation and modal verb of the content's main clause. */
static void note_modality(read_draft *d, const read_unit *u,
                          const read_claim *c) {
    enum { GROUP = 4 };
    d->negated = c->negated;
    d->modal = c->modal;
    for (int i = c->parts[0].first; i < c->parts[0].last; i++) {
        if (!unit_finite(u, i)) continue;
        if (unit_tag(u, i) == TAG_MODAL) {
            d->modal_word = unit_span(u, (read_range){i, i + 1});
        }
        for (int k = i + 1; k < i + GROUP && k < c->parts[0].last; k++) {
            if (unit_tag(u, k) == TAG_NOT) d->negated = true;
        }
        return;
    }
}

static void take_claim(reader *r, const read_unit *u, const read_claim *c) {
    read_speaker who = r->last_speaker;
    if (!range_empty(c->speaker)) {
        who = speaker_describe(&r->memory, u, c->speaker, true);
    } else if (c->inherits && r->count == 0 && !r->topical) {
        return;
    }
    read_draft *d = reader_draft(r);
    r->last_claim = r->count - 1;
    d->rule = c->rule->name;
    d->confidence = c->rule->confidence;
    d->speaker = who;
    d->cue = range_empty(c->cue) ? r->last_cue : unit_span(u, c->cue);
    d->verb = c->lemma;
    d->class = c->class;
    note_modality(d, u, c);
    d->direct = c->direct;
    if (c->leads && r->pending.end > r->pending.begin) {
        d->parts[d->part_count++] = r->pending;
    }
    for (int i = 0; i < c->part_count && d->part_count < READ_PARTS; i++) {
        d->parts[d->part_count++] = unit_span(u, c->parts[i]);
    }
    if (!range_empty(c->agency)) {
        d->via[d->via_count++] = unit_span(u, c->agency);
    }
    set_content(d);
    d->span = claim_span(d);
    reader_date(r, d, u, date_near(u, c->cue, c->parts, c->part_count), false);
    stance_found found[READ_STANCES];
    put_stances(d, u, found, stance_of_claim(u, c, &who, found));
    r->pending = (read_span){0, 0};
    r->last_speaker = who;
    r->last_cue = d->cue;
    r->last_direct = c->direct;
    r->spoken = true;
}

/* The sentence is one quotation and nothing else (its stop may follow). */
static const read_quote *bare_quote(const read_unit *u) {
    if (unit_tag(u, u->first) != TAG_OPEN) return NULL;
    const read_quote *q = unit_quote(u, u->first);
    int end = q->closed ? q->close + 1 : u->last;
    while (end < u->last && unit_tag(u, end) == TAG_STOP)
        end++;
    return end >= u->last ? q : NULL;
}

static void take_bare_quote(reader *r, const read_unit *u,
                            const read_quote *q) {
    enum { WORDS = 2 };
    read_claim c = {.rule = read_rule_find("free-quote"),
                    .class = CLASS_SAY,
                    .lemma = "say",
                    .direct = true,
                    .inherits = true};
    int last = q->closed ? q->close + 1 : u->last;
    if (last > u->last) last = u->last;
    if (last - q->open < WORDS || !claim_add(u, &c, q->open, last)) return;
    read_span piece = unit_span(u, c.parts[0]);
    bool signature = u->last == u->p->token_count && transcript_signed(r);
    if (signature && u->first == 0) { /* it waits for the name below */
        r->pending = piece;
        return;
    }
    if (r->topical) { /* "Voss was angry. "Q"" */
        r->last_speaker = r->topic;
        r->last_cue = r->topic_cue;
        take_claim(r, u, &c);
        return;
    }
    if (!r->spoken) {
        if (r->pending.end == 0) r->pending = piece;
        r->pending.end = piece.end;
        return;
    }
    if (r->last_direct && r->adjacent && r->count > 0) {
        more_stances(&r->drafts[r->last_claim], u, c.parts[0]);
        add_piece(&r->drafts[r->last_claim], piece);
        return;
    }
    take_claim(r, u, &c);
}

/* A paragraph in quotation marks after one put to somebody is the answer of who
 * is interviewed: the first person that the report names. */
static void begin_answer(reader *r) {
    if (!r->addressed) return;
    if (r->answerer.end == 0) r->answerer = speaker_first(&r->memory);
    if (r->answerer.end == 0) return;
    r->interview = true;
    r->last_speaker =
        (read_speaker){.at = r->answerer, .head = r->answerer, .person = true};
    r->last_cue = r->answerer;
    r->spoken = true;
    r->topical = r->adjacent = false;
}

/* An answer printed without a name or marks; all of the paragraph is one. */
static bool read_answer(reader *r, const read_unit *u) {
    if (!transcript_answers(r, u)) return false;
    begin_answer(r);
    read_claim c = {.rule = read_rule_find("free-quote"),
                    .class = CLASS_SAY,
                    .lemma = "say",
                    .spoken = true};
    if (r->answerer.end == 0 || !claim_add(u, &c, u->first, u->last)) {
        return false;
    }
    take_claim(r, u, &c);
    r->interview = false;
    r->plain = r->transcript = true;
    return true;
}

/* What a label's name says, from its first sentence on. */
static bool read_transcript(reader *r, const read_unit *u) {
    read_range who, said;
    if (r->transcript) {
        read_claim c = {.part_count = 0};
        if (!claim_add(u, &c, u->first, u->last)) return true;
        more_stances(&r->drafts[r->last_claim], u, c.parts[0]);
        r->drafts[r->last_claim].parts[0].end = unit_span(u, c.parts[0]).end;
        set_content(&r->drafts[r->last_claim]);
        r->drafts[r->last_claim].span = claim_span(&r->drafts[r->last_claim]);
        return true;
    }
    if (read_answer(r, u)) return true;
    if (!transcript_begins(r, u, &who, &said)) return false;
    read_claim c = {.rule = read_rule_find("name-colon"),
                    .class = CLASS_SAY,
                    .lemma = "say",
                    .speaker = who,
                    .cue = who,
                    .spoken = true};
    if (!claim_add(u, &c, said.first, said.last)) return false;
    const speaker_mention *latest = speaker_person(&r->memory);
    bool letter = who.last == who.first + 1 && unit_is(u, who.first, "a");
    if (letter && r->answerer.end == 0 && latest != NULL) {
        r->answerer = latest->at;
    }
    take_claim(r, u, &c);
    if (letter) r->drafts[r->last_claim].speaker.is = r->answerer;
    r->transcript = true;
    return true;
}

/* "-- Dov Maras": whose the quotation before is. */
static bool read_signature(reader *r, const read_unit *u) {
    if (r->pending.end <= r->pending.begin) return false;
    read_range who = transcript_signature(u);
    if (range_empty(who)) return false;
    read_claim c = {.rule = read_rule_find("dash-name"),
                    .class = CLASS_SAY,
                    .lemma = "say",
                    .speaker = who,
                    .cue = who,
                    .direct = true,
                    .leads = true};
    take_claim(r, u, &c);
    return true;
}

static void read_sentence_of(reader *r, read_unit *u) {
    lead_skip(u);
    tag_unit(u);
    const read_quote *bare = bare_quote(u);
    if (bare != NULL) {
        unit_verbs(u);
        if (u->first == 0) begin_answer(r);
        take_bare_quote(r, u, bare);
        if (r->spoken) reader_contacts(r, u, &r->last_speaker);
        r->topical = false;
        r->adjacent = true;
        return;
    }
    unit_verbs(u);
    r->hunt.count = 0;
    bool question = transcript_asks(r, u);
    if (!question && read_transcript(r, u)) {
        reader_contacts(r, u, &r->last_speaker);
        return;
    }
    if (read_signature(r, u)) {
        reader_contacts(r, u, NULL);
        return;
    }
    r->hunt.u = u;
    hunt_claims(&r->hunt);
    topic_note(r, u);
    for (int i = 0; i < r->hunt.count; i++) {
        take_claim(r, u, &r->hunt.claims[i]);
    }
    topic_people(r, u);
    r->adjacent = r->hunt.count > 0;
    reader_contacts(r, u, NULL);
}

static void read_paragraph_of(reader *r, read_unit *u) {
    read_paragraph *p = &r->p;
    text_split(p, r->lex, r->scratch);
    r->topical = false;
    r->transcript = false;
    bool addressed = transcript_addressed(p, r->lex);
    for (int i = 0; i < p->sentence_count; i++) {
        u->first = p->sentences[i].first;
        u->last = p->sentences[i].last;
        r->sentences++;
        if (u->last - u->first > UNIT_MOST) {
            if (r->skipped++ == 0) r->skipped_at = p->tokens[u->first].begin;
            r->adjacent = false;
            continue;
        }
        read_sentence_of(r, u);
    }
    bool asked = r->interview && p->quote_count == 0;
    r->addressed = r->plain ? !r->transcript : addressed || asked;
}

static void read_paragraphs(reader *r, read_unit *u, const source_text *text,
                            read_report *out) {
    enum { REPORT_EVERY = 1 << 20 };
    size_t at = 0, told = 0;
    int cut = 0;
    arena_place place = arena_mark(r->scratch);
    while (text_paragraph(text, &at, &r->p, &cut)) {
        read_paragraph_of(r, u);
        arena_back(r->scratch, place);
        out->paragraphs++;
        if (at - told < REPORT_EVERY) continue;
        progress_report(r->mem, at, text->size);
        told = at;
    }
    for (size_t i = 0; i < r->count; i++) {
        resolve_draft(&r->drafts[i], text, r->options->c, r->mem);
    }
    out->drafts = r->drafts;
    out->count = r->count;
    out->sentences = r->sentences;
    out->skipped = r->skipped;
    out->skipped_at = r->skipped_at;
    out->cut = (size_t)cut;
}

static void say_what_was_skipped(const read_report *out, parley_diags *d) {
    const source_text *t = out->text;
    span start = {t, 0, 0};
    if (!out->english) {
        diag_warning(d, start, "read/not-english",
                     "this text doesn't look English; English only for now");
    }
    if (out->bad_bytes < t->size) {
        span bad = {t, out->bad_bytes, out->bad_bytes + 1};
        diag_warning(d, bad, "read/not-utf-8",
                     "not valid UTF-8 from here on; such words are not known");
    }
    if (out->skipped > 0) {
        span at = {t, out->skipped_at, out->skipped_at};
        diag_warning(d, at, "read/long-sentence",
                     "%zu sentences of more than %d words were skipped; the "
                     "first begins here",
                     out->skipped, UNIT_MOST);
    }
    if (out->cut > 0) {
        diag_note(d, start, "read/long-paragraph",
                  "paragraphs were cut in %zu places, as they are longer than "
                  "%d bytes",
                  out->cut, READ_PARAGRAPH_MOST);
    }
}

const read_report *read_run(const source_text *text, const read_options *o,
                            arena *mem, parley_diags *d) {
    reader *r = ARENA_NEW(mem, reader);
    read_unit *u = ARENA_NEW(mem, read_unit);
    r->mem = mem;
    r->scratch = arena_child(mem);
    r->lex = o->words != NULL ? o->words : lexicon_new(o->lexicon, mem, d);
    r->options = o;
    r->text = text;
    r->memory.bytes = text->bytes;
    u->p = &r->p;
    u->lex = r->lex;
    u->mem = mem;
    u->lists = ARENA_ARRAY(mem, unit_list, UNIT_LISTS);
    read_report *out = ARENA_NEW(mem, read_report);
    out->text = text;
    out->bad_bytes = text_valid_utf8(text->bytes, text->size);
    out->english = english_text(text, r->lex, r->scratch);
    if (out->english) read_paragraphs(r, u, text, out);
    arena_free(r->scratch);
    say_what_was_skipped(out, d);
    return out;
}
