/* SPDX-License-Identifier: Apache-2.0
 *
 * What do clocks show there, and when?
 *
 * A zone's file (TZif, RFC 8536) lists the instants at which its offset from
 * UTC changed, and ends with a rule for all later ones (zone_rule.c). The
 * rules of the C library are not used: they follow the environment and are
 * one setting for the whole process.
 *
 * A local time that comes twice, as clocks go back, is the first of the two; a
 * local time that is skipped, as they go forward, is read with the offset that
 * held before: 02:30 in a gap from 02:00 to 03:00 is 03:30. A truce of 7 days
 * from 18:00 ends at 18:00 whatever clocks did in between; one of 168 hours
 * ends 168 hours later.
 *
 * Edge cases. A file of version 1 holds 32-bit instants and no rule; the last
 * offset then stays. Before the first change the first offset that is not
 * daylight-saving time holds. Leap seconds are not counted (files with them
 * are refused: they count seconds that a calendar doesn't have).
 */
#include "process/zone.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "process/zone_int.h"

enum {
    DAY = 86400,
    HEAD = 44,
    FILE_MOST = 256 * 1024,
    NAME_MOST = 64,
};

#define ZONE_FOLDER "/usr/share/zoneinfo/"

/* --- The file --- */

typedef struct block {
    const unsigned char *at; /* behind its head */
    size_t leap, changes, types, text, utc, standard;
    size_t wide; /* bytes of an instant */
} block;

static size_t read_count(const unsigned char *at) {
    return (size_t)at[0] << 24 | (size_t)at[1] << 16 | (size_t)at[2] << 8 |
           at[3];
}

static int64_t read_instant(const unsigned char *at, size_t wide) {
    uint64_t value = 0;
    for (size_t i = 0; i < wide; i++)
        value = value << 8 | at[i];
    if (wide == 4) return (int32_t)(uint32_t)value;
    return (int64_t)value;
}

static size_t size_of(const block *b) {
    return b->changes * (b->wide + 1) + b->types * 6 + b->text +
           b->leap * (b->wide + 4) + b->standard + b->utc;
}

/* The block at `at`; false if it does not fit into what is left. */
static bool read_head(block *out, const unsigned char *at, size_t left,
                      size_t wide) {
    if (left < HEAD || memcmp(at, "TZif", 4) != 0) return false;
    *out = (block){.at = at + HEAD,
                   .utc = read_count(at + 20),
                   .standard = read_count(at + 24),
                   .leap = read_count(at + 28),
                   .changes = read_count(at + 32),
                   .types = read_count(at + 36),
                   .text = read_count(at + 40),
                   .wide = wide};
    size_t most = FILE_MOST;
    if (out->changes > most || out->types > 256 || out->text > most ||
        out->leap > most || out->standard > most || out->utc > most)
        return false;
    return out->types > 0 && left - HEAD >= size_of(out);
}

static bool read_types(zone *z, const block *b, arena *mem) {
    const unsigned char *kind = b->at + b->changes * b->wide;
    const unsigned char *types = kind + b->changes;
    z->changes = ARENA_ARRAY(mem, zone_change, b->changes + 1);
    z->change_count = b->changes;
    for (size_t i = 0; i < b->changes; i++) {
        if (kind[i] >= b->types) return false;
        z->changes[i].at = read_instant(b->at + i * b->wide, b->wide);
        z->changes[i].offset =
            (int32_t)read_instant(types + (size_t)kind[i] * 6, 4);
        if (i > 0 && z->changes[i].at <= z->changes[i - 1].at) return false;
    }
    z->first = (int32_t)read_instant(types, 4);
    for (size_t i = 0; i < b->types; i++)
        if (types[i * 6 + 4] == 0) {
            z->first = (int32_t)read_instant(types + i * 6, 4);
            break;
        }
    return b->leap == 0;
}

/* The line behind the second block: "\nCET-1CEST,M3.5.0,M10.5.0/3\n". */
static bool read_foot(zone *z, const unsigned char *at, size_t left,
                      arena *mem) {
    if (left < 2 || at[0] != '\n') return false;
    const unsigned char *end = memchr(at + 1, '\n', left - 1);
    if (!end) return false;
    size_t size = (size_t)(end - at) - 1;
    const char *text = arena_text(mem, (const char *)at + 1, size);
    if (size == 0) return true;
    z->has_rule = zone_rule_read(&z->rule, text);
    return z->has_rule;
}

