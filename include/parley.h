/* SPDX-License-Identifier: Apache-2.0
 *
 * Parley's public interface: everything a program needs to load a case, look
 * at it through a lens and write what was found.
 *
 * Ownership, for the whole interface: a pointer returned, or found in a
 * struct, is borrowed and lives as long as the object it was asked of; a
 * `**out` is yours and is freed by the function named after its type. Freeing
 * NULL does nothing. Text is UTF-8 and ends with a zero byte.
 *
 * Threads: a loaded case is never changed; any number of threads may look at
 * it at once. A parley_diags belongs to one call at a time.
 */
#ifndef PARLEY_H
#define PARLEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(PARLEY_BUILDING) && defined(__GNUC__)
#define PARLEY_API __attribute__((visibility("default")))
#else
#define PARLEY_API
#endif

typedef struct parley_case parley_case;
typedef struct parley_result parley_result;
typedef struct parley_diags parley_diags;

typedef enum parley_status {
    PARLEY_OK = 0,
    PARLEY_EINPUT,  /* the case, or a name asked for, has errors: see diags */
    PARLEY_EUSAGE,  /* an unknown lens, format or option, or a bad value */
    PARLEY_ELIMIT,  /* too large; refused before allocating, with the number */
    PARLEY_EIO,     /* a file or sink can't be read or written */
    PARLEY_ENOMEM,  /* memory ran out; everything of the call is freed */
    PARLEY_ECANCEL, /* the host asked to stop */
} parley_status;

/* What the embedding program provides. All members may be NULL, and so may
 * the pointer to the struct; it must outlive all objects made with it.
 * resize(self, old, size): as realloc; size 0 frees and returns NULL. Called
 * from several threads at once where a look uses several.
 * progress(self, done, total): called from the calling thread now and then
 * during long work; total may change as the work goes through its stages.
 * Returning false cancels the call (PARLEY_ECANCEL). */
typedef struct parley_host {
    void *self;
    void *(*resize)(void *self, void *old, size_t size);
    bool (*progress)(void *self, size_t done, size_t total);
} parley_host;

/* "0.1.0" */
PARLEY_API const char *parley_version(void);
/* What a status means, in a few words. */
PARLEY_API const char *parley_status_text(parley_status status);

/* Where bytes go, in pieces; returning false stops the writing (PARLEY_EIO).
 */
typedef struct parley_sink {
    void *self;
    bool (*write)(void *self, const char *bytes, size_t size);
} parley_sink;

/* An option by name, without dashes. For a look: what the command takes as
 * --draws, --seed, --solutions ...; the value of a flag is NULL or "". The name
 * "operand" stands for what the command takes as PROPOSAL, FROM or TO, in
 * order. "without" and "operand" may be given several times; of any other the
 * last one counts. */
typedef struct parley_option {
    const char *name, *value;
} parley_option;

/* --- Problems --- */

typedef enum parley_severity {
    PARLEY_NOTE,
    PARLEY_WARNING,
    PARLEY_ERROR,
} parley_severity;

/* One problem. `code` is stable ("case/unknown-party"). Lines and columns
 * count from 1, columns in characters; line 0: the problem has no place (as in
 * a look with the option "for", where places would tell of hidden parts).
 * `excerpt` is the source line or NULL, `hint` what may help or NULL. */
typedef struct parley_diag {
    parley_severity severity;
    const char *code, *file, *message, *hint, *excerpt;
    int line, column, end_line, end_column;
} parley_diag;

/* Returns NULL when memory has run out. Every call takes NULL for a
 * parley_diags: problems are then not reported. */
PARLEY_API parley_diags *parley_diags_new(const parley_host *host);
PARLEY_API void parley_diags_free(parley_diags *d);
/* Kept are the first 50 by place; parley_diags_left_out counts the rest. */
PARLEY_API size_t parley_diags_count(const parley_diags *d);
PARLEY_API size_t parley_diags_left_out(const parley_diags *d);
PARLEY_API const parley_diag *parley_diags_get(const parley_diags *d,
                                               size_t index);
PARLEY_API bool parley_diags_has_errors(const parley_diags *d);

