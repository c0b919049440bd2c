/* SPDX-License-Identifier: Apache-2.0
 *
 * `parley record CASE`: who holds what today, what changed, who contradicts
 * whom?
 *
 * Nothing is sampled. Listed are the claims that stand once repeats and
 * changes of position are settled (record/evidence.c), what was replaced and
 * by what, statements of one party that can't both be meant
 * (record/contradict.c), what was said more than once and through how many
 * hands (record/corroborate.c), who has not spoken (record/survey.c), the
 * contacts in time, the channels they open (record/network.c), and relations
 * between actors with their source. A designation is such a relation: it is
 * one actor's act towards another and no property of either.
 *
 * The data (keys): `counts`; `claims`, each an entry with what it says, its
 * likelihood and what became of it; `changes` [from, to]; `contradictions`;
 * `denials`; `corroboration`; `coverage` by party; `statements` without a
 * likelihood; `contacts`; `relations`; `channels`.
 */
#include "lens/entries.h"
#include "lens/lens.h"
#include "lens/record_lens.h"
#include "record/phrase.h"

static parley_status run(const void **out, const lens_request *q, arena *mem,
                         parley_diags *d) {
    (void)d;
    record_answer *a = ARENA_NEW(mem, record_answer);
    a->evidence = record_weigh(q->c, mem);
    a->survey = record_survey_make(q->c, a->evidence, mem);
    a->clashes = record_find_clashes(q->c, a->evidence, mem);
    a->network = record_network_build(q->c, mem);
    *out = a;
    return PARLEY_OK;
}

static const char *word_of(const record_claim *one) {
    if (one->assumed) return "assumed";
    return one->own ? "own" : "reported";
}

static const char *id_or_null(const case_model *c, int entry) {
    return entry < 0 ? NULL : c->record[entry].id;
}

/* The members that a kind doesn't use are null. */
static void put_content(doc_value *to, const case_model *c,
                        const record_claim *one) {
    const case_entry *e = &c->record[one->entry];
    bool terms = one->about.count > 0;
    bool answers = one->kind == CASE_ACCEPT || one->kind == CASE_REJECT;
    bool matters = one->kind == CASE_MATTERS;
    if (terms)
        entry_put_terms(to, "about", c, one->about);
    else
        doc_put_null(to, "about");
    if (e->over.count > 0)
        entry_put_terms(to, "over", c, e->over);
    else
        doc_put_null(to, "over");
    if (e->in_return.count > 0)
        entry_put_terms(to, "in-return", c, e->in_return);
    else
        doc_put_null(to, "in-return");
    doc_put_text(to, "issue", matters ? c->issues[e->issue].id : NULL);
    doc_put_text(to, "over-issue",
                 matters ? c->issues[e->over_issue].id : NULL);
    doc_put_text(to, "proposal", answers ? c->proposals[e->proposal].id : NULL);
    doc_put_text(to, "of",
                 one->kind == CASE_DOUBT ? c->actors[e->doubted].id : NULL);
    doc_put_bool(to, "any-condition", e->any_condition);
    doc_put_text(to, "scope", e->scope_truce ? "truce" : NULL);
    doc_put_bool(to, "incomplete", e->open);
}

static void put_claims(doc_value *data, const case_model *c,
                       const record_answer *a, arena *mem) {
    doc_value *list = doc_put_list(data, "claims");
    for (int i = 0; i < a->evidence->claim_count; i++) {
        const record_claim *one = &a->evidence->claims[i];
        doc_value *to = entry_put(list, NULL, c, one->entry, mem);
        doc_put_text(to, "party", c->actors[one->party].id);
        put_content(to, c, one);
        doc_put_number(to, "credence", one->credence);
        doc_put_text(to, "word", word_of(one));
        doc_put_bool(to, "authored", c->record[one->entry].authored);
        doc_put_bool(to, "stands", one->replaced_by < 0);
        doc_put_text(to, "replaced-by", id_or_null(c, one->replaced_by));
        doc_put_text(to, "conflicts-with", id_or_null(c, one->conflicts_with));
        entry_put_ids(to, "repeats", c, one->repeats);
    }
}

