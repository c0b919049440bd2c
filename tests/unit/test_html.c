/* SPDX-License-Identifier: Apache-2.0
 * The HTML format: what stands in a case never becomes a tag, an attribute or
 * another reading order; tables and links are what ears and keyboards need. */
#include "test.h"

#include "bytes.h"
#include "format/format.h"

static char *html_of(const doc *d) {
    kept_bytes b = BYTES_NONE;
    arena *mem = test_arena();
    out_stream *to = ARENA_NEW(mem, out_stream);
    out_begin(to, bytes_sink(&b));
    format_style style = {0};
    format_find("html")->write(to, d, &style, mem);
    assert_true(out_end(to));
    arena_free(mem);
    return b.text;
}

static void has(const char *page, const char *part) {
    if (!strstr(page, part)) fail_msg("the page lacks %s", part);
}

static void lacks(const char *page, const char *part) {
    if (strstr(page, part)) fail_msg("the page has %s", part);
}

#define NASTY "<script>alert(\"1\")</script>&'"

static void nasty_text(doc *d) {
    doc_title(d, "%s", NASTY);
    doc_section(d, "%s", NASTY);
    doc_text *t = doc_say(d, "%s", NASTY);
    doc_cite(t, NASTY, NASTY);
    doc_anchor(t, NASTY);
    doc_strong(doc_bullet(d, "%s", NASTY), "%s", NASTY);
    doc_more(doc_reference(d, DOC_SOURCES, NASTY, NASTY), "%s", NASTY);
    doc_table *table = doc_table_new(d, NASTY);
    doc_caption(table, "%s", NASTY);
    doc_column(table, DOC_LEFT, NASTY);
    doc_group(table, "%s", NASTY);
    doc_row(table);
    doc_anchor(doc_cell(table, "%s", NASTY), NASTY);
    doc_end(d);
}

static void text_never_becomes_markup(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = doc_new(mem);
    nasty_text(d);
    char *page = html_of(d);
    lacks(page, "<script>alert");
    lacks(page, "(\"1");
    lacks(page, "&'");
    has(page, "<h1>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;"
              "</h1>");
    has(page, "<dt id=\"r-_3cscript_3ealert_28_221_22_29");
    free(page);
    arena_free(mem);
}

static void names_from_right_to_left_are_isolated(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = doc_new(mem);
    doc_say(d, "%s, 1: said by %s.", "\xd7\x90\xd7\x91 \xd7\x92",
            "\xd8\xad\xd9\x85 (\xd8\xa7)");
    doc_say(d, "turn \xe2\x80\xae round \xe2\x81\xa9");
    char *page = html_of(d);
    has(page, "<p><bdi>\xd7\x90\xd7\x91 \xd7\x92</bdi>, 1: said by "
              "<bdi>\xd8\xad\xd9\x85 (\xd8\xa7)</bdi>.</p>");
    has(page, "<p>turn \xef\xbf\xbd round \xef\xbf\xbd</p>");
    free(page);
    arena_free(mem);
}

static void citations_and_numbers_lead_to_references(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = doc_new(mem);
    doc_text *t = doc_say(d, "In ");
    doc_number(t, 0.476, 0.008, DOC_SHARE);
    doc_rests(t, "all");
    doc_cite(t, "s1", "r1 par. 2");
    doc_cite(t, "s2", NULL);
    doc_more(doc_reference(d, DOC_STATEMENTS, "s1", "s1"), "said");
    doc_more(doc_reference(d, DOC_BEHIND_NUMBERS, "all", "All statements"),
             "one");
    char *page = html_of(d);
    has(page, "<a class=\"n\" href=\"#r-all\">0.48</a><span class=\"pm\"> "
              "\xc2\xb1"
              "0.01</span>");
    has(page, "[<a class=\"c\" href=\"#r-s1\">s1</a>, r1 par. 2; s2]");
    has(page, "<dt id=\"r-all\">All statements</dt><dd>one</dd>");
    free(page);
    arena_free(mem);
}

static size_t times(const char *page, const char *part) {
    size_t count = 0;
    for (const char *at = page; (at = strstr(at, part)); at++)
        count++;
    return count;
}

/* Once a section, as a whole word, however it is written; what the page does
 * not use is not listed. */
static void words_lead_to_what_they_mean(void **state) {
    (void)state;
    static const char *const lever[] = {"Leverage", "lever arm", NULL};
    static const char *const face[] = {"Face", NULL};
    arena *mem = test_arena();
    doc *d = doc_new(mem);
    doc_add_word(d, (doc_word){lever, "What a plan does.", NULL});
    doc_add_word(d, (doc_word){face, "What it costs.", NULL});
    doc_section(d, "One");
    doc_say(d, "Some leverage here, leverage there; surface, face-off.");
    doc_end(d);
    doc_section(d, "Two");
    doc_say(d, "A Lever arm, `leverage` and no more.");
    doc_end(d);
    char *page = html_of(d);
    has(page, "Some <a class=\"w\" href=\"#w-Leverage\">leverage</a> here, "
              "leverage there");
    has(page, "A <a class=\"w\" href=\"#w-Leverage\">Lever arm</a>");
    assert_int_equal(times(page, "class=\"w\""), 2);
    has(page, "<dt id=\"w-Leverage\">Leverage</dt><dd>What a plan does.</dd>");
    lacks(page, "w-Face");
    free(page);
    arena_free(mem);
}

