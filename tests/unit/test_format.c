/* SPDX-License-Identifier: Apache-2.0
 * Formats: exact bytes for small docs, and what must hold at every width. */
#include "test.h"

#include "base/text.h"
#include "format/format.h"

typedef struct page {
    char *bytes;
    size_t size, room;
    size_t writes_left; /* fails after so many */
} page;

static bool take(void *self, const char *bytes, size_t size) {
    page *p = self;
    if (p->writes_left == 0) return false;
    p->writes_left--;
    if (p->size + size + 1 > p->room) {
        p->room = 2 * (p->size + size + 1);
        p->bytes = realloc(p->bytes, p->room);
        assert_non_null(p->bytes);
    }
    memcpy(p->bytes + p->size, bytes, size);
    p->size += size;
    p->bytes[p->size] = '\0';
    return true;
}

/* The caller frees the bytes. */
static char *written(const doc *d, const char *name, format_style style) {
    page p = {NULL, 0, 0, SIZE_MAX};
    arena *mem = test_arena();
    out_stream *to = ARENA_NEW(mem, out_stream);
    out_begin(to, (parley_sink){&p, take});
    format_find(name)->write(to, d, &style, mem);
    assert_true(out_end(to));
    arena_free(mem);
    return p.bytes;
}

static void assert_written(const doc *d, const char *name, format_style style,
                           const char *expected) {
    char *bytes = written(d, name, style);
    assert_string_equal(bytes, expected);
    free(bytes);
}

static const format_style plain = {.width = 80};
static const format_style narrow = {.width = 30};

static doc *small_doc(arena *mem) {
    doc *d = doc_new(mem);
    doc_title(d, "Plans: %s", "Cairo");
    doc_text *t = doc_say(d, "The truce is accepted by all in ");
    doc_number(t, 0.476, 0.008, DOC_SHARE);
    doc_more(t, " of draws");
    doc_cite(t, "s1", "r1 par. 14");
    doc_cite(t, "s3", NULL);
    doc_more(t, ".");
    doc_bullet(d, "one");
    doc_strong(doc_bullet(d, "two"), ", bold. ");
    doc_section(d, "Who accepts");
    doc_table *table = doc_table_new(d, "plans");
    doc_column(table, DOC_LEFT, "plan");
    doc_column(table, DOC_RIGHT, "all");
    doc_row(table);
    doc_cell(table, "seven-day truce");
    doc_cell_number(table, 0.476, 0.008, DOC_SHARE);
    doc_row(table);
    doc_cell(table, "a|b");
    doc_cell_number(table, NAN, 0, DOC_SHARE);
    doc_end(d);
    doc_warning(d, "all is <assumed>");
    return d;
}

static void text_is_laid_out(void **state) {
    (void)state;
    arena *mem = test_arena();
    assert_written(small_doc(mem), "text", plain,
                   "Plans: Cairo\n"
                   "============\n"
                   "\n"
                   "The truce is accepted by all in 0.48 \xc2\xb1"
                   "0.01 of draws [s1, r1 par. 14; s3].\n"
                   "\n"
                   "- one\n"
                   "- two, bold.\n"
                   "\n"
                   "Who accepts\n"
                   "-----------\n"
                   "\n"
                   "plan                    all\n"
                   "---------------  ----------\n"
                   "seven-day truce  0.48 \xc2\xb1"
                   "0.01\n"
                   "a|b                 \xe2\x80\x93\n"
                   "\n"
                   "Warning: all is <assumed>\n");
    arena_free(mem);
}

static void text_gives_way_when_narrow(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = doc_new(mem);
    doc_table *t = doc_table_new(d, "t");
    doc_column(t, DOC_LEFT, "what was said");
    doc_column(t, DOC_RIGHT, "share");
    doc_row(t);
    doc_cell(t, "a lasting truce first and talks later");
    doc_cell_number(t, 0.2, 0, DOC_SHARE);
    assert_written(d, "text", narrow,
                   "what was said            share\n"
                   "-----------------------  -----\n"
                   "a lasting truce first     0.20\n"
                   "  and talks later\n");
    arena_free(mem);
}

static void markdown_escapes_its_signs(void **state) {
    (void)state;
    arena *mem = test_arena();
    assert_written(small_doc(mem), "md", plain,
                   "# Plans: Cairo\n"
                   "\n"
                   "The truce is accepted by all in 0.48 \xc2\xb1"
                   "0.01 of draws \\[s1, r1 par. 14; s3\\].\n"
                   "\n"
                   "- one\n"
                   "- two, **bold**. \n"
                   "\n"
                   "## Who accepts\n"
                   "\n"
                   "| plan | all |\n"
                   "| --- | ---: |\n"
                   "| seven-day truce | 0.48 \xc2\xb1"
                   "0.01 |\n"
                   "| a\\|b | \xe2\x80\x93 |\n"
                   "\n"
                   "> **Warning:** all is \\<assumed\\>\n");
    arena_free(mem);
}

