/* SPDX-License-Identifier: Apache-2.0
 * Reading reports: each rule by an example of its pattern, speakers,
 * contacts, dates, what a case resolves, and texts that are no reports. */
#include "base/text.h"
#include "case/load.h"
#include "read/entry.h"
#include "read/foreign.h"
#include "reading.h"

/* --- Rules --- */

typedef struct example {
    const char *rule, *text, *speaker, *content;
} example;

static const example examples[] = {
    {"quoted-as",
     "Orrel was quoted by the Daily Pell as saying that the talks were over.",
     "Orrel", "the talks were over"},
    {"quoted-as", "The agency quoted Orrel as saying it was late.", "Orrel",
     "it was late"},
    {"no-comment", "The ministry declined to comment on the letter.",
     "The ministry", "declined to comment on the letter"},
    {"no-comment", "Orrel would not say who had called.", "Orrel",
     "would not say who had called"},
    {"quote-verb-subject",
     "\"We are ready,\" said Foreign Minister Ansa Orrel.",
     "Foreign Minister Ansa Orrel", "We are ready"},
    {"quote-subject-verb",
     "\"We are ready,\" the envoy told reporters in Pell.", "the envoy",
     "We are ready"},
    {"subject-verb-that",
     "The envoy said in a statement on Monday that both sides would meet.",
     "The envoy", "both sides would meet"},
    {"subject-verb-quote", "The envoy told the Daily Pell: \"We are ready.\"",
     "The envoy", "We are ready"},
    {"medial", "The port, Orrel said, will stay closed until spring.", "Orrel",
     "The port"},
    {"clause-subject-verb", "The port will stay closed, the union said.",
     "the union", "The port will stay closed"},
    {"clause-verb-subject", "The port will stay closed, said Orrel.", "Orrel",
     "The port will stay closed"},
    {"subject-verb-clause",
     "The union said the port would stay closed, as snow fell on the docks.",
     "The union", "the port would stay closed"},
    {"subject-verb-infinitive", "The company offered to raise base pay.",
     "The company", "to raise base pay"},
    {"judgement", "The union called the offer an insult.", "The union",
     "the offer an insult"},
    {"subject-verb-object", "The union rejected the offer of six percent.",
     "The union", "the offer of six percent"},
    {"object-relative", "Tents were cut by night, a charge the army denied.",
     "the army", "a charge"},
    {"who-clause", "Orrel, who said that the talks were over, left the room.",
     "Orrel", "the talks were over"},
    {"object-relative",
     "The union has accused the mayor of theft, a charge Voss's office "
     "dismissed as a "
     "joke.",
     "Voss's office", "a charge"},
    {"who-clause", "The union, which has rejected the offer, met on Monday.",
     "The union", "the offer"},
    {"bare-verb", "The mayor made an offer on Monday. The union refused.",
     "The union", "refused"},
    {"subject-verb-that",
     "Orrel emerged before noon to say that the talks were over.", "Orrel",
     "the talks were over"},
    {"subject-verb-that",
     "Orrel insisted, in a letter to the mayor, that no date was set.", "Orrel",
     "no date was set"},
    {"subject-verb-object",
     "The Greens demanded the ministry and the League said it would not go.",
     "The Greens", "the ministry"},
    {"subject-verb-clause",
     "Orrel said he would not leave and rejected the offer.", "Orrel",
     "he would not leave"},
    {"adverbial", "The union closed the port, saying that it had no choice.",
     "The union", "it had no choice"},
    {"after-having",
     "The truce would allow the Front to save face after having rejected a "
     "first plan.",
     "the Front", "a first plan"},
    {"not-available", "Army officers were not available for comment.",
     "Army officers", "were not available for comment"},
    {"not-available", "There was no immediate comment from the ministry.",
     "the ministry", "was no immediate comment from the ministry"},
    {"according-to", "According to the harbour police, two boats sank.",
     "the harbour police", "two boats sank"},
    {"according-to", "Two boats sank, according to the harbour police.",
     "the harbour police", "Two boats sank"},
    {"noun-cue", "A claim by the union that pay had been cut was wrong.",
     "the union", "pay had been cut"},
    {"name-colon", "ANSA ORREL: \"We are ready.\"", "ANSA ORREL",
     "We are ready"},
    {"dash-name", "\"We are ready.\" -- Ansa Orrel, minister of ports",
     "Ansa Orrel", "We are ready"},
    {"name-colon",
     "Courier: Why?\n\nAker: It was late. We left.\n\nAker: We did.", "Aker",
     "It was late. We left"},
    {"clause-colon", "Voss was blunt: \"We are not ready.\"", "Voss",
     "We are not ready"},
    {"passive", "The offer was rejected by the union on Monday.", "the union",
     "The offer"},
    {"noun-cue", "The ministry issued a warning that the port would be closed.",
     "The ministry", "the port would be closed"},
    {"noun-act", "The union's refusal to meet angered the board.", "The union",
     "to meet"},
    {"noun-act", "There were calls from the bishop for an inquiry.",
     "the bishop", "an inquiry"},
    {"impersonal", "It was announced by the palace that the visit was off.",
     "the palace", "the visit was off"},
    {"ultimatum", "Orrel gave the firm until Friday to withdraw.", "Orrel",
     "until Friday to withdraw"},
    {"told-by", "Deputies were told by the admiral that the ships had sailed.",
     "the admiral", "the ships had sailed"},
    {"told-by", "Residents have been warned by the police not to swim.",
     "the police", "not to swim"},
    {"heard-from", "The court heard from Dr Kast that the wall was damp.",
     "Dr Kast", "the wall was damp"},
    {"insistent", "The mayor was adamant that the pool would stay open.",
     "The mayor", "the pool would stay open"},
    {"quote-noun", "\"We are ready,\" came the reply from Colonel Varr.",
     "Colonel Varr", "We are ready"},
    {"free-quote",
     "The Post met the warden, Pia Kast.\n\nWhy did you go?\n\nI was late. We "
     "ran.\n\nAnd now?\n\nI stay.",
     "the warden, Pia Kast", "I was late. We ran"},
    {"colon-quote", "Orrel denied that boats had left: \"They are all here.\"",
     "Orrel", "They are all here"},
    {"passive", "The claim that the dam is safe was disputed by Orrel.",
     "Orrel", "The claim that the dam is safe"},
    {"subject-verb-that",
     "The Ministry wishes to recall that it was never paid.", "The Ministry",
     "it was never paid"},
    {"subject-verb-clause", "Orrel asked why nobody had come.", "Orrel",
     "why nobody had come"},
    {"according-to", "The plan, according to Orrel, is dead.", "Orrel",
     "The plan"},
    {"name-colon",
     "Orrel said it was late.\n\nThe sun set.\n\nVOSS: It was early. We left.",
     "VOSS", "It was early. We left"},
    {"noun-is", "The ministry's position is that the port was never closed.",
     "The ministry", "the port was never closed"},
    {"words-of", "In the words of one delegate, the text is a sieve.",
     "one delegate", "the text is a sieve"},
    {"words-of", "As Voss put it, the text is a sieve.", "Voss",
     "the text is a sieve"},
    {"dash-name", "\"We are ready.\"\n\n\xe2\x80\x94 Ansa Orrel, minister",
     "Ansa Orrel", "We are ready"},
    {"not-available", "Messages left with his office were not returned.",
     "his office", "were not returned"},
    {"free-quote", "Dell was angry. \"They lied to us.\"", "Dell",
     "They lied to us"},
    {"subject-verb-that", "The audit found that nothing was missing.",
     "The audit", "nothing was missing"},
    {"topic-colon",
     "Orrel said it was late.\n\nOn the boats: \"We have two left.\"", "Orrel",
     "We have two left"},
    {"free-quote",
     "The envoy said that no date was set.\n\n\"We will see about it later.\"",
     "The envoy", "We will see about it later"},
};