static bool read_zone(zone *z, const unsigned char *bytes, size_t size,
                      arena *mem) {
    block b;
    if (!read_head(&b, bytes, size, 4)) return false;
    if (bytes[4] < '2') return read_types(z, &b, mem);
    const unsigned char *second = b.at + size_of(&b);
    size_t left = size - (size_t)(second - bytes);
    if (!read_head(&b, second, left, 8)) return false;
    const unsigned char *foot = b.at + size_of(&b);
    return read_types(z, &b, mem) &&
           read_foot(z, foot, size - (size_t)(foot - bytes), mem);
}

/* Letters, digits and "+-_/": nothing that leads out of the folder. */
static bool is_name(const char *name) {
    size_t size = strspn(name, "abcdefghijklmnopqrstuvwxyz"
                               "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-_/");
    return name[size] == '\0' && size > 0 && size <= NAME_MOST &&
           name[0] != '/' && name[size - 1] != '/';
}

static bool read_file(zone *z, FILE *file, arena *mem) {
    arena *scratch = arena_child(mem);
    unsigned char *bytes = arena_get(scratch, FILE_MOST);
    size_t size = fread(bytes, 1, FILE_MOST, file);
    bool whole = feof(file) && !ferror(file);
    bool ok = whole && read_zone(z, bytes, size, mem);
    arena_free(scratch);
    return ok;
}

const zone *zone_load(const char *name, arena *mem) {
    if (!is_name(name)) return NULL;
    const char *path = arena_format(mem, "%s%s", ZONE_FOLDER, name);
    zone *z = ARENA_NEW(mem, zone);
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    bool ok = read_file(z, file, mem);
    (void)fclose(file);
    return ok ? z : NULL;
}

/* --- Books --- */

typedef struct zone_entry {
    const char *name;
    const zone *z; /* NULL: there is no such zone */
} zone_entry;

struct zone_book {
    arena *mem;
    zone_entry *entries;
    size_t count;
};

zone_book *zone_book_new(arena *mem) {
    zone_book *b = ARENA_NEW(mem, zone_book);
    b->mem = mem;
    return b;
}

const zone *zone_book_find(zone_book *b, const char *name) {
    for (size_t i = 0; i < b->count; i++)
        if (text_same(b->entries[i].name, name)) return b->entries[i].z;
    b->entries = arena_grow(b->mem, b->entries, b->count, b->count + 1,
                            sizeof *b->entries);
    zone_entry *e = &b->entries[b->count++];
    *e = (zone_entry){arena_copy(b->mem, name), zone_load(name, b->mem)};
    return e->z;
}

const zone *zone_fixed(int32_t offset, arena *mem) {
    zone *z = ARENA_NEW(mem, zone);
    z->first = offset;
    return z;
}

/* --- Questions --- */

/* How many changes lie at or before an instant. */
static size_t count_before(const zone *z, int64_t at) {
    size_t low = 0, high = z->change_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (z->changes[middle].at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int32_t zone_offset(const zone *z, int64_t at) {
    size_t before = count_before(z, at);
    if (before == z->change_count && z->has_rule)
        return zone_rule_offset(&z->rule, at);
    return before == 0 ? z->first : z->changes[before - 1].offset;
}

int64_t zone_instant(const zone *z, civil local) {
    int64_t shown = time_from_civil(local);
    int32_t before = zone_offset(z, shown - DAY);
    int32_t after = zone_offset(z, shown + DAY);
    if (zone_offset(z, shown - before) == before) return shown - before;
    if (zone_offset(z, shown - after) == after) return shown - after;
    return shown - before;
}

int64_t zone_after(const zone *z, int64_t from, duration lasts) {
    if (lasts.open) return INT64_MAX;
    double whole = lasts.elapsed ? 0 : floor(lasts.days);
    double rest = (lasts.days - whole) * DAY;
    civil c = time_civil(from + zone_offset(z, from));
    if (whole > 0) {
        c = time_civil(time_from_civil(c) + (int64_t)whole * DAY);
        from = zone_instant(z, c);
    }
    return from + (int64_t)round(rest);
}

moment zone_moment(const zone *z, int64_t at) {
    return (moment){.seconds = at, .offset = zone_offset(z, at), .given = true};
}
