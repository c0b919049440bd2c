/* SPDX-License-Identifier: Apache-2.0
 *
 * What does a person know who begins a case?
 *
 * Who must agree and who helps, what has to be settled, what is on the table,
 * who said what: asked in this order, as each needs the names of those before.
 * Each answer is put in the plain words that parley_new takes, and checked with
 * them at once. An empty answer is the usual one, or none; a list ends with it.
 */
#include "cli/first_case.h"

#include <string.h>
#include <time.h>

#include "base/text.h"

/* What the questions quote as examples, once they know them. */
typedef struct known {
    interview *i;
    const char *parties, *issue, *option;
} known;

static const char *ask(known *k, const char *question) {
    return interview_ask(k->i, question);
}

static const char *ask_next(known *k, const char *what, int number) {
    return ask(k, arena_format(k->i->mem, "%s %d, or Enter: ", what, number));
}

/* Items of a list with commas; NULL after the last. */
static const char *next_item(const char **rest, arena *mem) {
    while (**rest == ' ' || **rest == ',')
        ++*rest;
    size_t size = strcspn(*rest, ",");
    const char *item = size > 0 ? arena_text(mem, *rest, size) : NULL;
    *rest += size;
    return item;
}

static size_t item_count(const char *list, arena *mem) {
    size_t count = 0;
    while (next_item(&list, mem))
        count++;
    return count;
}

/* Puts each item as one answer, with what follows it. */
static bool put_each(known *k, const char *about, const char *list,
                     const char *behind) {
    arena *mem = k->i->mem;
    const char *item;
    while ((item = next_item(&list, mem)))
        if (!interview_put(k->i, about,
                           arena_format(mem, "%s%s", item, behind)))
            return false;
    return true;
}

/* --- What it is --- */

static const char *today(arena *mem) {
    char date[16] = "";
    time_t now = time(NULL);
    struct tm here;
    if (localtime_r(&now, &here))
        (void)strftime(date, sizeof date, "%Y-%m-%d", &here);
    return arena_copy(mem, date);
}

static bool ask_title(known *k) {
    interview_tell(k->i, INTERVIEW_RULES);
    k->i->title = ask(k, "What is the dispute called? ");
    return k->i->title != NULL;
}

static bool ask_date(known *k) {
    const char *date = ask(k, "As of which day? 2031-05-06 or so [today] ");
    return date &&
           interview_put(k->i, "as-of", *date ? date : today(k->i->mem));
}

static bool ask_source(known *k) {
    const char *source =
        ask(k, "Where is it from? A paper and its date, minutes, ... "
               "[Own notes] ");
    return source &&
           interview_put(k->i, "source", *source ? source : "Own notes");
}

/* --- Who --- */

static bool ask_parties(known *k) {
    k->parties = ask(k, "Whose yes is needed? With commas: ");
    if (!k->parties) return false;
    if (item_count(k->parties, k->i->mem) == 1)
        return interview_refuse(k->i, "A case has two or more.");
    return put_each(k, "party", k->parties, "");
}

static bool put_reach(known *k, const char *mediator, const char *whom) {
    if (text_same(whom, "all")) whom = k->parties;
    arena *mem = k->i->mem;
    const char *one;
    while ((one = next_item(&whom, mem))) {
        const char *words = arena_format(mem, "%s, %s: open", mediator, one);
        if (!interview_put(k->i, "channel", words)) return false;
    }
    return true;
}

static bool ask_mediators(known *k) {
    arena *mem = k->i->mem;
    const char *one, *rest = ask(k, "Who mediates? ");
    if (!rest || !put_each(k, "other", rest, ": mediator")) return false;
    while ((one = next_item(&rest, mem))) {
        const char *whom =
            ask(k, arena_format(mem,
                                "Whom does %s speak to? Names, or all: ", one));
        if (!whom || !put_reach(k, one, whom)) return false;
    }
    return true;
}

/* --- About what --- */

/* Whether the options are three words or more: numbers tell their order. */
static bool are_words(const char *options, arena *mem) {
    return item_count(options, mem) > 2 && !strpbrk(options, "0123456789");
}

static bool is_no(const char *answer) {
    return *answer == 'n' || *answer == 'N';
}

/* Goes on with a line by what was answered; NULL: leave. What there is of the
 * line is kept when nobody answers any more. */
static const char *longer(known *k, const char *about, const char *line,
                          const char *before, const char *answer) {
    if (!answer) {
        if (k->i->ended) (void)interview_put(k->i, about, line);
        return NULL;
    }
    if (*answer == '\0') return line;
    const char *words = arena_format(k->i->mem, "%s%s%s", line, before, answer);
    return interview_check(k->i, about, words) ? words : NULL;
}

/* By a part of its own: behind the name, or behind the other parts. */
static const char *with_part(known *k, const char *about, const char *line,
                             const char *word, const char *answer) {
    const char *mark = strchr(line, ':') ? "; " : ": ";
    const char *before = arena_format(k->i->mem, "%s%s", mark, word);
    return longer(k, about, line, before, answer);
}

static const char *ask_order(known *k, const char *line) {
    const char *answer =
        ask(k, "  From less to more in this order? yes or no [yes] ");
    const char *part = answer && is_no(answer) ? "" : "in order";
    return with_part(k, "issue", line, "", answer ? part : NULL);
}

