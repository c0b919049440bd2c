/* SPDX-License-Identifier: Apache-2.0
 * The record in words: positions by party, then what is odd about them, then
 * what is not there, then the rest. Every line has its source. Silence and
 * contradiction are stated and not explained. */
#include "lens/record_lens.h"

#include "lens/entries.h"
#include "record/phrase.h"

static const char *name_of(const case_model *c, int actor) {
    return c->actors[actor].name;
}

/* "1 statement", "2 statements" */
static const char *count_of(int count, const char *what, arena *mem) {
    return arena_format(mem, "%d %s%s", count, what, count == 1 ? "" : "s");
}

/* --- The first paragraph --- */

static void say_counts(doc *to, const case_model *c, const record_survey *s) {
    arena *mem = doc_arena(to);
    doc_text *t = doc_say(to, "The record");
    if (c->as_of.given) doc_more(t, " up to %s", time_print(c->as_of, mem));
    doc_more(t, " has %s and %s, from %s.",
             count_of(s->statements, "statement", mem),
             count_of(s->contacts, "contact", mem),
             count_of(c->source_count, "source", mem));
    doc_more(t,
             " Of what is said about the parties, %d %s their own word, %d "
             "reported by others, %d assumed by the analyst.",
             s->own, s->own == 1 ? "is" : "are", s->reported, s->assumed);
    if (s->proposed > 0)
        doc_more(t, " %s of a party's own %s taken as its word too.",
                 count_of(s->proposed, "proposal", mem),
                 s->proposed == 1 ? "is" : "are");
    if (s->drafts > 0)
        doc_more(t, " %s not yet confirmed %s left out.",
                 count_of(s->drafts, "draft", mem),
                 s->drafts == 1 ? "is" : "are");
    if (c->left_out > 0)
        doc_more(t, " %d later %s left out.", c->left_out,
                 c->left_out == 1 ? "entry is" : "entries are");
}

static void warn_silent(doc *to, const case_model *c, const record_survey *s) {
    for (int p = 0; p < c->party_count; p++) {
        const record_coverage *one = &s->coverage[p];
        bool exact = c->preferences[p].kind != CASE_INFERRED;
        if (one->own > 0) continue;
        doc_text *t = doc_warning(to, "%s has no statement of its own here",
                                  name_of(c, p));
        if (exact)
            doc_more(t, "; its preferences are given by the case");
        else if (one->reported + one->assumed + one->proposed > 0)
            doc_more(t,
                     ": what is known of it is others' word (%d), a proposal "
                     "of its own (%d) or assumed (%d)",
                     one->reported, one->proposed, one->assumed);
        doc_more(t, ".");
    }
}

/* --- Positions --- */

static const char *claim_text(const case_model *c, const record_claim *one,
                              case_terms about, arena *mem) {
    const case_entry *e = &c->record[one->entry];
    return arena_format(mem, "%s %s%s", record_entry_verb(e),
                        record_about_print(c, e, about, mem),
                        e->open ? ", among others" : "");
}

/* Demands of one statement that fared alike make one row. */
static bool belong_together(const record_claim *a, const record_claim *b) {
    return a->entry == b->entry && a->party == b->party &&
           a->kind == CASE_DEMAND && a->replaced_by < 0 && b->replaced_by < 0 &&
           a->conflicts_with == b->conflicts_with && a->repeats.count == 0 &&
           b->repeats.count == 0;
}

static void row_claims(doc_table *t, const case_model *c,
                       const record_claim *one, int count, arena *mem) {
    case_term *terms = ARENA_ARRAY(mem, case_term, (size_t)count);
    case_terms about = one->about;
    for (int i = 0; count > 1 && i < count; i++)
        terms[i] = one[i].about.items[0];
    if (count > 1) about = (case_terms){terms, count};
    doc_row(t);
    doc_text *what = doc_cell(t, "%s", claim_text(c, one, about, mem));
    if (one->conflicts_with >= 0)
        doc_more(what, " (but see %s)", c->record[one->conflicts_with].id);
    const char *date = entry_date(c, one->entry, mem);
    doc_cell(t, "%s", date ? date : "");
    doc_text *word = doc_cell(t, "%s", entry_word(c, one->entry, mem));
    if (one->assumed) doc_tint(word, DOC_MUTED);
    doc_rests(doc_cell_number(t, one->credence, 0, DOC_SHARE),
              c->record[one->entry].id);
    doc_text *source = doc_cell(t, "%s", "");
    entry_cite(source, c, one->entry, mem);
    entry_cite_all(source, c, one->repeats, mem);
}