/* --- Cases --- */

/* Loads and checks a case file (YAML or JSON), with the log of the talks that
 * stands beside it, if there is one. On PARLEY_OK *out is yours
 * (parley_case_free); otherwise *out is NULL and d says why: PARLEY_EINPUT,
 * PARLEY_ELIMIT (a file beyond 16 MB, or too many of something in it),
 * PARLEY_EIO, PARLEY_ENOMEM. Warnings and notes may
 * stand in d either way. `host` may be NULL. */
PARLEY_API parley_status parley_load(parley_case **out, const parley_host *host,
                                     const char *path, parley_diags *d);
/* The same from memory; `name` stands for the path in problems. PARLEY_ELIMIT
 * beyond 16 MB. */
PARLEY_API parley_status parley_load_text(parley_case **out,
                                          const parley_host *host,
                                          const char *name, const void *bytes,
                                          size_t size, parley_diags *d);
PARLEY_API void parley_case_free(parley_case *c);
/* The case's title. */
PARLEY_API const char *parley_case_title(const parley_case *c);

/* Adds to a case file: `entry` (YAML or JSON: one entry or a list of them, for
 * a section of names a map; in the record also a statement in plain words) goes
 * to the end of `section` ("record", "sources", ...), all else stays byte for
 * byte. The result is checked first: where it
 * has errors nothing is written (PARLEY_EINPUT) and d shows them at their
 * place in the entry, which is called "entry" there. The file is replaced at
 * once, so a failure leaves the old one (PARLEY_EIO). PARLEY_ELIMIT for a file
 * beyond 16 MB. */
PARLEY_API parley_status parley_add(const parley_host *host, const char *path,
                                    const char *section, const char *entry,
                                    parley_diags *d);

/* Writes the text of a new case file to `to`: a title (or NULL), and what the
 * options say in plain words, each as often as there is one:
 * {"party", "North"}, {"issue", "water: keep, share, sell; by North"} (the
 * first option is in force today), and likewise "as-of", "source", "other",
 * "channel", "proposal", "said", "assumed": docs/case-format.md has them. What
 * is not given is left to be filled in, with comments that say how.
 * PARLEY_EUSAGE where the words can't be read: d shows them. PARLEY_EIO,
 * PARLEY_ENOMEM. */
PARLEY_API parley_status parley_new(const parley_host *host, parley_sink to,
                                    const char *title,
                                    const parley_option *options,
                                    size_t option_count, parley_diags *d);

/* Writes a file of another tool as the text of a case, checked, to `to`. The
 * end of its name tells which tool: .gmcr (graph models of GMCR+),
 * .csv (positions to forecast from).
 * PARLEY_EUSAGE for a name that says nothing, PARLEY_EINPUT, PARLEY_ELIMIT,
 * PARLEY_EIO. */
PARLEY_API parley_status parley_import(const parley_host *host, parley_sink to,
                                       const char *path, parley_diags *d);

/* A scenario of another tool: a domain and two profiles or more, in files of
 * GENIUS (XML), NegMAS (YAML, JSON), GeniusWeb or NegoLog (JSON), or one folder
 * with these files in it. Options: {"semantics", "genius" | "negmas"} takes the
 * reading of that tool where the two disagree; {"steps", N} values are kept of
 * an issue that takes any real number; {"profiles", N} takes the first N;
 * {"explain", NULL} says as notes which differences matter. See
 * docs/scenarios.md. */
typedef struct parley_scenario {
    const char *const *paths;
    size_t path_count;
    const parley_option *options;
    size_t option_count;
} parley_scenario;

/* Writes a scenario as the text of a case, checked, to `to`. What was repaired
 * is in d. PARLEY_EUSAGE for an unknown option, PARLEY_EINPUT, PARLEY_ELIMIT,
 * PARLEY_EIO. */
PARLEY_API parley_status parley_import_scenario(const parley_host *host,
                                                parley_sink to,
                                                const parley_scenario *from,
                                                parley_diags *d);
/* Loads a scenario as a case; as parley_load. */
PARLEY_API parley_status parley_load_scenario(parley_case **out,
                                              const parley_host *host,
                                              const parley_scenario *from,
                                              parley_diags *d);

