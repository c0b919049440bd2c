/* SPDX-License-Identifier: Apache-2.0
 *
 * The dates of a doc as a calendar: iCalendar, RFC 5545.
 *
 * One VEVENT a date: times in UTC ("19970714T173000Z"), lines that end with
 * CRLF and are folded before their 76th byte, never within a character
 * (section 3.1), texts escaped (3.3.11). UID is the date's key, the same in
 * every calendar of the same talks, and SEQUENCE how often it was moved, so a
 * calendar that is read in anew moves its entries (3.8.7.4). DTSTAMP is the
 * time that the doc speaks of, never the clock's, so the same doc gives the
 * same bytes.
 *
 * Edge cases. A calendar holds at least one component: where there is no date
 * it has a VJOURNAL that says so. Years beyond 9999 have no form and are left
 * out. Control characters become spaces.
 */
#include "base/time.h"
#include "format/writers.h"

enum { LONGEST_LINE = 75 };

/* --- Lines --- */

static bool begins_character(char c) {
    return ((unsigned char)c & 0xc0) != 0x80;
}

/* One line of content, folded. */
static void line(out_stream *to, const char *text) {
    size_t begin = 0, room = LONGEST_LINE;
    for (;;) {
        size_t end = begin;
        while (text[end] && end - begin < room)
            end++;
        while (text[end] && end > begin && !begins_character(text[end]))
            end--;
        out_bytes(to, text + begin, end - begin);
        out_text(to, "\r\n");
        if (!text[end]) return;
        out_text(to, " ");
        begin = end;
        room = LONGEST_LINE - 1;
    }
}

static const char *escaped(const char *text, arena *mem) {
    size_t size = 0;
    char *to = NULL;
    for (int pass = 0; pass < 2; pass++) {
        if (pass == 1) to = arena_get(mem, size + 1);
        size = 0;
        for (const char *c = text; *c; c++) {
            bool marked = *c == '\\' || *c == ';' || *c == ',' || *c == '\n';
            bool control = (unsigned char)*c < 0x20 || *c == 0x7f;
            if (marked && to) to[size] = '\\';
            size += marked;
            if (to) to[size] = *c;
            if (to && control) to[size] = *c == '\n' ? 'n' : ' ';
            size++;
        }
    }
    return to;
}

static void text_line(out_stream *to, const char *name, const char *text,
                      arena *mem) {
    line(to, arena_format(mem, "%s:%s", name, escaped(text, mem)));
}

/* --- Times --- */

static bool can_show(int64_t at) {
    civil c = time_civil(at);
    return c.year >= 0 && c.year <= 9999;
}

static void time_line(out_stream *to, const char *name, int64_t at,
                      arena *mem) {
    civil c = time_civil(at);
    line(to,
         arena_format(mem, "%s:%04d%02d%02dT%02d%02d%02dZ", name, (int)c.year,
                      c.month, c.day, c.hour, c.minute, c.second));
}

/* --- Components --- */

static void event(out_stream *to, const doc_date *d, arena *mem) {
    line(to, "BEGIN:VEVENT");
    text_line(to, "UID", d->key, mem);
    time_line(to, "DTSTAMP", d->known, mem);
    line(to, arena_format(mem, "SEQUENCE:%d", d->changes));
    time_line(to, "DTSTART", d->from, mem);
    if (d->until > d->from) time_line(to, "DTEND", d->until, mem);
    text_line(to, "SUMMARY", d->title, mem);
    if (d->text) text_line(to, "DESCRIPTION", d->text, mem);
    line(to, "TRANSP:TRANSPARENT");
    line(to, "END:VEVENT");
}

static void nothing(out_stream *to) {
    line(to, "BEGIN:VJOURNAL");
    line(to, "UID:nothing@parley");
    line(to, "DTSTAMP:19700101T000000Z");
    line(to, "SUMMARY:No date is set");
    line(to, "END:VJOURNAL");
}

void format_ics(out_stream *to, const doc *d, const format_style *style,
                arena *mem) {
    (void)style;
    int count = 0;
    line(to, "BEGIN:VCALENDAR");
    line(to, "VERSION:2.0");
    line(to, "PRODID:-//Parley//Parley//EN");
    line(to, "CALSCALE:GREGORIAN");
    for (const doc_date *one = doc_dates(d); one; one = one->next) {
        if (!can_show(one->from) || !can_show(one->until)) continue;
        event(to, one, mem);
        count++;
    }
    if (count == 0) nothing(to);
    line(to, "END:VCALENDAR");
}
