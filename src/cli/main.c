/* SPDX-License-Identifier: Apache-2.0
 * The command `parley`, the library's first user: it knows the public
 * interface and nothing behind it. */
#include <string.h>

#include "base/guard.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/report.h"

bool find_lens(const char *name, parley_lens_info *out) {
    for (size_t i = 0; i < parley_lens_count(); i++) {
        *out = parley_lens_get(i);
        if (text_same(out->name, name)) return true;
    }
    return false;
}

enum exit_code exit_of(parley_status status) {
    switch (status) {
    case PARLEY_OK:
        return EXIT_ANSWERED;
    case PARLEY_EINPUT:
        return EXIT_INPUT;
    case PARLEY_EUSAGE:
        return EXIT_USAGE;
    case PARLEY_ELIMIT:
    case PARLEY_EIO:
    case PARLEY_ENOMEM:
    case PARLEY_ECANCEL:
        break;
    }
    return EXIT_WORLD;
}

int unknown_word(const char *word, arena *mem) {
    size_t lenses = parley_lens_count(), count = lenses + command_count;
    const char **names = ARENA_ARRAY(mem, const char *, count);
    for (size_t i = 0; i < lenses; i++)
        names[i] = parley_lens_get(i).name;
    for (size_t i = 0; i < command_count; i++)
        names[lenses + i] = command_table[i]->name;
    const char *near = text_nearest(word, names, count);
    if (near)
        say_error("there is no lens or command \"%s\"; did you mean \"%s\"?",
                  word, near);
    else if (strpbrk(word, "./"))
        say_error("which question? try parley brief %s, or see parley help",
                  word);
    else
        say_error("there is no lens or command \"%s\"; parley help lists them",
                  word);
    return EXIT_USAGE;
}

typedef struct invocation {
    words given;
    arena *mem;
    int code;
} invocation;

static int run(words given, arena *mem) {
    if (given.count == 0) {
        help_overview(stderr);
        return EXIT_USAGE;
    }
    const char *name = given.items[0];
    words rest = {given.items + 1, given.count - 1};
    if (text_same(name, "--version")) {
        (void)printf("parley %s\n", parley_version());
        return EXIT_ANSWERED;
    }
    if (text_same(name, "--help") || text_same(name, "-h"))
        return cmd_help(rest, mem);
    const command *c = command_find(name);
    if (c) return command_run(c, rest, mem);
    parley_lens_info lens;
    if (find_lens(name, &lens)) return cmd_look(&lens, rest, mem);
    return unknown_word(name, mem);
}

static void run_guarded(void *subject) {
    invocation *i = subject;
    i->code = run(i->given, i->mem);
}

int main(int count, char **arguments) {
    const char *const *items = (const char *const *)arguments;
    size_t given = count > 0 ? (size_t)count - 1 : 0;
    invocation i = {{items + 1, given}, arena_new(NULL), EXIT_WORLD};
    guard g;
    if (i.mem) {
        arena_set_guard(i.mem, &g);
        if (!guard_run(&g, run_guarded, &i)) i.code = EXIT_WORLD;
        arena_free(i.mem);
    }
    if (fflush(stdout) != 0 && i.code == EXIT_ANSWERED) i.code = EXIT_WORLD;
    return i.code;
}