/* Where files go that belong together, each whole, under a name that is safe
 * in a folder; returning false stops the writing (PARLEY_EIO). */
typedef struct parley_files {
    void *self;
    bool (*write)(void *self, const char *name, const char *bytes, size_t size);
} parley_files;

/* Writes a case as a scenario of another tool, a domain and a profile for each
 * party: `as` is "genius" or "negmas". PARLEY_EUSAGE for another; PARLEY_EINPUT
 * for what the tool has no words for (rules, parties without exact worths),
 * with its place; PARLEY_EIO. */
PARLEY_API parley_status parley_export(const parley_case *c, const char *as,
                                       parley_files to, parley_diags *d);

/* --- The log of the talks --- */

/* Adds events (JSON Lines; docs/process.md) to the log of a case file, which
 * stands beside it as CASE.log: all of them or none. Each must be able to come
 * where it stands, or else PARLEY_EINPUT, and d says why and what would be
 * possible. On PARLEY_OK they are on disk, *count of them (count may be NULL).
 * PARLEY_EIO also in a build without SQLite. */
PARLEY_API parley_status parley_log_append(const parley_host *host,
                                           const char *path, const char *lines,
                                           size_t size, size_t *count,
                                           parley_diags *d);
/* Writes the events to a sink as they were given. */
PARLEY_API parley_status parley_log_export(const parley_host *host,
                                           const char *path, parley_sink to,
                                           parley_diags *d);
/* Recomputes the chain of hashes. PARLEY_EINPUT if an event is not what was
 * written; *count is then how many are good before the first bad one. */
PARLEY_API parley_status parley_log_verify(const parley_host *host,
                                           const char *path, size_t *count,
                                           parley_diags *d);

/* Kinds of events, and the keys of a line of each but for "kind": for help, and
 * for who writes such lines. A key whose value ends in ",..." takes a list. */
typedef struct parley_event_info {
    const char *name, *help; /* "deliver" */
    size_t key_count;
} parley_event_info;
typedef struct parley_event_key {
    const char *name, *value; /* "to", "PARTY,..." */
    bool needed;
    bool common; /* every kind takes it */
} parley_event_key;
PARLEY_API size_t parley_event_count(void);
PARLEY_API parley_event_info parley_event_get(size_t index);
PARLEY_API parley_event_key parley_event_key_get(size_t event, size_t index);

/* --- Looks --- */

/* Asks the question of `lens` of a case. On PARLEY_OK *out is yours
 * (parley_result_free); otherwise it is NULL and d says why:
 * PARLEY_EUSAGE for an unknown lens, option or value, PARLEY_EINPUT where the
 * case can't be asked this, PARLEY_ELIMIT where it is too large (with the
 * option that makes it fit), PARLEY_ENOMEM, PARLEY_ECANCEL. The same case,
 * options and seed give the same result whatever "threads" is. Warnings and
 * notes may stand in d either way. The result doesn't need the case, but its
 * host. */
PARLEY_API parley_status parley_look(parley_result **out, const parley_case *c,
                                     const char *lens,
                                     const parley_option *options,
                                     size_t option_count, parley_diags *d);
PARLEY_API void parley_result_free(parley_result *r);

/* --- Reports --- */

/* A text in memory; `name` stands for its path in problems. */
typedef struct parley_text {
    const char *name;
    const void *bytes;
    size_t size;
} parley_text;

/* A report, and the case whose names it may speak of (or NULL). */
typedef struct parley_report {
    parley_text text;
    const parley_case *of;
} parley_report;

