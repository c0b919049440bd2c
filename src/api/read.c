/* SPDX-License-Identifier: Apache-2.0
 * Reports: reading drafts out of them, and drafts on their way into a case. */
#include <string.h>

#include "api/api.h"
#include "base/diag.h"
#include "base/text.h"
#include "lens/read.h"
#include "read/confirm.h"
#include "read/foreign.h"

/* Offsets of words are 32 bits wide. */
#define MOST_REPORT ((size_t)UINT32_MAX - 1)

typedef struct reading {
    const char *name;
    const void *bytes;
    size_t size;
    const case_model *c;
    const parley_option *options;
    size_t option_count;
    parley_result *r;
    arena *mem;
    parley_diags *d;
} reading;

typedef struct asked {
    read_options read;
    const char *source, *outlet, *drafts;
    bool record; /* as YAML alone */
} asked;

static bool read_option(asked *out, const parley_option *o, reading *k) {
    if (o->value == NULL) {
        return diag_error(k->d, SPAN_NONE, "option/value", "%s needs a value",
                          o->name);
    }
    if (text_same(o->name, "date")) {
        if (time_parse(o->value, &out->read.date)) return true;
        return diag_error(k->d, SPAN_NONE, "option/value",
                          "\"%s\" is not a date; write 2014-07-24", o->value);
    }
    if (text_same(o->name, "source")) {
        out->source = o->value;
    } else if (text_same(o->name, "outlet")) {
        out->outlet = o->value;
    } else if (text_same(o->name, "lexicon")) {
        out->read.lexicon =
            source_new(k->mem, "lexicon", o->value, strlen(o->value));
    } else if (text_same(o->name, "drafts")) {
        out->drafts = o->value;
    } else if (text_same(o->name, "as") && text_same(o->value, "record")) {
        out->record = true;
    } else {
        return diag_error(k->d, SPAN_NONE, "option/unknown",
                          "reading takes no option \"%s\"", o->name);
    }
    return true;
}

/* What the case would need to know of the report, as an entry of `sources:`. */
static const char *source_entry(const asked *a, const char *name, arena *mem) {
    const char *all = arena_format(mem, "file: %s",
                                   entry_quoted(name, strlen(name), 400, mem));
    if (a->outlet) {
        all = arena_format(mem, "outlet: %s, %s",
                           entry_quoted(a->outlet, strlen(a->outlet), 200, mem),
                           all);
    }
    if (a->read.date.given) {
        all = arena_format(mem, "date: %s, %s", time_print(a->read.date, mem),
                           all);
    }
    return arena_format(mem, "%s: {%s}", a->source, all);
}

/* All entries in one YAML text. */
static void put_record(doc *to, const read_report *r, const entry_context *e,
                       const char *source) {
    arena *mem = doc_arena(to);
    const char *head = arena_format(
        mem,
        "# Drafts by parley read, to be confirmed: parley confirm CASE FILE\n"
        "sources:\n  %s\nrecord:%s\n",
        source, r->count == 0 ? " []" : "");
    doc_put_text(doc_data(to), "record", entry_all(e, r, head, mem));
    doc_put_count(doc_data(to), "refused", r->refused);
}

static parley_status read_body(void *subject) {
    reading *k = subject;
    asked a = {.source = "r1"};
    bool ok = true;
    for (size_t i = 0; i < k->option_count; i++) {
        ok = read_option(&a, &k->options[i], k) && ok;
    }
    if (!ok) return PARLEY_EUSAGE;
    if (k->size > MOST_REPORT) {
        diag_error(k->d, SPAN_NONE, "read/too-large",
                   "%s has %zu bytes; at most %zu can be read at once", k->name,
                   k->size, MOST_REPORT);
        return PARLEY_ELIMIT;
    }
    a.read.c = k->c;
    arena *work = arena_child(k->mem);
    source_text *text = source_new(work, k->name, k->bytes, k->size);
    const read_report *r;
    if (a.drafts) {
        source_text *drafts =
            source_new(work, "drafts", a.drafts, strlen(a.drafts));
        r = foreign_read(text, drafts, &a.read, work, k->d);
    } else {
        r = read_run(text, &a.read, work, k->d);
    }
    k->r = ARENA_NEW(k->mem, parley_result);
    *k->r = (parley_result){k->mem, doc_new(k->mem)};
    api_head(k->r->doc, "read", k->c, -1);
    entry_context e = {text, k->c, a.source};
    const char *source = source_entry(&a, k->name, k->mem);
    doc_put_text(doc_data(k->r->doc), "source-entry", source);
    if (a.record) {
        put_record(k->r->doc, r, &e, source);
    } else {
        read_describe(k->r->doc, r, &e);
    }
    doc_find_arrays(k->r->doc);
    arena_free(work);
    return parley_diags_has_errors(k->d) ? PARLEY_EINPUT : PARLEY_OK;
}