/* A paragraph is found within what is said of its source. */
static void a_part_of_a_reference_can_be_led_to(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = doc_new(mem);
    doc_cite(doc_say(d, "So it is"), NULL, "r1 par. 2");
    doc_text *source = doc_reference(d, DOC_SOURCES, "source r1", "r1");
    doc_more(source, "A report, paragraph ");
    doc_also(source, "r1 par. 2", "2");
    char *page = html_of(d);
    has(page, "<a class=\"c\" href=\"#r-r1_20par_2e_202\">r1 par. 2</a>");
    has(page, "A report, paragraph <span id=\"r-r1_20par_2e_202\">2</span>");
    free(page);
    arena_free(mem);
}

static void tables_say_what_heads_what(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = doc_new(mem);
    doc_table *t = doc_table_new(d, "plans");
    doc_caption(t, "Shares");
    doc_column(t, DOC_LEFT, "plan");
    doc_column(t, DOC_RIGHT, "all");
    doc_column(t, DOC_LEFT, "");
    doc_row(t);
    doc_cell(t, "truce");
    doc_cell_number(t, 0.5, 0, DOC_SHARE);
    doc_group(t, "others");
    doc_row(t);
    doc_cell(t, "none");
    char *page = html_of(d);
    has(page, "<caption><span>Shares</span></caption>");
    has(page, "<th scope=\"col\">plan</th><th scope=\"col\" class=\"num\">all"
              "</th><td></td>");
    has(page, "<tr><th scope=\"row\">truce</th><td class=\"num\">0.50</td>"
              "<td></td></tr>");
    has(page, "</tbody><tbody>\n<tr class=\"group\"><th colspan=\"3\" "
              "scope=\"rowgroup\">others</th></tr>");
    free(page);
    arena_free(mem);
}

static void sections_are_numbered_as_the_contents_say(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = doc_new(mem);
    doc_section(d, "one");
    doc_section(d, "inner");
    doc_end(d);
    doc_end(d);
    doc_section(d, "two");
    doc_bullet(d, "a");
    doc_bullet(d, "b");
    doc_end(d);
    char *page = html_of(d);
    has(page, "<li><a href=\"#h-3\">two</a></li>");
    has(page, "<h2 id=\"h-3\">two</h2>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>");
    has(page, "<h3 id=\"h-2\">inner</h3>");
    lacks(page, "src=");
    lacks(page, "://");
    free(page);
    arena_free(mem);
}

/* --- Figures --- */

static void nasty_marks(doc_plot *p) {
    doc_axis_x(p, NASTY, DOC_REAL, 0, 0);
    doc_axis_y(p, NASTY, DOC_REAL, 0, 0);
    for (int i = 0; i < 3; i++)
        doc_plot_mark(p, (doc_mark){.label = NASTY,
                                    .series = NASTY,
                                    .note = NASTY,
                                    .detail = NASTY,
                                    .x = i,
                                    .y = i == 1 ? (double)NAN : i,
                                    .x_end = i == 2 ? (double)INFINITY : i,
                                    .low = -INFINITY,
                                    .high = NAN,
                                    .error = NAN,
                                    .role = (doc_role)(3 * i),
                                    .tone = DOC_BAD,
                                    .id = NASTY});
    doc_plot_mark(p, (doc_mark){0});
    doc_plot_link(p, NASTY, NASTY, DOC_LINK_BARRED, NASTY);
    doc_plot_link(p, NASTY, "nowhere", DOC_LINK_OPEN, NASTY);
}

static void figures_of_any_kind_are_safe(void **state) {
    (void)state;
    for (doc_plot_kind kind = DOC_SCATTER; kind <= DOC_GRAPH; kind++) {
        arena *mem = test_arena();
        doc *d = doc_new(mem);
        nasty_marks(doc_plot_new(d, kind, NASTY, NASTY));
        doc_plot_new(d, kind, "empty", NULL);
        char *page = html_of(d);
        lacks(page, "<script>alert");
        lacks(page, "(\"1");
        lacks(page, "\"nan");
        lacks(page, "\"inf");
        has(page, "<svg class=\"broad\" role=\"img\"");
        free(page);
        arena_free(mem);
    }
}

static void a_plot_beside_a_table_is_drawn_alone(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = doc_new(mem);
    doc_plot *p = doc_plot_new(d, DOC_BARS, "bars", "Shares");
    doc_plot_mark(p, (doc_mark){.label = "a", .y = 0.5});
    char *page = html_of(d);
    has(page, "<details>");
    free(page);
    doc_plot_beside(p, "shares");
    page = html_of(d);
    has(page, "<figcaption>Shares</figcaption>");
    lacks(page, "<details>");
    free(page);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_never_becomes_markup),
        cmocka_unit_test(names_from_right_to_left_are_isolated),
        cmocka_unit_test(citations_and_numbers_lead_to_references),
        cmocka_unit_test(words_lead_to_what_they_mean),
        cmocka_unit_test(a_part_of_a_reference_can_be_led_to),
        cmocka_unit_test(tables_say_what_heads_what),
        cmocka_unit_test(figures_of_any_kind_are_safe),
        cmocka_unit_test(a_plot_beside_a_table_is_drawn_alone),
        cmocka_unit_test(sections_are_numbered_as_the_contents_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
