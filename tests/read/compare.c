/* SPDX-License-Identifier: Apache-2.0
 * Compares drafts with gold: content by the Jaccard index over places of words,
 * pairs one to one, best first; then speakers, stances and contacts. */
#include "read/compare.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { WORDS = 4096, PAIRS = 400 };

typedef struct words {
    size_t begin[WORDS], end[WORDS];
    int count;
} words;

typedef struct place_set { /* which words of the report */
    bool has[WORDS];
    int count;
} place_set;

static bool letter(const char *bytes, size_t i) {
    unsigned char c = (unsigned char)bytes[i];
    if (isalnum(c)) return true;
    /* curly marks and dashes (E2 80 xx) are none */
    if (c == 0xe2 && (unsigned char)bytes[i + 1] == 0x80) return false;
    if (c == 0x80 && i > 0 && (unsigned char)bytes[i - 1] == 0xe2) return false;
    if (c >= 0x80 && i > 1 && (unsigned char)bytes[i - 1] == 0x80 &&
        (unsigned char)bytes[i - 2] == 0xe2) {
        return false;
    }
    return c >= 0x80;
}

static void find_words(const source_text *t, words *w) {
    w->count = 0;
    for (size_t i = 0; i < t->size && w->count < WORDS;) {
        if (!letter(t->bytes, i)) {
            i++;
            continue;
        }
        w->begin[w->count] = i;
        while (i < t->size && letter(t->bytes, i))
            i++;
        w->end[w->count++] = i;
    }
}

static void add_range(const words *w, place_set *s, size_t begin, size_t end) {
    for (int i = 0; i < w->count; i++) {
        if (w->begin[i] < begin || w->end[i] > end || s->has[i]) continue;
        s->has[i] = true;
        s->count++;
    }
}

static int shared(const place_set *a, const place_set *b) {
    int n = 0;
    for (int i = 0; i < WORDS; i++)
        n += a->has[i] && b->has[i];
    return n;
}

static double jaccard(const place_set *a, const place_set *b) {
    int both = shared(a, b), either = a->count + b->count - both;
    return either == 0 ? 0 : (double)both / either;
}

/* Half of the words of either are shared. */
static bool alike(const words *w, gold_range a, read_span b) {
    static place_set x, y;
    memset(&x, 0, sizeof x);
    memset(&y, 0, sizeof y);
    add_range(w, &x, a.begin, a.end);
    add_range(w, &y, b.begin, b.end);
    int both = shared(&x, &y);
    return both > 0 && (2 * both >= x.count || 2 * both >= y.count);
}

/* The same by spelling, wherever it stands: "Kerry" and "John Kerry". */
static bool same_words(const source_text *t, gold_range a, read_span b) {
    enum { MOST = 40 };
    int found = 0, in_a = 0, in_b = 0;
    for (size_t i = a.begin; i < a.end;) {
        size_t k = i;
        while (k < a.end && letter(t->bytes, k))
            k++;
        if (k == i) {
            i++;
            continue;
        }
        in_a++;
        for (size_t j = b.begin; j + (k - i) <= b.end; j++) {
            bool edge = (j == b.begin || !letter(t->bytes, j - 1)) &&
                        (j + k - i == b.end || !letter(t->bytes, j + k - i));
            if (edge && strncasecmp(t->bytes + i, t->bytes + j, k - i) == 0) {
                found++;
                break;
            }
        }
        i = k;
    }
    for (size_t i = b.begin; i < b.end;) {
        size_t k = i;
        while (k < b.end && letter(t->bytes, k))
            k++;
        in_b += k > i;
        i = k > i ? k : i + 1;
    }
    return found > 0 && (2 * found >= in_a || 2 * found >= in_b);
}

typedef struct pair {
    int gold, draft;
    double index;
} pair;

static int better(const void *a, const void *b) {
    const pair *x = a, *y = b;
    if (x->index != y->index) return x->index < y->index ? 1 : -1;
    if (x->gold != y->gold) return x->gold - y->gold;
    return x->draft - y->draft;
}

typedef struct comparison {
    const gold *g;
    const read_report *r;
    words w;
    place_set *of_gold, *of_draft;
    int *mate; /* by gold item: draft, or -1 */
    bool *used;
    double *index;
} comparison;

