/* SPDX-License-Identifier: Apache-2.0
 * The patterns, and nothing but them: no wording note comes from anywhere
 * else. To add one, add a row; a pattern without a precedent that can be
 * looked up is not added.
 *
 * `words` are alternatives between bars, each a row of words; letter case is
 * set aside, and "*ed" stands for a past participle. "*term" alone stands for
 * a phase with a stated length. `unless` are single words between bars.
 * Precedents are told without judging any side. */
#include "record/wording.h"

const wording_pattern wording_patterns[] = {
    {.id = "unnamed-geography",
     .words = "the area|the areas|certain areas|some areas|areas concerned|"
              "border area|border areas|the territories|the region|the zone|"
              "adjacent areas|surrounding areas",
     .unless = "map|annex|coordinates|line|grid",
     .note = "name the places, or draw them on a map that both sides sign",
     .precedent = "Resolution 242 speaks in English of territories, in French "
                  "of the territories; how far it reaches has been argued "
                  "over ever since",
     .source = "S/RES/242 (1967), op. par. 1"},
    {.id = "forces-in-place",
     .words = "forces in place|remain in place|stay in place|in their "
              "positions|present positions|current positions|hold their "
              "positions|positions they hold|stand fast",
     .without = "permitted",
     .note = "say where the lines are, and which movements, works and "
             "supplies are allowed behind them",
     .precedent = "Resolution 338 stopped forces where they stood without "
                  "recording where that was; they went on moving, and three "
                  "days later Resolution 340 asked for the positions of a "
                  "stated hour",
     .source = "S/RES/338 (1973); S/RES/340 (1973)"},
    {.id = "duration-without-renewal",
     .of_truces = true,
     .words = "*term",
     .without = "renewal",
     .note = "say who may extend it, how, until when, and what holds while "
             "that is being decided",
     .precedent = "the truce of April 2022 in Yemen ran for two months and "
                  "was extended twice by agreement of the day; no third "
                  "extension was agreed by the day it ran out",
     .source = "UN Special Envoy for Yemen, statement of 2 October 2022"},
    {.id = "nobody-obliged",
     .words = "shall be *ed|will be *ed|must be *ed|should be *ed|is to be "
              "*ed|are to be *ed",
     .unless = "by",
     .note = "say who has to do it",
     .precedent = "the measures agreed at Minsk provide for the withdrawal of "
                  "foreign armed formations without saying whose they are or "
                  "who withdraws them; the sides never agreed whom it bound",
     .source = "S/RES/2202 (2015), annex I, point 10"},
    {.id = "best-efforts",
     .words = "best efforts|best endeavours|every effort|any influence|their "
              "influence|its influence",
     .note = "say what is to be there by which day, and what follows if it "
             "is not",
     .precedent = "the Belfast Agreement asks parties to use their influence "
                  "towards decommissioning within two years; whether that "
                  "came before or after sharing office brought the new "
                  "institutions down within weeks of their start",
     .source = "Belfast Agreement (1998), Decommissioning, par. 3; "
               "suspension of 11 February 2000"},
    {.id = "equal-texts",
     .words = "equally valid|equally authentic|equal force|equal validity",
     .note = "have the versions compared clause by clause by both sides, or "
             "say which one decides",
     .precedent = "article 17 of the Treaty of Wuchale left a choice in one "
                  "language and none in the other; the quarrel over it ended "
                  "in war",
     .source = "Treaty of Wuchale (1889), art. 17"},
    {.id = "start-without-hour",
     .clause = "start",
     .words = "when declared|when announced|upon announcement|upon signature|"
              "on signature|after signature|on announcement",
     .note = "state day, hour and time zone",
     .precedent = "the cessation of hostilities in Syria was set for midnight "
                  "at Damascus on a stated day, with an hour by which each "
                  "side had to confirm",
     .source = "S/RES/2268 (2016), annex"},
    {.id = "offensive-only",
     .words = "offensive",
     .without = "prohibited",
     .note = "list what is prohibited: what one side calls defensive, the "
             "other may not",
     .precedent = "Resolution 1701 asks one side to end all attacks and the "
                  "other all offensive operations; which operations those "
                  "were was disputed from the first week",
     .source = "S/RES/1701 (2006), op. par. 1"},
};
const int wording_pattern_count =
    (int)(sizeof wording_patterns / sizeof *wording_patterns);
