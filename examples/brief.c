/* SPDX-License-Identifier: Apache-2.0
 * What a program needs to use Parley: load a case, look, take a number out,
 * write the answer. Once parley is installed:
 *
 *   cc brief.c -o brief $(pkg-config --cflags --libs parley) \
 *     -Wl,-rpath,$(pkg-config --variable=libdir parley)
 *   ./brief CASE
 *
 * The second line tells the program where the library lies. Without it, run
 * `ldconfig` once after installing into a folder that it searches. */
#include <parley.h>
#include <stdio.h>

static bool print(void *to, const char *bytes, size_t size) {
    return fwrite(bytes, 1, size, to) == size;
}

static int complain(parley_status status, const parley_diags *d) {
    (void)fprintf(stderr, "%s\n", parley_status_text(status));
    for (size_t i = 0; i < parley_diags_count(d); i++) {
        const parley_diag *p = parley_diags_get(d, i);
        (void)fprintf(stderr, "%s:%d:%d: %s\n", p->file ? p->file : "", p->line,
                      p->column, p->message);
    }
    return 1;
}

int main(int count, char **words) {
    if (count != 2) return fprintf(stderr, "usage: brief CASE\n"), 2;
    parley_diags *d = parley_diags_new(NULL);
    parley_case *c = NULL;
    parley_result *r = NULL;
    parley_option options[] = {{"draws", "1000"}, {"seed", "7"}};
    parley_status status = parley_load(&c, NULL, words[1], d);
    if (status == PARLEY_OK)
        status = parley_look(&r, c, "brief", options, 2, d);
    parley_value first;
    if (status == PARLEY_OK) status = parley_get(r, "headline/first", &first);
    if (status == PARLEY_OK) {
        printf("%s: %s leads.\n\n", parley_case_title(c), first.text);
        status = parley_write(r, "text", NULL, (parley_sink){stdout, print}, d);
    }
    int code = status == PARLEY_OK ? 0 : complain(status, d);
    parley_result_free(r);
    parley_case_free(c);
    parley_diags_free(d);
    return code;
}