static bool finds(arena *mem, const example *e) {
    const read_report *r = read_plain(mem, e->text);
    for (size_t i = 0; i < r->count; i++) {
        const read_draft *d = &r->drafts[i];
        if (text_same(d->rule, e->rule) &&
            text_same(words(mem, r, d->speaker.at), e->speaker) &&
            text_same(words(mem, r, d->parts[0]), e->content)) {
            return true;
        }
    }
    for (size_t i = 0; i < r->count; i++) {
        const read_draft *d = &r->drafts[i];
        print_message("  %s: %s | %s\n", d->rule, words(mem, r, d->speaker.at),
                      words(mem, r, d->parts[0]));
    }
    return false;
}

static void each_rule_finds_its_pattern(void **state) {
    (void)state;
    int failed = 0;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        arena *mem = test_arena();
        if (!finds(mem, &examples[i])) {
            print_message("%s doesn't find: %s\n", examples[i].rule,
                          examples[i].text);
            failed++;
        }
        arena_free(mem);
    }
    assert_int_equal(failed, 0);
}

/* What is told, wished or planned is nobody's word. */
static void narration_is_no_draft(void **state) {
    (void)state;
    static const char *const texts[] = {
        "The port was closed on Monday after heavy snow.",
        "The union hopes to reopen the port before the end of the week.",
        "The deal calls for a port that is open to all of the boats.",
        "Talks are expected to resume on Monday in the port of Pell.",
        "He was told that the port was closed and went home.",
        "The so-called \"winter rule\" has been in force for ten years.",
        "It is said to be the oldest port on the whole of the coast.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        arena *mem = test_arena();
        const read_report *r = read_plain(mem, texts[i]);
        if (r->count > 0) print_message("%s\n", texts[i]);
        assert_int_equal(r->count, 0);
        arena_free(mem);
    }
}

