/* SPDX-License-Identifier: Apache-2.0
 * The words of load_words.c. A word is here if using it as one's own takes a
 * side on who is right, and an exact neutral word exists. Titles of offices,
 * legal terms with a fixed meaning and descriptions of acts are not here. */
#include "case/load_words_list.h"

const loaded_word loaded_words[] = {
    {"terrorist", "say fighter, or name the group"},
    {"terrorists", "say fighters, or name the group"},
    {"terror", "say what was done"},
    {"martyr", "say the person was killed"},
    {"martyrs", "say the people were killed"},
    {"regime", "say government or authorities"},
    {"puppet", "name the relation and its source"},
    {"thug", "say who they are"},
    {"thugs", "say who they are"},
    {"butcher", "say what was done"},
    {"barbaric", "say what was done"},
    {"savage", "say what was done"},
    {"savages", "say who they are"},
    {"cowardly", "say what was done"},
    {"heroic", "say what was done"},
    {"infidel", "say who they are"},
    {"infidels", "say who they are"},
    {"vermin", "say who they are"},
    {"fanatic", "say who they are"},
    {"fanatics", "say who they are"},
    {"aggressor", "say who did what"},
    {"aggressors", "say who did what"},
    {"liberators", "say who did what"},
    {"bandits", "say fighters, or name the group"},
    {"rogue", "say what was done"},
    {"illegitimate", "say who contests it"},
};
const size_t loaded_word_count = sizeof loaded_words / sizeof *loaded_words;