static void group_claims(doc_table *t, const case_model *c,
                         const record_evidence *e, int party, arena *mem) {
    bool named = false;
    for (int i = 0, count = 1; i < e->claim_count; i += count) {
        const record_claim *one = &e->claims[i];
        count = 1;
        if (one->party != party || one->replaced_by >= 0) continue;
        while (i + count < e->claim_count && belong_together(one, &one[count]))
            count++;
        if (!named) doc_group(t, "%s", name_of(c, party));
        named = true;
        row_claims(t, c, one, count, mem);
    }
}

static void show_positions(doc *to, const case_model *c,
                           const record_evidence *e) {
    arena *mem = doc_arena(to);
    doc_section(to, "Who holds what now");
    if (e->claim_count == 0) {
        doc_say(to, "Nothing is said of what any party wants.");
        doc_end(to);
        return;
    }
    doc_table *t = doc_table_new(to, "positions");
    doc_caption(t, "The likelihood comes from the source's grade and the "
                   "speaker unless the case gives one; it is an assumption.");
    doc_column(t, DOC_LEFT, "position");
    doc_column(t, DOC_LEFT, "since");
    doc_column(t, DOC_LEFT, "on whose word");
    doc_column(t, DOC_RIGHT, "likelihood");
    doc_column(t, DOC_LEFT, "source");
    for (int p = 0; p < c->party_count; p++)
        group_claims(t, c, e, p, mem);
    doc_end(to);
}

/* --- Changes --- */

static void bullet_change(doc *to, const case_model *c,
                          const record_claim *one) {
    arena *mem = doc_arena(to);
    const char *was = entry_date(c, one->entry, mem);
    const char *now = entry_date(c, one->replaced_by, mem);
    const case_entry *later = &c->record[one->replaced_by];
    doc_text *t = doc_bullet(to, "%s", name_of(c, one->party));
    if (was) doc_more(t, " on %s", was);
    doc_more(t, ": %s", claim_text(c, one, one->about, mem));
    entry_cite(t, c, one->entry, mem);
    doc_more(t, "; on %s: ", now ? now : "a later day");
    case_terms about = later->about;
    for (int i = 0; one->kind == CASE_DEMAND && i < later->about.count; i++)
        if (later->about.items[i].issue == one->about.items[0].issue)
            about = (case_terms){&later->about.items[i], 1};
    doc_more(t, "%s %s", record_entry_verb(later),
             record_about_print(c, later, about, mem));
    entry_cite(t, c, one->replaced_by, mem);
    doc_more(t, ".");
}

static void show_changes(doc *to, const case_model *c,
                         const record_evidence *e) {
    int count = 0;
    doc_section(to, "Changes of position");
    for (int i = 0; i < e->claim_count; i++) {
        if (e->claims[i].replaced_by < 0) continue;
        bullet_change(to, c, &e->claims[i]);
        count++;
    }
    if (count == 0) doc_say(to, "None on record.");
    record_plot_changes(to, c, e);
    doc_end(to);
}

/* --- Contradictions --- */

static void bullet_denial(doc *to, const case_model *c, int entry) {
    arena *mem = doc_arena(to);
    const case_entry *e = &c->record[entry];
    doc_text *t =
        doc_bullet(to, "%s denies %s", record_speakers_print(c, e, mem),
                   record_about_print(c, e, e->about, mem));
    if (e->gist) doc_more(t, ": %s", e->gist);
    entry_cite(t, c, entry, mem);
    if (e->statement >= 0) entry_cite(t, c, e->statement, mem);
    doc_more(t, ".");
}