/* --- Across sentences --- */

static void one_quotation_is_one_draft(void **state) {
    (void)state;
    arena *mem = test_arena();
    const read_report *r = read_plain(
        mem, "\"It is late,\" Orrel said. \"We go home.\"\n\n\"Tomorrow is "
             "another day.\"\n\nThe union said it would wait.");
    assert_int_equal(r->count, 2);
    assert_int_equal(r->drafts[0].part_count, 3);
    assert_string_equal(words(mem, r, r->drafts[0].parts[2]),
                        "Tomorrow is another day");
    arena_free(mem);
}

static void pronouns_are_guesses(void **state) {
    (void)state;
    arena *mem = test_arena();
    const read_report *r = read_plain(
        mem,
        "A Western diplomat said the gap was small. \"It is about "
        "years,\" he said.\n\nAnother diplomat said it was wide. Ms. Orrel "
        "said nothing was lost. \"We talk,\" she said.");
    assert_int_equal(r->count, 5);
    assert_string_equal(words(mem, r, r->drafts[1].speaker.is),
                        "A Western diplomat");
    assert_int_equal(r->drafts[2].speaker.is.end, 0);
    assert_true(r->drafts[2].speaker.unnamed);
    assert_string_equal(words(mem, r, r->drafts[4].speaker.is), "Ms. Orrel");
    arena_free(mem);
}

/* --- Contacts --- */

typedef struct meeting {
    const char *text;
    case_entry_kind kind;
    const char *who, *with, *place; /* the first of each, "" for none */
} meeting;