static parley_status hand_out(parley_result **out, reading *k,
                              parley_status (*body)(void *)) {
    *out = NULL;
    if (!k->mem) return PARLEY_ENOMEM;
    parley_status status = api_call(k->mem, k->d, body, k);
    if (status == PARLEY_OK) {
        *out = k->r;
    } else {
        arena_free(k->mem);
    }
    return status;
}

parley_status parley_read(parley_result **out, const parley_host *host,
                          const parley_report *report,
                          const parley_option *options, size_t option_count,
                          parley_diags *d) {
    reading k = {report->text.name,
                 report->text.bytes,
                 report->text.size,
                 report->of ? report->of->model : NULL,
                 options,
                 option_count,
                 NULL,
                 arena_new(host),
                 d};
    return hand_out(out, &k, read_body);
}

/* --- Drafts --- */

static void put_texts(doc_value *in, const char *key, text_list texts) {
    doc_value *list = doc_put_list(in, key);
    for (int i = 0; i < texts.count; i++) {
        doc_put_text(list, NULL, texts.items[i]);
    }
}

static void put_item(doc_value *list, const confirm_item *item) {
    doc_value *in = doc_put_object(list, NULL);
    doc_put_text(in, "id", item->id);
    doc_put_text(in, "kind", item->kind);
    doc_put_text(in, "speaker", item->speaker);
    doc_put_text(in, "stance", item->stance);
    put_texts(in, "words", item->words);
    doc_put_text(in, "entry", item->entry);
    doc_put_text(in, "source", item->source);
    put_texts(in, "missing", item->missing);
    doc_put_text(in, "note", item->note);
    doc_value *at = doc_put_list(in, "span");
    doc_put_count(at, NULL, item->at.begin);
    doc_put_count(at, NULL, item->at.end);
}

static void show_item(doc *to, const confirm_item *item) {
    doc_text *t = doc_bullet(to, "%s ", item->id);
    doc_strong(t, "%s", item->kind);
    if (item->speaker) doc_more(t, ": %s", item->speaker);
    for (int i = 0; i < item->words.count; i++) {
        doc_more(t, "%s\"%s\"", i == 0 ? ": " : " ... ", item->words.items[i]);
    }
    for (int i = 0; i < item->missing.count; i++) {
        doc_toned(t, DOC_BAD, "%s%s", i == 0 ? "; lacks " : ", ",
                  item->missing.items[i]);
    }
}

static parley_status drafts_body(void *subject) {
    reading *k = subject;
    source_text *text = source_new(k->mem, k->name, k->bytes, k->size);
    confirm_list drafts;
    if (!confirm_read(&drafts, text, k->mem, k->d)) return PARLEY_EINPUT;
    k->r = ARENA_NEW(k->mem, parley_result);
    *k->r = (parley_result){k->mem, doc_new(k->mem)};
    doc *to = k->r->doc;
    api_head(to, "confirm", NULL, -1);
    doc_title(to, "%s: drafts to confirm", k->name);
    doc_value *list = doc_put_list(doc_data(to), "drafts");
    for (size_t i = 0; i < drafts.count; i++) {
        put_item(list, &drafts.items[i]);
        show_item(to, &drafts.items[i]);
    }
    doc_find_arrays(to);
    return PARLEY_OK;
}

parley_status parley_drafts(parley_result **out, const parley_host *host,
                            parley_text drafts, parley_diags *d) {
    reading k = {.name = drafts.name,
                 .bytes = drafts.bytes,
                 .size = drafts.size,
                 .mem = arena_new(host),
                 .d = d};
    return hand_out(out, &k, drafts_body);
}
