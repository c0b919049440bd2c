/* SPDX-License-Identifier: Apache-2.0
 * JSON, indented, written piece by piece. */
#ifndef CASE_JSON_H
#define CASE_JSON_H

#include <stdbool.h>

#include "base/growing_text.h"

enum { JSON_DEEPEST = 32 };

typedef struct json {
    growing_text to;
    int depth;
    bool filled[JSON_DEEPEST]; /* something stands in the bracket */
    bool after_key;
} json;

void json_open(json *j, char bracket);  /* '{' or '[' */
void json_close(json *j, char bracket); /* '}' or ']' */
void json_key(json *j, const char *key);
void json_begin(json *j, const char *key, char bracket); /* key, then open */
void json_string(json *j, const char *text);
void json_bare(json *j, const char *text); /* a number, true, false, null */
/* What stands in an object's text, as it is written there. */
void json_members(json *j, const char *object);
/* A key with its string. */
void json_pair(json *j, const char *key, const char *text);

#endif