static void put_changes(doc_value *data, const case_model *c,
                        const record_answer *a) {
    doc_value *list = doc_put_list(data, "changes");
    for (int i = 0; i < a->evidence->claim_count; i++) {
        const record_claim *one = &a->evidence->claims[i];
        if (one->replaced_by < 0) continue;
        const case_entry *e = &c->record[one->entry];
        bool demand = one->kind == CASE_DEMAND;
        doc_value *to = doc_put_object(list, NULL);
        doc_put_text(to, "party", c->actors[one->party].id);
        doc_put_text(to, "issue",
                     demand ? c->issues[one->about.items[0].issue].id : NULL);
        doc_put_text(to, "proposal",
                     demand ? NULL : c->proposals[e->proposal].id);
        doc_put_text(to, "from", e->id);
        doc_put_text(to, "to", id_or_null(c, one->replaced_by));
    }
}

static void put_clashes(doc_value *data, const case_model *c,
                        const record_answer *a) {
    doc_value *list = doc_put_list(data, "contradictions");
    for (int i = 0; i < a->clashes.count; i++) {
        const record_clash *one = &a->clashes.items[i];
        doc_value *to = doc_put_object(list, NULL);
        doc_value *pair;
        doc_put_text(to, "party", c->actors[one->party].id);
        pair = doc_put_list(to, "entries");
        doc_put_text(pair, NULL, c->record[one->a].id);
        doc_put_text(pair, NULL, c->record[one->b].id);
        doc_put_text(to, "why", one->why);
    }
    entry_put_ids(data, "denials", c, a->survey->denials);
}

static void put_corroboration(doc_value *data, const case_model *c,
                              const record_survey *s) {
    doc_value *list = doc_put_list(data, "corroboration");
    for (int i = 0; i < s->corroboration_count; i++) {
        doc_value *to = doc_put_object(list, NULL);
        entry_put_ids(to, "entries", c, s->corroborations[i].entries);
        doc_put_integer(to, "chains", s->corroborations[i].chains);
    }
}

static void put_issues(doc_value *in, const char *key, const case_model *c,
                       int_list issues) {
    doc_value *list = doc_put_list(in, key);
    for (int i = 0; i < issues.count; i++)
        doc_put_text(list, NULL, c->issues[issues.items[i]].id);
}

static void put_coverage(doc_value *data, const case_model *c,
                         const record_survey *s) {
    doc_value *all = doc_put_object(data, "coverage");
    for (int p = 0; p < c->party_count; p++) {
        const record_coverage *one = &s->coverage[p];
        doc_value *to = doc_put_object(all, c->actors[p].id);
        doc_put_integer(to, "own", one->own);
        doc_put_integer(to, "reported", one->reported);
        doc_put_integer(to, "proposed", one->proposed);
        doc_put_integer(to, "assumed", one->assumed);
        doc_put_text(to, "last-own", id_or_null(c, one->last_own));
        entry_put_ids(to, "no-comment", c, one->no_comment);
        entry_put_ids(to, "unreachable", c, one->unreachable);
        entry_put_ids(to, "pending", c, one->pending);
        put_issues(to, "silent-on", c, one->silent);
        put_issues(to, "only-assumed-on", c, one->assumed_of);
        doc_value *list = doc_put_list(to, "unanswered");
        for (int i = 0; i < one->unanswered.count; i++)
            doc_put_text(list, NULL, c->proposals[one->unanswered.items[i]].id);
    }
}

static void put_statements(doc_value *data, const case_model *c, arena *mem) {
    doc_value *list = doc_put_list(data, "statements");
    for (int i = 0; i < c->record_count; i++) {
        const case_entry *e = &c->record[i];
        if (!record_is_statement(e) || e->kind <= CASE_DOUBT) continue;
        doc_value *to = entry_put(list, NULL, c, i, mem);
        doc_put_text(to, "about", record_about_print(c, e, e->about, mem));
        doc_put_text(to, "confirms", id_or_null(c, e->confirms));
    }
}