static void show_clashes(doc *to, const case_model *c, const record_answer *a) {
    arena *mem = doc_arena(to);
    doc_section(to, "Contradictions");
    if (a->clashes.count + a->survey->denials.count == 0)
        doc_say(to, "None that can be seen without a model; `belief` looks "
                    "for statements that hardly go together.");
    for (int i = 0; i < a->clashes.count; i++) {
        const record_clash *one = &a->clashes.items[i];
        doc_text *t =
            doc_bullet(to, "%s: %s", name_of(c, one->party), one->why);
        entry_cite(t, c, one->a, mem);
        entry_cite(t, c, one->b, mem);
        doc_more(t, ".");
    }
    for (int i = 0; i < a->survey->denials.count; i++)
        bullet_denial(to, c, a->survey->denials.items[i]);
    if (a->clashes.partial)
        doc_note(to, "There are too many statements to compare each with each "
                     "other; only the first were.");
    doc_end(to);
}

/* --- What was said more than once --- */

static void show_corroboration(doc *to, const case_model *c,
                               const record_survey *s) {
    arena *mem = doc_arena(to);
    if (s->corroboration_count == 0) return;
    doc_section(to, "Said more than once");
    for (int i = 0; i < s->corroboration_count; i++) {
        const record_corroboration *one = &s->corroborations[i];
        doc_text *t =
            doc_bullet(to, "%d statements say the same", one->entries.count);
        entry_cite_all(t, c, one->entries, mem);
        if (one->chains > 1)
            doc_more(t,
                     ", through %d chains of sources that share no link "
                     "the record names.",
                     one->chains);
        else
            doc_more(t,
                     ", but through one chain of sources: that is one "
                     "report, not %d.",
                     one->entries.count);
    }
    doc_end(to);
}

/* --- What is not there --- */

static const char *list_issues(const case_model *c, int_list issues,
                               arena *mem) {
    const char **names =
        ARENA_ARRAY(mem, const char *, (size_t)issues.count + 1);
    for (int i = 0; i < issues.count; i++)
        names[i] = c->issues[issues.items[i]].id;
    return record_list_print(names, issues.count, mem);
}

static void say_unanswered(doc_text *t, const case_model *c,
                           const record_coverage *one, arena *mem) {
    int_list open = one->unanswered;
    const char **names = ARENA_ARRAY(mem, const char *, (size_t)open.count + 1);
    for (int i = 0; i < open.count; i++)
        names[i] = c->proposals[open.items[i]].name;
    if (open.count > 0)
        doc_more(t, " It has no answer on record to %s.",
                 record_list_print(names, open.count, mem));
}

static void bullet_coverage(doc *to, const case_model *c, int party,
                            const record_coverage *one) {
    arena *mem = doc_arena(to);
    doc_text *t =
        doc_bullet(to, "%s: %d own, %d reported, %d assumed", name_of(c, party),
                   one->own, one->reported, one->assumed);
    if (one->proposed > 0)
        doc_more(t, ", %s", count_of(one->proposed, "own proposal", mem));
    doc_more(t, ".");
    if (one->last_own >= 0) {
        const char *date = entry_date(c, one->last_own, mem);
        doc_more(t, " It last spoke for itself on %s",
                 date ? date : "a day not given");
        entry_cite(t, c, one->last_own, mem);
        doc_more(t, ".");
    }
    if (one->no_comment.count > 0) {
        doc_more(t, " It would not comment");
        entry_cite_all(t, c, one->no_comment, mem);
        doc_more(t, ".");
    }
    if (one->unreachable.count > 0) {
        doc_more(t, " It could not be reached");
        entry_cite_all(t, c, one->unreachable, mem);
        doc_more(t, ".");
    }
    say_unanswered(t, c, one, mem);
    if (c->preferences[party].kind != CASE_INFERRED) {
        doc_more(t, " Its preferences are given by the case.");
        return;
    }
    if (one->silent.count > 0)
        doc_more(t, " Nothing is said of what it wants on %s.",
                 list_issues(c, one->silent, mem));
    if (one->assumed_of.count > 0)
        doc_more(t, " Only the analyst speaks of what it wants on %s.",
                 list_issues(c, one->assumed_of, mem));
}

static void show_coverage(doc *to, const case_model *c,
                          const record_survey *s) {
    doc_section(to, "Who has spoken, and of what");
    for (int p = 0; p < c->party_count; p++)
        bullet_coverage(to, c, p, &s->coverage[p]);
    doc_note(to, "Silence is listed here; it proves nothing.");
    doc_end(to);
}

/* --- The rest --- */