static void csv_has_whole_numbers_and_no_formulas(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = small_doc(mem);
    doc_table *t = doc_table_new(d, "other");
    doc_column(t, DOC_LEFT, "say \"x\"");
    doc_group(t, "g");
    doc_row(t);
    doc_cell(t, "=1+1");
    assert_written(d, "csv", plain,
                   "\"table\",\"plan\",\"all\",\"all error\"\r\n"
                   "\"plans\",\"seven-day truce\",0.476,0.008\r\n"
                   "\"plans\",\"a|b\",,\r\n"
                   "\r\n"
                   "\"table\",\"group\",\"say \"\"x\"\"\"\r\n"
                   "\"other\",\"g\",\"'=1+1\"\r\n");
    arena_free(mem);
}

static void json_is_exact(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = doc_new(mem);
    doc_value *root = doc_data(d);
    doc_put_integer(root, "parley", 1);
    doc_put_number(root, "tenth", 0.1);
    doc_put_number(root, "sum", 0.1 + 0.2);
    doc_put_number(root, "none", NAN);
    doc_put_bool(root, "yes", true);
    doc_put_text(root, "quoted", "\"\\\n\t\x01\xff\xc3\xa9");
    (void)doc_put_list(root, "empty");
    doc_put_numbers(doc_put_list(root, "rows"), NULL,
                    (const double[]){1, 2.5, -0.0}, 3);
    assert_written(
        d, "json", plain,
        "{\n"
        "  \"parley\": 1,\n"
        "  \"tenth\": 0.1,\n"
        "  \"sum\": 0.30000000000000004,\n"
        "  \"none\": null,\n"
        "  \"yes\": true,\n"
        "  \"quoted\": \"\\\"\\\\\\n\\t\\u0001\xef\xbf\xbd\xc3\xa9\",\n"
        "  \"empty\": [],\n"
        "  \"rows\": [[1, 2.5, 0]]\n"
        "}\n");
    arena_free(mem);
}

/* --- A doc that has everything, for what must hold at every width --- */

static void add_plots(doc *d) {
    doc_plot *p = doc_plot_new(d, DOC_SCATTER, "space", "the deal space");
    doc_axis_x(p, "Israel", DOC_WORTH, 0, 0);
    doc_axis_y(p, "Hamas", DOC_WORTH, 0, 1);
    doc_plot_mark(p, (doc_mark){.x = 0.2, .y = 0.3});
    doc_plot_mark(p, (doc_mark){.x = 0.6, .y = 0.7, .role = DOC_FRONTIER});
    doc_plot_mark(
        p,
        (doc_mark){.x = 0.1, .y = 0.1, .role = DOC_LIMIT, .label = "no deal"});
    doc_plot_mark(p, (doc_mark){.x = 0.5,
                                .y = 0.5,
                                .role = DOC_MARKED,
                                .label = "truce",
                                .id = "p1"});
    doc_plot_mark(p, (doc_mark){.x = NAN, .y = 0.5, .role = DOC_MARKED});
    p = doc_plot_new(d, DOC_BRIDGE, "bridge", "from one to the other");
    doc_axis_y(p, NULL, DOC_SHARE, 0, 0);
    doc_plot_mark(
        p, (doc_mark){.label = "initiative", .y = 0.2, .role = DOC_TOTAL});
    doc_plot_mark(p, (doc_mark){.label = "talks fail: resume",
                                .y = 0.31,
                                .error = 0.01,
                                .role = DOC_REPORTED});
    doc_plot_mark(p, (doc_mark){.label = "duration",
                                .y = -0.03,
                                .role = DOC_ASSUMED,
                                .note = "7 days"});
    doc_plot_mark(p,
                  (doc_mark){.label = "truce", .y = 0.48, .role = DOC_TOTAL});
    p = doc_plot_new(d, DOC_BARS, "bars", NULL);
    doc_plot_mark(p, (doc_mark){.label = "up", .y = 2, .series = "s"});
    doc_plot_mark(p, (doc_mark){.label = "down", .y = -1, .series = "s"});
    doc_plot_mark(p, (doc_mark){.label = "nothing", .y = NAN});
    p = doc_plot_new(d, DOC_INTERVALS, "intervals", "weights");
    doc_plot_mark(
        p, (doc_mark){.label = "fighting", .x = 0.4, .low = 0.1, .high = 0.7});
}