static void put_contacts(doc_value *data, const case_model *c,
                         const record_survey *s, arena *mem) {
    doc_value *list = doc_put_list(data, "contacts");
    for (int i = 0; i < s->in_time.count; i++) {
        const case_entry *e = &c->record[s->in_time.items[i]];
        doc_value *to = entry_put(list, NULL, c, s->in_time.items[i], mem);
        doc_value *ends = doc_put_list(to, "between");
        for (int j = 0; j < e->between_count; j++) {
            case_endpoint end = e->between[j];
            doc_put_text(ends, NULL,
                         end.person ? c->people[end.index].id
                                    : c->actors[end.index].id);
        }
        doc_put_text(to, "place", e->place);
        doc_put_text(to, "purpose", e->purpose);
    }
}

static const char *const relation_names[] = {
    [CASE_DESIGNATES] = "designates",
    [CASE_HOSTS_LEADER_OF] = "hosts-leader-of",
    [CASE_INFLUENCES] = "influences",
    [CASE_MEDIATED_BEFORE] = "mediated-before",
};
static const char *const state_names[] = {
    [CASE_UNKNOWN] = "unknown", [CASE_BARRED] = "barred", [CASE_OPEN] = "open"};

static void put_relations(doc_value *data, const case_model *c, arena *mem) {
    doc_value *list = doc_put_list(data, "relations");
    for (int i = 0; i < c->relation_count; i++) {
        const case_relation *r = &c->relations[i];
        doc_value *to = doc_put_object(list, NULL);
        doc_put_text(to, "from", c->actors[r->from].id);
        doc_put_text(to, "to", c->actors[r->to].id);
        doc_put_text(to, "kind", relation_names[r->kind]);
        doc_put_text(to, "source", case_origin_print(c, &r->origin, mem));
    }
}

static void put_channels(doc_value *data, const case_model *c,
                         const record_network *n, arena *mem) {
    doc_value *list = doc_put_list(data, "channels");
    for (int i = 0; i < n->link_count; i++) {
        const record_link *l = &n->links[i];
        const case_origin *o = record_link_origin(c, l);
        doc_value *to = doc_put_object(list, NULL);
        doc_value *between = doc_put_list(to, "between");
        doc_put_text(between, NULL, c->actors[l->a].id);
        doc_put_text(between, NULL, c->actors[l->b].id);
        doc_put_text(to, "state", state_names[l->state]);
        doc_put_text(to, "source", o ? case_origin_print(c, o, mem) : NULL);
        doc_put_text(to, "seen", id_or_null(c, l->contact));
    }
}

static void put_counts(doc_value *data, const case_model *c,
                       const record_survey *s) {
    doc_value *to = doc_put_object(data, "counts");
    doc_put_integer(to, "statements", s->statements);
    doc_put_integer(to, "contacts", s->contacts);
    doc_put_integer(to, "sources", c->source_count);
    doc_put_integer(to, "drafts", s->drafts);
    doc_put_integer(to, "own", s->own);
    doc_put_integer(to, "reported", s->reported);
    doc_put_integer(to, "proposed", s->proposed);
    doc_put_integer(to, "assumed", s->assumed);
    doc_put_integer(to, "after-as-of", c->left_out);
}

static void describe(doc *to, const lens_request *q, const void *found) {
    const record_answer *a = found;
    const case_model *c = q->c;
    arena *mem = doc_arena(to);
    doc_value *data = doc_data(to);
    doc_put_text(data, "as-of",
                 c->as_of.given ? time_print(c->as_of, mem) : NULL);
    put_counts(data, c, a->survey);
    put_claims(data, c, a, mem);
    put_changes(data, c, a);
    put_clashes(data, c, a);
    put_corroboration(data, c, a->survey);
    put_coverage(data, c, a->survey);
    put_statements(data, c, mem);
    put_contacts(data, c, a->survey, mem);
    put_relations(data, c, mem);
    put_channels(data, c, a->network, mem);
    doc_title(to, "%s: the record", c->title);
    record_show(to, c, a);
}

extern const lens record_lens;
const lens record_lens = {
    .name = "record",
    .question = "who holds what today, what changed, who contradicts whom?",
    .operands = "",
    .run = run,
    .describe = describe,
};