/* Reads a report: who is said to have said what, met whom, takes which
 * position, each by the bytes of its words. The result is of the lens "read":
 * `drafts`, each with the record entries it would make (YAML, `entries`), and
 * `source-entry`, what `sources` would hold. Nothing enters a record by this.
 * With a case `of` its names resolve speakers, issues and proposals.
 * Options: {"date", "2014-07-24"} of the report, which resolves "on Monday";
 * {"source", "r1"} its id in the case; {"outlet", NAME}; {"lexicon", TEXT}
 * more words, as data/lexicon.txt has them; {"drafts", TEXT} drafts that
 * another program made of the report, in the JSON or YAML of this: only those
 * whose words stand verbatim where they say are taken; {"as", "record"} gives
 * one text, `record`, of all entries instead of `drafts`. Text that isn't
 * English is a warning and no drafts. PARLEY_EUSAGE, PARLEY_EINPUT (the lexicon
 * or the drafts have errors), PARLEY_ELIMIT, PARLEY_ENOMEM, PARLEY_ECANCEL. */
PARLEY_API parley_status parley_read(parley_result **out,
                                     const parley_host *host,
                                     const parley_report *report,
                                     const parley_option *options,
                                     size_t option_count, parley_diags *d);
/* What drafts (YAML, as read's entries under `record:` or a list) would be as
 * entries of a record: the result is of the lens "confirm", `drafts` with
 * `entry` for parley_add, `source` for its section "sources" where the drafts
 * tell of it, and `missing`, what a person has to fill in first. */
PARLEY_API parley_status parley_drafts(parley_result **out,
                                       const parley_host *host,
                                       parley_text drafts, parley_diags *d);

/* --- Tables --- */

/* How good predictions were: `predictions` is CSV with the columns id and p (a
 * chance), or id and value (with low and high, if given, its 90 % interval),
 * and model where there are several forecasters; `outcomes` has id and outcome.
 * The result is of the lens "score" (docs/methods/score.md). A prediction
 * without an outcome is a warning. PARLEY_EINPUT, PARLEY_ELIMIT,
 * PARLEY_ENOMEM. */
PARLEY_API parley_status parley_score(parley_result **out,
                                      const parley_host *host,
                                      parley_text predictions,
                                      parley_text outcomes, parley_diags *d);

/* Refits the coefficients of "durability" on a table of truces
 * (docs/methods/durability.md has its columns). The result is of the lens
 * "calibrate"; its text `figures` is what durability takes as the option
 * "figures". Options: {"split", DATE}, the first day of the hold-out.
 * PARLEY_EUSAGE, PARLEY_EINPUT, PARLEY_ELIMIT, PARLEY_ENOMEM. */
PARLEY_API parley_status parley_calibrate(parley_result **out,
                                          const parley_host *host,
                                          parley_text table,
                                          const parley_option *options,
                                          size_t option_count, parley_diags *d);

/* What loading found, as a result of the lens "check": d is what parley_load
 * or parley_load_text filled (or NULL), c what it gave, or NULL where there
 * were errors; flags are parley_check_flag bits. Memory comes from c's host, or
 * from malloc without c. PARLEY_OK or PARLEY_ENOMEM. */
typedef enum parley_check_flag {
    PARLEY_CHECK_STRICT = 1, /* also lists what no source stands behind */
    PARLEY_CHECK_SHOWN = 2,  /* problems as data alone: the caller shows them */
} parley_check_flag;
PARLEY_API parley_status parley_check(parley_result **out, const parley_case *c,
                                      unsigned flags, const parley_diags *d);

/* --- What a result says --- */

typedef enum parley_kind {
    PARLEY_NULL, /* does not apply */
    PARLEY_BOOL,
    PARLEY_NUMBER,
    PARLEY_TEXT, /* also an integer beyond 2^53, in decimal digits */
    PARLEY_LIST,
    PARLEY_OBJECT,
} parley_kind;

typedef struct parley_value {
    parley_kind kind;
    bool truth;
    double number;
    const char *text;
    size_t count; /* items of a list, members of an object */
    /* A list of numbers, or of lists of numbers all of one shape, is an array
     * too: its numbers row after row, NaN where a member is null, and its
     * shape (dimensions entries; numbers is NULL for other lists). */
    const double *numbers;
    const size_t *shape;
    size_t dimensions;
} parley_value;

/* The value at a path of JSON keys and list indices ("plans/0/all"); "" is
 * the whole. In a key, "~1" stands for "/" and "~0" for "~" (RFC 6901). The
 * keys of each lens are listed in docs/methods.md. PARLEY_EUSAGE if there is
 * no such value. Everything in *out is borrowed from r. */