static const meeting meetings[] = {
    {"Voss met Orrel in Pell on Monday.", CASE_MEETING, "Voss", "Orrel",
     "Pell"},
    {"Voss held talks with the envoy.", CASE_MEETING, "Voss", "the envoy", ""},
    {"The envoy was received by President Belka.", CASE_MEETING,
     "President Belka", "The envoy", ""},
    {"Voss telephoned Orrel.", CASE_CALL, "Voss", "Orrel", ""},
    {"Voss spoke by phone with Orrel.", CASE_CALL, "Voss", "Orrel", ""},
    {"Voss flew to Pell on Sunday.", CASE_VISIT, "Voss", "", "Pell"},
    {"Voss was in Pell on Monday for talks with Orrel.", CASE_VISIT, "Voss",
     "Orrel", "Pell"},
    {"Voss wrote to the Front.", CASE_MESSAGE, "Voss", "the Front", ""},
    {"Voss sent a letter to the Front.", CASE_MESSAGE, "Voss", "the Front", ""},
    {"The two leaders met in Pell.", CASE_MEETING, "The two leaders", "",
     "Pell"},
    {"Voss is to meet Orrel in June.", CASE_MEETING, "Voss", "Orrel", ""},
    {"Talks between Voss and Orrel resumed in Pell.", CASE_MEETING, "Voss", "",
     "Pell"},
    {"The envoy was handed a note.", CASE_MESSAGE, "", "The envoy", ""},
    {"The ministry received a letter from the rebels.", CASE_MESSAGE,
     "the rebels", "The ministry", ""},
    {"Voss went to Pell on Monday.", CASE_VISIT, "Voss", "", "Pell"},
    {"Moru hosted the two sides in Pell.", CASE_HOSTING, "Moru",
     "the two sides", "Pell"},
    {"The envoy shuttled between the capitals.", CASE_SHUTTLE, "The envoy", "",
     "the capitals"},
};

static const char *first(arena *mem, const read_report *r,
                         const read_span *list, int count) {
    return count > 0 ? words(mem, r, list[0]) : "";
}

static void contacts_of_each_kind(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof meetings / sizeof *meetings; i++) {
        const meeting *m = &meetings[i];
        arena *mem = test_arena();
        const read_report *r = read_plain(mem, m->text);
        print_message("%s\n", m->text);
        assert_int_equal(r->count, 1);
        const read_draft *d = &r->drafts[0];
        assert_string_equal(case_entry_kind_name(d->kind),
                            case_entry_kind_name(m->kind));
        assert_string_equal(first(mem, r, d->who, d->who_count), m->who);
        assert_string_equal(first(mem, r, d->with, d->with_count), m->with);
        assert_string_equal(words(mem, r, d->place), m->place);
        arena_free(mem);
    }
}

static void what_did_not_happen_is_no_contact(void **state) {
    (void)state;
    static const char *const texts[] = {
        "Voss did not meet Orrel in Pell.",
        "Voss would meet Orrel in Pell.",
        "Voss wants to visit Pell in May.",
        "There was no meeting with the Front.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        arena *mem = test_arena();
        assert_int_equal(read_plain(mem, texts[i])->count, 0);
        arena_free(mem);
    }
}

/* --- Dates --- */

static void dates_against_the_report(void **state) {
    (void)state;
    static const char *const dates[][2] = {
        /* the report is of Thursday, 24 July 2014 */
        {"on Wednesday", "2014-07-23"},   {"on Thursday", "2014-07-24"},
        {"on Friday", "2014-07-18"},      {"yesterday", "2014-07-23"},
        {"last week", "2014-07-17"},      {"on 3 July", "2014-07-03"},
        {"on July 30", "2013-07-30"},     {"late on Monday", "2014-07-21"},
        {"three days ago", "2014-07-21"}, {"earlier this month", NULL},
    };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        arena *mem = test_arena();
        read_options o = {0};
        assert_true(time_parse("2014-07-24", &o.date));
        const char *text = arena_format(
            mem, "The union said %s that the port was closed.", dates[i][0]);
        const read_report *r = read_with(mem, text, o, NULL);
        print_message("%s\n", text);
        assert_int_equal(r->count, 1);
        const read_draft *d = &r->drafts[0];
        assert_string_equal(words(mem, r, d->words), dates[i][0]);
        assert_int_equal(d->date.given, dates[i][1] != NULL);
        if (dates[i][1]) {
            assert_string_equal(time_print(d->date, mem), dates[i][1]);
        }
        arena_free(mem);
    }
}