static void bullet_statement(doc *to, const case_model *c, int entry) {
    arena *mem = doc_arena(to);
    const case_entry *e = &c->record[entry];
    const char *who = record_speakers_print(c, e, mem);
    const char *about = record_about_print(c, e, e->about, mem);
    const char *date = entry_date(c, entry, mem);
    doc_text *t = doc_bullet(to, "%s%s", date ? date : "", date ? ", " : "");
    doc_more(t, "%s", who);
    if (!e->gist)
        doc_more(t, " %s %s", record_entry_verb(e), about);
    else
        doc_more(t, "%s%s: %s", about[0] ? ", on " : "", about, e->gist);
    entry_cite(t, c, entry, mem);
}

static void show_statements(doc *to, const case_model *c) {
    bool open = false;
    for (int i = 0; i < c->record_count; i++) {
        const case_entry *e = &c->record[i];
        if (!record_is_statement(e) || e->kind <= CASE_DOUBT) continue;
        if (e->kind == CASE_DENY) continue;
        if (!open) doc_section(to, "What else was said");
        open = true;
        bullet_statement(to, c, i);
    }
    if (open) doc_end(to);
}

static const char *list_ends(const case_model *c, const case_entry *e,
                             arena *mem) {
    const char **names =
        ARENA_ARRAY(mem, const char *, (size_t)e->between_count + 1);
    for (int i = 0; i < e->between_count; i++)
        names[i] = record_endpoint_print(c, e->between[i]);
    return record_list_print(names, e->between_count, mem);
}

static void row_contact(doc_table *t, const case_model *c, int entry,
                        arena *mem) {
    const case_entry *e = &c->record[entry];
    const char *date = entry_date(c, entry, mem);
    doc_row(t);
    doc_cell(t, "%s", date ? date : "");
    doc_text *what =
        doc_cell(t, "%s: %s", record_verb(e->kind), list_ends(c, e, mem));
    if (e->place) doc_more(what, ", %s", e->place);
    if (e->via.count > 0)
        doc_more(what, ", through %s",
                 record_list_print(e->via.items, e->via.count, mem));
    doc_cell(t, "%s", e->purpose ? e->purpose : e->gist ? e->gist : "");
    entry_cite(doc_cell(t, "%s", ""), c, entry, mem);
}

static void show_contacts(doc *to, const case_model *c,
                          const record_survey *s) {
    if (s->in_time.count == 0) return;
    doc_section(to, "Contacts in time");
    doc_table *t = doc_table_new(to, "contacts");
    doc_column(t, DOC_LEFT, "when");
    doc_column(t, DOC_LEFT, "who");
    doc_column(t, DOC_LEFT, "what for");
    doc_column(t, DOC_LEFT, "source");
    for (int i = 0; i < s->in_time.count; i++)
        row_contact(t, c, s->in_time.items[i], doc_arena(to));
    doc_end(to);
}

static const char *const relation_verbs[] = {
    [CASE_DESIGNATES] = "has designated",
    [CASE_HOSTS_LEADER_OF] = "hosts a leader of",
    [CASE_INFLUENCES] = "is said to have influence on",
    [CASE_MEDIATED_BEFORE] = "has mediated before with",
};

static void show_relations(doc *to, const case_model *c) {
    arena *mem = doc_arena(to);
    if (c->relation_count == 0) return;
    doc_section(to, "Relations between actors");
    for (int i = 0; i < c->relation_count; i++) {
        const case_relation *r = &c->relations[i];
        doc_text *t = doc_bullet(to, "%s %s %s", name_of(c, r->from),
                                 relation_verbs[r->kind], name_of(c, r->to));
        if (r->origin.why) doc_more(t, " (%s)", r->origin.why);
        doc_cite(t, NULL, case_origin_print(c, &r->origin, mem));
    }
    doc_end(to);
}

void record_show(doc *to, const case_model *c, const record_answer *a) {
    say_counts(to, c, a->survey);
    warn_silent(to, c, a->survey);
    show_positions(to, c, a->evidence);
    show_changes(to, c, a->evidence);
    show_clashes(to, c, a);
    show_corroboration(to, c, a->survey);
    show_coverage(to, c, a->survey);
    show_statements(to, c);
    show_contacts(to, c, a->survey);
    show_relations(to, c);
    record_show_channels(to, c, a->network);
}