static const char *ask_issue_rest(known *k, const char *line) {
    arena *mem = k->i->mem;
    const char *options =
        ask(k, "  What could be agreed, in order? With commas: ");
    line = with_part(k, "issue", line, "", options);
    if (!line || !*options) return line;
    const char *rest = options, *first = next_item(&rest, mem);
    if (!k->option) k->option = next_item(&rest, mem);
    const char *now =
        ask(k, arena_format(mem, "  How is it today? [%s] ", first));
    line = with_part(k, "issue", line, "now ", now);
    if (!line) return NULL;
    line = with_part(k, "issue", line, "by ", ask(k, "  Who carries it out? "));
    return line && are_words(options, mem) ? ask_order(k, line) : line;
}

/* False: leave. `more` is false after the last. */
static bool ask_issue(known *k, int number, bool *more) {
    const char *name = number == 1 ? ask(k, "Issue 1, in a word or two: ")
                                   : ask_next(k, "Issue", number);
    *more = name && *name;
    if (!*more) return name != NULL;
    if (!interview_check(k->i, "issue", name)) return false;
    if (number == 1) k->issue = name;
    const char *line = strchr(name, ':') ? name : ask_issue_rest(k, name);
    return line && interview_put(k->i, "issue", line);
}

/* --- On the table --- */

/* An example of terms: of the first issue, once it has options. */
static const char *example_terms(const known *k) {
    if (!k->issue || !k->option) return "";
    return arena_format(k->i->mem, " As in %s %s", k->issue, k->option);
}

static const char *ask_talks(known *k, const char *line) {
    const char *issues = ask(k, "  Talks meanwhile, on what? Issues, or all: ");
    line = with_part(k, "proposal", line, "talks on ", issues);
    if (!line || !*issues) return line;
    const char *answer =
        ask(k, "  If they fail: all as before, or does it stay? [before] ");
    bool stays = answer && (*answer == 's' || *answer == 'S');
    const char *rest = stays ? "stay" : "";
    return longer(k, "proposal", line, " or ", answer ? rest : NULL);
}

/* One step after the other, up to one without an end or with talks. */
static const char *ask_steps(known *k, const char *line) {
    const char *question =
        arena_format(k->i->mem, "  What is done?%s: ", example_terms(k));
    for (bool goes_on = true; line && goes_on; question = "  And then? ") {
        const char *terms = ask(k, question), *lasts = "";
        line = with_part(k, "proposal", line, "", terms);
        if (line && *terms) {
            lasts = ask(k, "  For how long? As in 3 weeks [for good] ");
            line = longer(k, "proposal", line, " for ", lasts);
        }
        if (!line) return NULL;
        const char *before = line;
        line = ask_talks(k, line);
        goes_on = line == before && *lasts;
    }
    return line;
}

static bool ask_proposal(known *k, int number, bool *more) {
    const char *name = number == 1 ? ask(k, "Proposal 1, its name: ")
                                   : ask_next(k, "Proposal", number);
    *more = name && *name;
    if (!*more) return name != NULL;
    const char *line = name;
    if (!strchr(name, ':'))
        line = with_part(k, "proposal", line, "by ",
                         ask(k, "  Who put it forward? "));
    if (line && !strchr(name, ':')) line = ask_steps(k, line);
    return line && interview_put(k->i, "proposal", line);
}

/* --- Who said what --- */

static void tell_verbs(known *k) {
    arena *mem = k->i->mem;
    const char *rest = k->parties ? k->parties : "";
    const char *party = next_item(&rest, mem);
    const char *terms =
        k->option ? arena_format(mem, "%s %s", k->issue, k->option) : "pay 3";
    if (!party) party = "A";
    interview_tell(
        k->i,
        arena_format(mem,
                     "Who said what? For example:\n"
                     "  %s demands %s\n"
                     "  Ms Lee for %s refuses %s, par. 4\n"
                     "Or: requires, offers (... for ...), values (... over "
                     "...), prefers (... over ...),\n"
                     "accepts, rejects (a proposal), doubts (somebody), says "
                     "(anything).",
                     party, terms, party, terms));
}

static void tell_assumed(known *k) {
    interview_tell(k->i, "What do you assume that nobody said? In the same "
                         "words, and how sure you are,\nfrom 0.5 to 0.99, "
                         "behind a comma.");
}

static bool ask_line_of(known *k, const char *about, const char *label,
                        int number, bool *more) {
    const char *words = ask_next(k, label, number);
    *more = words && *words;
    return words && (!*words || interview_put(k->i, about, words));
}

/* --- All of it --- */

static bool ask_all(known *k, bool (*one)(known *k, int number, bool *more)) {
    bool more = true;
    for (int number = 1; more; number++)
        if (!one(k, number, &more)) return false;
    return true;
}

static bool ask_said(known *k, int number, bool *more) {
    return ask_line_of(k, "said", "Said", number, more);
}

static bool ask_assumed(known *k, int number, bool *more) {
    return ask_line_of(k, "assumed", "Assumed", number, more);
}

static bool ask_who(known *k) {
    return ask_title(k) && ask_date(k) && ask_source(k) && ask_parties(k) &&
           ask_mediators(k);
}

static bool ask_what(known *k) {
    interview_tell(k->i, "What has to be settled? What somebody may stop or "
                         "start counts, too.");
    if (!ask_all(k, ask_issue)) return false;
    interview_tell(k->i, "What is on the table?");
    return ask_all(k, ask_proposal);
}

bool first_case(interview *i) {
    known k = {.i = i};
    if (!ask_who(&k) || !ask_what(&k)) return false;
    tell_verbs(&k);
    if (!ask_all(&k, ask_said)) return false;
    tell_assumed(&k);
    return ask_all(&k, ask_assumed);
}