/* Of what is arranged the date lies ahead, and each contact has its own. */
static void dates_of_contacts(void **state) {
    (void)state;
    static const char *const dates[][3] = {
        {"Orrel will meet the owners on Tuesday.", "2014-07-29", NULL},
        {"Orrel met the owners on Tuesday.", "2014-07-22", NULL},
        {"The two ministers will meet in Calder on 18 May.", "2015-05-18",
         NULL},
        {"A meeting between Orrel and Tarn is set for Friday.", "2014-07-25",
         NULL},
        {"Orrel met the owners on Monday and phoned the bishop on Tuesday.",
         "2014-07-21", "2014-07-22"},
        {"On Monday Orrel met the owners and phoned the bishop.", "2014-07-21",
         "2014-07-21"},
    };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        arena *mem = test_arena();
        read_options o = {0};
        assert_true(time_parse("2014-07-24", &o.date));
        print_message("%s\n", dates[i][0]);
        const read_report *r = read_with(mem, dates[i][0], o, NULL);
        assert_int_equal(r->count, dates[i][2] != NULL ? 2 : 1);
        for (size_t k = 0; k < r->count; k++) {
            assert_true(r->drafts[k].date.given);
            assert_string_equal(time_print(r->drafts[k].date, mem),
                                dates[i][k + 1]);
        }
        arena_free(mem);
    }
}

/* --- With a case --- */

static const char case_bytes[] =
    "parley: 1\n"
    "case: ports\n"
    "sources: {r1: {outlet: Pell Daily, date: 2014-07-24}}\n"
    "parties:\n"
    "  front: {name: Adra Front, also: [the Front]}\n"
    "  pell: {name: Pell}\n"
    "others: {moru: {name: Moru, role: host}}\n"
    "people:\n"
    "  orrel: {name: Ansa Orrel, of: pell, office: leader}\n"
    "  diplomat: {name: a Western diplomat, office: unnamed}\n"
    "issues:\n"
    "  port: {options: [closed, opened], now: closed}\n"
    "  crew: {options: [held, released], now: held}\n"
    "proposals:\n"
    "  moru-plan: {by: [moru], plan: [{phase: truce, lasts: 7 days}]}\n";

static const case_model *load_case(arena *mem, const char *more) {
    const case_model *c;
    const char *text = arena_format(mem, "%s%s", case_bytes, more);
    parley_diags *d = parley_diags_new(NULL);
    bool ok =
        case_load(&c, source_new(mem, "case", text, strlen(text)), mem, d);
    for (size_t i = 0; !ok && i < parley_diags_count(d); i++) {
        print_message("%d: %s\n", parley_diags_get(d, i)->line,
                      parley_diags_get(d, i)->message);
    }
    parley_diags_free(d);
    assert_true(ok);
    return c;
}

static void the_case_resolves_names(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = load_case(mem, "");
    const read_report *r = read_with(
        mem,
        "Orrel demanded that the port be opened. The Front rejected the Moru "
        "plan, a Pell official said. A Western diplomat said Morus were "
        "late. Orrel met the Front in Moru.",
        (read_options){.c = c}, NULL);
    assert_int_equal(r->count, 4);
    const read_draft *d = r->drafts;
    assert_int_equal(d[0].by_person, case_person_find(c, "orrel"));
    assert_int_equal(d[0].for_actor, case_actor_find(c, "pell"));
    assert_int_equal(d[0].about.count, 1);
    assert_int_equal(d[0].about.items[0].options.items[0], 1);
    assert_int_equal(d[1].kind, CASE_REJECT);
    assert_int_equal(d[1].proposal, 0);
    assert_int_equal(d[1].by_person, -1);
    assert_int_equal(d[1].by_actor, -1); /* somebody unnamed */
    assert_int_equal(d[1].for_actor, case_actor_find(c, "front"));
    assert_int_equal(d[2].by_person, case_person_find(c, "diplomat"));
    assert_int_equal(d[3].between_count, 2);
    arena_free(mem);
}