static bool is_contact(const read_draft *d) { return case_is_contact(d->kind); }

static void pair_up(comparison *c) {
    int n = c->g->count, m = (int)c->r->count, count = 0;
    pair *pairs = malloc(sizeof *pairs * (size_t)(n * m + 1));
    for (int i = 0; i < n; i++) {
        c->mate[i] = -1;
        if (c->g->items[i].contact) continue;
        for (int k = 0; k < m; k++) {
            if (is_contact(&c->r->drafts[k])) continue;
            double index = jaccard(&c->of_gold[i], &c->of_draft[k]);
            if (index > 0) pairs[count++] = (pair){i, k, index};
        }
    }
    qsort(pairs, (size_t)count, sizeof *pairs, better);
    for (int i = 0; i < count; i++) {
        pair p = pairs[i];
        if (c->mate[p.gold] >= 0 || c->used[p.draft] || p.index < 0.3) continue;
        c->mate[p.gold] = p.draft;
        c->used[p.draft] = true;
        c->index[p.gold] = p.index;
    }
    free(pairs);
}

static void print_range(FILE *to, const source_text *t, size_t begin,
                        size_t end) {
    fprintf(to, "<%.*s>", (int)(end - begin), t->bytes + begin);
}

static void show_gold(FILE *to, const comparison *c, int i, const char *what) {
    const gold_item *g = &c->g->items[i];
    fprintf(to, "  %s %s:%d ", what, c->g->name, g->line);
    if (g->contact) fprintf(to, "%s ", g->kind);
    if (!g->contact) {
        print_range(to, c->g->report, g->speaker.begin, g->speaker.end);
    }
    print_range(to, c->g->report, g->cue.begin, g->cue.end);
    for (int k = 0; k < g->content.count; k++) {
        print_range(to, c->g->report, g->content.items[k].begin,
                    g->content.items[k].end);
    }
    for (int k = 0; k < g->who.count; k++) {
        print_range(to, c->g->report, g->who.items[k].begin,
                    g->who.items[k].end);
    }
    for (int k = 0; k < g->with.count; k++) {
        print_range(to, c->g->report, g->with.items[k].begin,
                    g->with.items[k].end);
    }
    fprintf(to, "\n");
}

static void show_draft(FILE *to, const comparison *c, int k, const char *what) {
    const read_draft *d = &c->r->drafts[k];
    const source_text *t = c->r->text;
    fprintf(to, "  %s %s [%s] ", what, c->g->name, d->rule);
    if (!is_contact(d))
        print_range(to, t, d->speaker.at.begin, d->speaker.at.end);
    if (is_contact(d)) fprintf(to, "%s ", case_entry_kind_name(d->kind));
    print_range(to, t, d->cue.begin, d->cue.end);
    for (int i = 0; i < d->part_count; i++) {
        print_range(to, t, d->parts[i].begin, d->parts[i].end);
    }
    for (int i = 0; i < d->who_count; i++) {
        print_range(to, t, d->who[i].begin, d->who[i].end);
    }
    for (int i = 0; i < d->with_count; i++) {
        print_range(to, t, d->with[i].begin, d->with[i].end);
    }
    fprintf(to, "\n");
}

static void count_speakers(comparison *c, scores *s, FILE *detail) {
    for (int i = 0; i < c->g->count; i++) {
        if (c->mate[i] < 0) continue;
        const gold_item *g = &c->g->items[i];
        const read_draft *d = &c->r->drafts[c->mate[i]];
        bool right = alike(&c->w, g->speaker, d->speaker.at) ||
                     (same_words(c->r->text, g->speaker, d->speaker.at) &&
                      d->speaker.at.end > d->speaker.at.begin + 3);
        if (g->has_is) {
            read_span is = d->speaker.is;
            bool meant = is.end > is.begin
                             ? same_words(c->r->text, g->is, is)
                             : same_words(c->r->text, g->is, d->speaker.at);
            s->meant++;
            s->meant_right += meant;
            /* a mention that itself says who is meant is right, too */
            if (!right) right = same_words(c->r->text, g->is, d->speaker.at);
            right = right && meant;
        }
        s->speakers++;
        s->speakers_right += right;
        if (!right && detail != NULL) {
            show_gold(detail, c, i, "speaker of");
            fprintf(detail, "      is ");
            print_range(detail, c->r->text, d->speaker.at.begin,
                        d->speaker.at.end);
            print_range(detail, c->r->text, d->speaker.is.begin,
                        d->speaker.is.end);
            fprintf(detail, "\n");
        }
    }
}

