/* SPDX-License-Identifier: Apache-2.0
 * The words of pages, read from docs/methods/words.md: none is explained twice,
 * and each is found by every way to write it. */
#include "test.h"

#include "doc/doc.h"
#include "lens/glossary.h"

static void every_word_is_found(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = doc_new(mem);
    glossary_add(d);
    int words = 0;
    for (const doc_word *w = doc_words(d); w; w = w->next, words++) {
        assert_non_null(w->written[0]);
        assert_true(strlen(w->meaning) > 20);
        assert_null(strchr(w->meaning, '\n'));
        assert_null(strstr(w->meaning, "**"));
        for (int i = 0; w->written[i]; i++)
            assert_string_equal(glossary_meaning(w->written[i], mem),
                                w->meaning);
    }
    assert_true(words > 30);
    assert_null(glossary_meaning("no such word", mem));
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