/* Options that are numbers: in per cent, with a unit, beside one word of the
 * issue's name. */
static void the_case_resolves_numbers(void **state) {
    (void)state;
    static const char *const texts[][2] = {
        {"Orrel demanded a rise of 6 per cent.", "6"},
        {"Orrel demanded a pay rise of 6%.", "6"},
        {"Orrel demanded shifts of 10 hours.", "10 hours"},
        {"Orrel demanded a working day of 10 hours.", "10 hours"},
        {"Orrel demanded a truce of 6 days.", NULL},
        {"Orrel demanded the release of 16 men.", NULL},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        arena *mem = test_arena();
        const char *more =
            strstr(case_bytes, "issues:\n") + strlen("issues:\n");
        const char *text = arena_format(
            mem, "%.*s%s%s", (int)(more - case_bytes), case_bytes,
            "  pay-rise: {options: [\"3\", \"6\"], now: \"3\"}\n"
            "  shift: {options: [8 hours, 10 hours], now: 8 hours}\n",
            more);
        const case_model *c;
        assert_true(case_load(&c, source_new(mem, "case", text, strlen(text)),
                              mem, NULL));
        print_message("%s\n", texts[i][0]);
        const read_report *r =
            read_with(mem, texts[i][0], (read_options){.c = c}, NULL);
        assert_int_equal(r->count, 1);
        assert_int_equal(r->drafts[0].about.count, texts[i][1] != NULL);
        if (texts[i][1] != NULL) {
            const case_term *term = &r->drafts[0].about.items[0];
            assert_string_equal(
                c->issues[term->issue].options[term->options.items[0]],
                texts[i][1]);
        }
        arena_free(mem);
    }
}

/* One report with a draft of every kind that read can give. */
static const char every_kind[] =
    "The Front accepted the Moru plan. Orrel rejected the Moru plan. Orrel "
    "demanded that the port be opened. Orrel said Pell would talk only if the "
    "crew was released. \"We will not open the port,\" Orrel said. Pell "
    "offered to have the crew released. Orrel denied that the boats had left. "
    "Orrel said it was late. The Front promised that it would be calm. The "
    "Front "
    "declined to comment. Pell officials were not available for comment. Orrel "
    "met Moru. Orrel telephoned Moru. Orrel wrote to Moru. Orrel flew to Moru. "
    "Orrel shuttled between Pell and Moru. Moru hosted Orrel in Pell.";

static void every_kind_of_draft_loads(void **state) {
    (void)state;
    static const case_entry_kind kinds[] = {
        CASE_ACCEPT,    CASE_REJECT,     CASE_DEMAND,      CASE_REQUIRE,
        CASE_REFUSE,    CASE_OFFER,      CASE_DENY,        CASE_SAID,
        CASE_ASSURANCE, CASE_NO_COMMENT, CASE_UNREACHABLE, CASE_MEETING,
        CASE_CALL,      CASE_MESSAGE,    CASE_VISIT,       CASE_SHUTTLE,
        CASE_HOSTING};
    arena *mem = test_arena();
    const case_model *c = load_case(mem, "");
    read_options o = {.c = c};
    assert_true(time_parse("2014-07-24", &o.date));
    const read_report *r = read_with(mem, every_kind, o, NULL);
    entry_context e = {r->text, c, "r1"};
    const case_model *with = load_case(mem, entry_all(&e, r, "record:\n", mem));
    assert_true(with->record_count >= (int)r->count);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        bool found = false;
        for (int i = 0; i < with->record_count; i++) {
            found = found || with->record[i].kind == kinds[k];
            assert_true(with->record[i].draft);
        }
        if (!found) print_message("no %s\n", case_entry_kind_name(kinds[k]));
        assert_true(found);
    }
    arena_free(mem);
}