static void count_said(comparison *c, scores *s, FILE *detail) {
    for (int i = 0; i < c->g->count; i++) {
        if (c->g->items[i].contact) continue;
        s->said3.gold++;
        s->said8.gold++;
        if (c->mate[i] < 0) {
            if (detail != NULL) show_gold(detail, c, i, "missed");
            continue;
        }
        s->said3.right++;
        if (c->index[i] >= 0.8) {
            s->said8.right++;
        } else if (detail != NULL) {
            show_gold(detail, c, i, "inexact");
            show_draft(detail, c, c->mate[i], "      as");
        }
    }
    for (size_t k = 0; k < c->r->count; k++) {
        if (is_contact(&c->r->drafts[k])) continue;
        s->said3.drafts++;
        s->said8.drafts++;
        if (!c->used[k] && detail != NULL) {
            show_draft(detail, c, (int)k, "extra");
        }
    }
}

/* --- Stances --- */

static bool same_stance(const comparison *c, const gold_item *g,
                        const gold_stance *a, const read_draft *d,
                        const read_stance *b) {
    if (!text_same(a->label, read_stance_name(b->kind))) return false;
    if (a->negated != b->negated) return false;
    gold_range want = a->has_holder ? a->holder : g->speaker;
    read_span have =
        b->holder.end > b->holder.begin ? b->holder : d->speaker.at;
    if (!a->has_holder && b->holder.end <= b->holder.begin) return true;
    return same_words(c->r->text, want, have) ||
           (g->has_is && same_words(c->r->text, g->is, have)) ||
           (a->has_holder && d->speaker.is.end > d->speaker.is.begin &&
            b->holder.end <= b->holder.begin &&
            same_words(c->r->text, want, d->speaker.is));
}

static void count_stances(comparison *c, scores *s, FILE *detail) {
    for (int i = 0; i < c->g->count; i++) {
        const gold_item *g = &c->g->items[i];
        const read_draft *d =
            c->mate[i] >= 0 ? &c->r->drafts[c->mate[i]] : NULL;
        bool taken[READ_STANCES] = {false};
        s->stances.gold += g->stance_count;
        for (int k = 0; k < g->stance_count; k++) {
            bool right = false;
            for (int j = 0; d != NULL && j < d->stance_count && !right; j++) {
                if (taken[j]) continue;
                right = same_stance(c, g, &g->stances[k], d, &d->stances[j]);
                taken[j] = right;
            }
            s->stances.right += right;
            if (right || detail == NULL) continue;
            fprintf(detail, "  stance %s%s not found:", g->stances[k].label,
                    g->stances[k].negated ? "-" : "");
            show_gold(detail, c, i, "in");
        }
        for (int j = 0; d != NULL && detail != NULL && j < d->stance_count;
             j++) {
            if (taken[j]) continue;
            fprintf(detail, "  stance %s%s (",
                    read_stance_name(d->stances[j].kind),
                    d->stances[j].negated ? "-" : "");
            print_range(detail, c->r->text, d->stances[j].holder.begin,
                        d->stances[j].holder.end);
            fprintf(detail, ") not in gold:");
            show_gold(detail, c, i, "in");
        }
    }
    for (size_t k = 0; k < c->r->count; k++) {
        s->stances.drafts += c->r->drafts[k].stance_count;
    }
}

/* --- Contacts --- */

static bool line_of(const source_text *t, size_t a, size_t b) {
    for (size_t i = a < b ? a : b; i < (a < b ? b : a); i++) {
        char c = t->bytes[i];
        bool stop = (c == '.' || c == '?' || c == '!') && i + 1 < t->size &&
                    (t->bytes[i + 1] == ' ' || t->bytes[i + 1] == '\n');
        if (stop && i > 3 && t->bytes[i - 2] != ' ' && t->bytes[i - 1] != 's') {
            return false;
        }
        if (c == '\n') return false;
    }
    return true;
}