PARLEY_API parley_status parley_get(const parley_result *r, const char *path,
                                    parley_value *out);
/* The key of a member of the object at `path`, or NULL. */
PARLEY_API const char *parley_key(const parley_result *r, const char *path,
                                  size_t index);

/* How text is laid out: width in columns (0: 80), colour by ANSI codes; and
 * which figure "svg" writes, by name (NULL: the first). */
typedef struct parley_style {
    size_t width;
    bool colour;
    const char *figure;
} parley_style;

/* Writes a result in a format ("text", "json", ...); style may be NULL.
 * PARLEY_EUSAGE for an unknown format or figure, PARLEY_EIO, PARLEY_ENOMEM. */
PARLEY_API parley_status parley_write(const parley_result *r,
                                      const char *format,
                                      const parley_style *style, parley_sink to,
                                      parley_diags *d);

/* --- Graph models in arrays, for callers who analyse many --- */

/* States and movers are numbered from 0. An arc is a move that one mover can
 * make alone; loops and repeats count for nothing. */
typedef struct parley_graph parley_graph;
typedef struct parley_arc {
    uint32_t mover, from, to;
} parley_arc;

enum { PARLEY_MOVERS_MOST = 30 };

typedef struct parley_graph_shape {
    uint32_t states, movers;
    const parley_arc *arcs;
    size_t arc_count;
} parley_graph_shape;

/* PARLEY_EINPUT for an arc outside the graph, PARLEY_ELIMIT for more than
 * PARLEY_MOVERS_MOST movers or 2^30 states. The shape is copied. */
PARLEY_API parley_status parley_graph_new(parley_graph **out,
                                          const parley_host *host,
                                          const parley_graph_shape *shape,
                                          parley_diags *d);
PARLEY_API void parley_graph_free(parley_graph *g);

/* A verdict is a set of the senses in which a state is stable for a mover. */
typedef enum parley_sense {
    PARLEY_NASH = 1,
    PARLEY_GMR = 2,
    PARLEY_SMR = 4,
    PARLEY_SEQ = 8,
    PARLEY_SSEQ = 16,
} parley_sense;

/* Bytes of scratch that parley_graph_analyse needs; 0 up to 64 states. */
PARLEY_API size_t parley_graph_scratch(const parley_graph *g);
/* ranks[mover * states + state], higher is better, equal ties; verdicts of the
 * same shape are filled. Asks for no memory, so it can't fail; any number of
 * threads may use one graph, each with a scratch of its own (aligned for
 * uint64_t). */
PARLEY_API void parley_graph_analyse(const parley_graph *g,
                                     const uint32_t *ranks, uint8_t *verdicts,
                                     void *scratch);

/* --- What can be asked --- */

typedef struct parley_option_info {
    const char *name;  /* "draws" */
    const char *value; /* "N" as help shows it; NULL: a flag */
    const char *help;  /* one line */
} parley_option_info;

typedef struct parley_lens_info {
    const char *name, *question;
    const char *operands; /* "[PROPOSAL...]", or "" */
    size_t operands_least, operands_most;
    const parley_option_info *options; /* beside those of every lens */
    size_t option_count;
} parley_lens_info;

typedef struct parley_format_info {
    const char *name, *mime, *help;
} parley_format_info;

/* An index is below the count beside it. */
PARLEY_API size_t parley_lens_count(void);
PARLEY_API parley_lens_info parley_lens_get(size_t index);
PARLEY_API size_t parley_format_count(void);
PARLEY_API parley_format_info parley_format_get(size_t index);
/* What docs/methods.md, or a page in docs/methods, says under this heading (a
 * lens, or a method within one: "face"), as Markdown; NULL if it says nothing.
 * *size is its length: the text goes on behind it. */
PARLEY_API const char *parley_method(const char *name, size_t *size);
/* The options that every lens takes. */
PARLEY_API size_t parley_option_count(void);
PARLEY_API parley_option_info parley_option_get(size_t index);

#ifdef __cplusplus
}
#endif

#endif