/* --- What isn't a report --- */

static bool has_problem(const parley_diags *d, const char *code) {
    for (size_t i = 0; i < parley_diags_count(d); i++) {
        if (text_same(parley_diags_get(d, i)->code, code)) return true;
    }
    return false;
}

static void other_languages_are_refused(void **state) {
    (void)state;
    static const char *const texts[] = {
        "Der Minister sagte am Montag, dass die Gespräche in der nächsten "
        "Woche wieder aufgenommen werden, und er sei bereit zu verhandeln.",
        "Le ministre a déclaré lundi que les pourparlers reprendraient la "
        "semaine prochaine et que le gouvernement était prêt à négocier.",
        "El ministro dijo el lunes que las conversaciones se reanudarán la "
        "próxima semana y que el gobierno está dispuesto a negociar.",
        "Министр заявил в понедельник, что переговоры возобновятся на "
        "следующей неделе и что правительство готово к диалогу со всеми.",
        "وقال الوزير يوم الاثنين إن المحادثات ستستأنف الأسبوع المقبل وإن "
        "الحكومة مستعدة للتفاوض مع جميع الأطراف دون شروط مسبقة",
        "Der Sprecher lehnte den Vorschlag ab.",
        "El portavoz rechazó la oferta.",
        "Le syndicat refusa cette offre.",
        "وقال الوزير إن المحادثات ستستأنف.",
        "部长星期一表示，会谈将于下周恢复，政府准备与各方进行谈判。",
        "大臣は月曜日、協議は来週再開されると述べた。",
        "Bakan pazartesi günü görüşmelerin yeniden başlayacağını ve "
        "hükümetin müzakereye hazır olduğunu söyledi, ancak sendika reddetti.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        arena *mem = test_arena();
        parley_diags *d = parley_diags_new(NULL);
        const read_report *r = read_with(mem, texts[i], (read_options){0}, d);
        assert_false(r->english);
        assert_int_equal(r->count, 0);
        assert_true(has_problem(d, "read/not-english"));
        parley_diags_free(d);
        arena_free(mem);
    }
}

static void short_english_is_read(void **state) {
    (void)state;
    static const char *const texts[] = {
        "\"No,\" said Orrel.",
        "The union rejected the offer.",
        "Union rejects offer",
        "Orrel met Voss.",
        "Dr. Žižka Řezáč met Ms. Öğüt in Łódź.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        arena *mem = test_arena();
        print_message("%s\n", texts[i]);
        assert_true(read_plain(mem, texts[i])->english);
        arena_free(mem);
    }
}

static void hostile_texts_say_what_was_skipped(void **state) {
    (void)state;
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    char *text = arena_get(mem, 40000);
    for (int i = 0; i < 1200; i++)
        strcat(text, "the union and the port ");
    const read_report *r = read_with(mem, text, (read_options){0}, d);
    assert_int_equal(r->skipped, 1);
    assert_true(has_problem(d, "read/long-sentence"));
    parley_diags_free(d);
    d = parley_diags_new(NULL);
    r = read_with(mem,
                  "The union said \xff\xfe the port was closed.\n\n\"\"\"\n"
                  "Orrel said \"it was late and the port was not open.",
                  (read_options){0}, d);
    assert_true(has_problem(d, "read/not-utf-8"));
    assert_true(r->count >= 1);
    parley_diags_free(d);
    arena_free(mem);
}

/* The words of every draft are bytes of the text, whatever the text is. */
static void spans_stay_inside(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",
        " ",
        "\"",
        "\"\"",
        "Said",
        "said said said said",
        ". . .",
        "\" said Orrel",
        "Orrel said: \"",
        "\xe2\x80\x9c",
        "\xe2\x80",
        "-- Orrel",
        "\"a\" - ",
        "He said that",
        ", said he, ",
        "(((said)))",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        arena *mem = test_arena();
        const read_report *r = read_plain(mem, texts[i]);
        for (size_t k = 0; k < r->count; k++) {
            assert_true(r->drafts[k].span.end <= r->text->size);
            assert_true(r->drafts[k].content.begin < r->drafts[k].content.end);
        }
        arena_free(mem);
    }
}