static void add_more_plots(doc *d) {
    doc_plot *p = doc_plot_new(d, DOC_TIMELINE, "phases", "what when");
    doc_axis_x(p, NULL, DOC_DATE, 0, 0);
    doc_plot_mark(p, (doc_mark){.series = "truce",
                                .label = "pause",
                                .x = 16275,
                                .x_end = 16282});
    doc_plot_mark(p, (doc_mark){.series = "truce",
                                .label = "lasting",
                                .x = 16282,
                                .x_end = INFINITY});
    doc_plot_mark(
        p, (doc_mark){
               .series = "talks", .label = "begin", .x = 16276, .id = "s4"});
    p = doc_plot_new(d, DOC_SLOPE, "leverage", "leverage by plan");
    doc_plot_mark(p, (doc_mark){.series = "Israel", .label = "a", .y = 1});
    doc_plot_mark(p, (doc_mark){.series = "Israel", .label = "b", .y = 2});
    doc_plot_mark(p, (doc_mark){.series = "Hamas", .label = "b", .y = 3});
    p = doc_plot_new(d, DOC_HISTORY, "positions", NULL);
    doc_axis_x(p, NULL, DOC_DATE, 0, 0);
    doc_plot_mark(
        p, (doc_mark){
               .series = "Hamas", .label = "rejects", .x = 16270, .id = "s1"});
    doc_plot_mark(
        p, (doc_mark){.series = "Hamas", .label = "demands", .x = 16272});
    p = doc_plot_new(d, DOC_CHANNELS, "channels", NULL);
    doc_plot_mark(p, (doc_mark){.label = "US", .series = "mediator"});
    doc_plot_mark(p, (doc_mark){.label = "Hamas", .series = "party"});
    doc_plot_link(p, "US", "Hamas", DOC_LINK_BARRED, "no contact");
}

static doc *large_doc(arena *mem) {
    doc *d = small_doc(mem);
    doc_section(d, "A");
    doc_section(d, "B");
    doc_section(d, "C");
    doc_say(d, "word-without-a-space-that-is-longer-than-any-narrow-terminal-"
               "has-columns \xe4\xb8\xad\xe6\x96\x87 caf\xc3\xa9");
    doc_paragraph(d);
    doc_end(d);
    doc_end(d);
    doc_table *t = doc_table_new(d, "wide");
    doc_caption(t, "a caption");
    for (int i = 0; i < 9; i++)
        doc_column(t, i % 2 ? DOC_RIGHT : DOC_LEFT, "a column");
    for (int row = 0; row < 3; row++) {
        if (row == 1) doc_group(t, "group %d", row);
        doc_row(t);
        for (int i = 0; i < 8; i++)
            doc_tint(doc_cell(t, "some words %d", i), DOC_GOOD);
    }
    add_plots(d);
    add_more_plots(d);
    doc_end(d);
    doc_note(d, "the end");
    return d;
}

static void lines_fit_at_every_width(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = large_doc(mem);
    for (size_t width = 40; width <= 130; width++) {
        char *bytes = written(d, "text", (format_style){.width = width});
        for (char *line = strtok(bytes, "\n"); line; line = strtok(NULL, "\n"))
            if (text_width(line) > width)
                fail_msg("%zu columns: %s", width, line);
        free(bytes);
    }
    arena_free(mem);
}

static void colour_only_adds(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = large_doc(mem);
    char *without = written(d, "text", plain);
    char *with =
        written(d, "text", (format_style){.width = 80, .colour = true});
    assert_null(strchr(without, '\033'));
    assert_non_null(strchr(with, '\033'));
    char *to = with;
    for (const char *from = with; *from; from++) {
        while (*from == '\033')
            from = strchr(from, 'm') + 1;
        *to++ = *from;
        if (*from == '\0') break;
    }
    *to = '\0';
    assert_string_equal(with, without);
    free(with);
    free(without);
    arena_free(mem);
}

static void a_case_can_not_steer_the_terminal(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = doc_new(mem);
    doc_title(d, "%s", "a\033[2Jb");
    doc_say(d, "%s",
            "c\x9b\x07"
            "d");
    doc_plot *p = doc_plot_new(d, DOC_BARS, "bars", "e\033f");
    doc_plot_mark(p, (doc_mark){.label = "g\033h", .series = "i\033j"});
    for (size_t i = 0; i < format_count; i++) {
        char *bytes = written(d, format_table[i].name, plain);
        assert_null(strchr(bytes, '\033'));
        assert_null(strchr(bytes, '\x07'));
        free(bytes);
    }
    arena_free(mem);
}

static void every_failed_write_is_told(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = large_doc(mem);
    for (int i = 0; i < 400; i++)
        doc_say(d, "A paragraph that fills the page a little more. %d", i);
    char *long_text = written(d, "text", plain);
    doc_put_text(doc_data(d), "long", long_text);
    free(long_text);
    for (size_t i = 0; i < format_count; i++) {
        bool ok = false;
        for (size_t writes = 0; !ok; writes++) {
            page p = {NULL, 0, 0, writes};
            arena *scratch = test_arena();
            out_stream *to = ARENA_NEW(scratch, out_stream);
            out_begin(to, (parley_sink){&p, take});
            format_table[i].write(to, d, &plain, scratch);
            ok = out_end(to);
            arena_free(scratch);
            assert_true(ok || p.writes_left == 0);
            free(p.bytes);
        }
    }
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_laid_out),
        cmocka_unit_test(text_gives_way_when_narrow),
        cmocka_unit_test(markdown_escapes_its_signs),
        cmocka_unit_test(csv_has_whole_numbers_and_no_formulas),
        cmocka_unit_test(json_is_exact),
        cmocka_unit_test(lines_fit_at_every_width),
        cmocka_unit_test(colour_only_adds),
        cmocka_unit_test(a_case_can_not_steer_the_terminal),
        cmocka_unit_test(every_failed_write_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