static bool same_contact(const comparison *c, const gold_item *g,
                         const read_draft *d) {
    const source_text *t = c->r->text;
    if (!text_same(g->kind, case_entry_kind_name(d->kind))) return false;
    if (!line_of(t, g->cue.begin, d->cue.begin)) return false;
    int wanted = g->who.count + g->with.count, have = 0;
    int given = d->who_count + d->with_count;
    for (int i = 0; i < wanted; i++) {
        gold_range want = i < g->who.count ? g->who.items[i]
                                           : g->with.items[i - g->who.count];
        bool found = false;
        for (int k = 0; k < given && !found; k++) {
            read_span is =
                k < d->who_count ? d->who[k] : d->with[k - d->who_count];
            found = same_words(t, want, is);
        }
        have += found;
    }
    int more = given > wanted ? given : wanted;
    return 2 * have >= more;
}

static void count_contacts(comparison *c, scores *s, FILE *detail) {
    for (int i = 0; i < c->g->count; i++) {
        if (!c->g->items[i].contact) continue;
        bool right = false;
        s->contacts.gold++;
        for (size_t k = 0; k < c->r->count && !right; k++) {
            const read_draft *d = &c->r->drafts[k];
            if (!is_contact(d) || c->used[k]) continue;
            right = same_contact(c, &c->g->items[i], d);
            c->used[k] = right;
        }
        s->contacts.right += right;
        if (!right && detail != NULL) show_gold(detail, c, i, "missed");
    }
    for (size_t k = 0; k < c->r->count; k++) {
        if (!is_contact(&c->r->drafts[k])) continue;
        s->contacts.drafts++;
        if (!c->used[k] && detail != NULL) {
            show_draft(detail, c, (int)k, "extra");
        }
    }
}

void compare(const gold *g, const read_report *r, scores *s, FILE *detail) {
    comparison *c = calloc(1, sizeof *c);
    size_t n = (size_t)g->count + 1, m = r->count + 1;
    c->g = g;
    c->r = r;
    c->of_gold = calloc(n, sizeof *c->of_gold);
    c->of_draft = calloc(m, sizeof *c->of_draft);
    c->mate = calloc(n, sizeof *c->mate);
    c->used = calloc(m, sizeof *c->used);
    c->index = calloc(n, sizeof *c->index);
    find_words(r->text, &c->w);
    for (int i = 0; i < g->count; i++) {
        for (int k = 0; k < g->items[i].content.count; k++) {
            gold_range piece = g->items[i].content.items[k];
            add_range(&c->w, &c->of_gold[i], piece.begin, piece.end);
        }
    }
    for (size_t i = 0; i < r->count; i++) {
        for (int k = 0; k < r->drafts[i].part_count; k++) {
            read_span piece = r->drafts[i].parts[k];
            add_range(&c->w, &c->of_draft[i], piece.begin, piece.end);
        }
    }
    pair_up(c);
    count_said(c, s, detail);
    count_speakers(c, s, detail);
    count_stances(c, s, detail);
    count_contacts(c, s, detail);
    s->reports++;
    free(c->of_gold);
    free(c->of_draft);
    free(c->mate);
    free(c->used);
    free(c->index);
    free(c);
}

double tally_f1(tally t) {
    int all = t.gold + t.drafts;
    return all == 0 ? 1 : 2.0 * t.right / all;
}

static double share(int part, int all) {
    return all == 0 ? 0 : 100.0 * part / all;
}

static void print_tally(const char *name, tally t, FILE *to) {
    fprintf(to,
            "  %-22s precision %5.1f  recall %5.1f  F1 %5.1f  (%d of %d, "
            "%d drafts)\n",
            name, share(t.right, t.drafts), share(t.right, t.gold),
            100 * tally_f1(t), t.right, t.gold, t.drafts);
}

void scores_print(const scores *s, const char *name, FILE *to) {
    fprintf(to, "%s: %d reports\n", name, s->reports);
    print_tally("attributions at 0.3", s->said3, to);
    print_tally("attributions at 0.8", s->said8, to);
    fprintf(to, "  %-22s %5.1f  (%d of %d; of short ones %d of %d)\n",
            "speaker right", share(s->speakers_right, s->speakers),
            s->speakers_right, s->speakers, s->meant_right, s->meant);
    print_tally("contacts", s->contacts, to);
    print_tally("stances", s->stances, to);
}