/* --- Drafts of other programs --- */

static size_t taken(const char *drafts, size_t *refused) {
    static const char text[] =
        "Voss said: \"We will not sign.\" He met the Union.";
    arena *mem = test_arena();
    const source_text *report = source_new(mem, "r", text, strlen(text));
    const read_report *r =
        foreign_read(report, source_new(mem, "d", drafts, strlen(drafts)),
                     &(read_options){0}, mem, NULL);
    size_t count = r->count;
    *refused = r->refused;
    arena_free(mem);
    return count;
}

static void invented_words_do_not_enter(void **state) {
    (void)state;
    size_t refused;
    assert_int_equal(taken("{drafts: [{content: [12, 29], words: [We will not "
                           "sign.], speaker: {text: Voss}}]}",
                           &refused),
                     1);
    assert_int_equal(refused, 0);
    assert_int_equal(
        taken("record: [{kind: said, draft: {content: [12, 28]}}]", &refused),
        1);
    static const char *const bad[] = {
        "[{content: [12, 29], words: [We will sign.]}]",     /* other words */
        "[{content: [13, 29], words: [We will not sign.]}]", /* elsewhere */
        "[{content: [12, 400]}]",                            /* outside */
        "[{content: [29, 12]}]",                             /* backwards */
        "[{content: [-1, 4]}]",
        "[{words: [We will not sign.]}]",                /* no place */
        "[{content: [12, 29], speaker: {text: Kerry}}]", /* nobody here */
        "[{content: [12, 29], via: [AFP]}]",
        "[said]",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        print_message("%s\n", bad[i]);
        assert_int_equal(taken(bad[i], &refused), 0);
        assert_int_equal(refused, 1);
    }
}

/* --- The lexicon --- */

static void a_user_adds_words(void **state) {
    (void)state;
    arena *mem = test_arena();
    static const char text[] = "The union yodeled that the port was closed.";
    assert_int_equal(read_plain(mem, text)->count, 0);
    static const char more[] = "verb yodel - say that,quote # loud\n";
    read_options o = {.lexicon = source_new(mem, "l", more, strlen(more))};
    assert_int_equal(read_with(mem, text, o, NULL)->count, 1);
    static const char wrong[] = "verb bellow\nnoun\nfish\n";
    o.lexicon = source_new(mem, "l", wrong, strlen(wrong));
    parley_diags *d = parley_diags_new(NULL);
    read_with(mem, text, o, d);
    assert_int_equal(parley_diags_count(d), 3);
    assert_int_equal(parley_diags_get(d, 2)->line, 3);
    parley_diags_free(d);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_rule_finds_its_pattern),
        cmocka_unit_test(narration_is_no_draft),
        cmocka_unit_test(one_quotation_is_one_draft),
        cmocka_unit_test(pronouns_are_guesses),
        cmocka_unit_test(contacts_of_each_kind),
        cmocka_unit_test(what_did_not_happen_is_no_contact),
        cmocka_unit_test(dates_against_the_report),
        cmocka_unit_test(dates_of_contacts),
        cmocka_unit_test(the_case_resolves_names),
        cmocka_unit_test(the_case_resolves_numbers),
        cmocka_unit_test(every_kind_of_draft_loads),
        cmocka_unit_test(other_languages_are_refused),
        cmocka_unit_test(short_english_is_read),
        cmocka_unit_test(hostile_texts_say_what_was_skipped),
        cmocka_unit_test(spans_stay_inside),
        cmocka_unit_test(invented_words_do_not_enter),
        cmocka_unit_test(a_user_adds_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
