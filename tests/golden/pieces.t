#: All proposals: those somebody has put forward in full, variants by count.
$ parley pieces cases/cairo-2014.yaml
Cairo, July 2014: the pieces
============================

Note: What the authors knew: one news report, as of 24 July 2014; its authors
knew the outcome, so this is a demonstration and not evidence

Pieces of each proposal
proposal                                             disputed  missing  in place
---------------------------------------------------  --------  -------  --------
the Egyptian initiative                                     4       26        18
the seven-day truce                                         6       24        20
the seven-day truce with talks guaranteed (the              3       22        24
  analyst's)
the seven-day truce with a guarantee on the                 3       22        24
  blockade (the analyst's)
the seven-day truce with all conditions up front            6       24        21
  (the analyst's)
the seven-day truce with the blockade eased (the            5       24        20
  analyst's)
the seven-day truce with a promised direction (the          3       24        21
  analyst's)
the Egyptian initiative without a lock (the                 3       27        18
  analyst's)
the Egyptian initiative with the blockade eased             5       27        17
  (the analyst's)
the Egyptian initiative with a guarantee on the             3       25        21
  blockade (the analyst's)

the Egyptian initiative
-----------------------

Of 48 pieces, 18 are in place, 4 disputed and 26 missing.

-- Disputed
- Answer of Hamas: rejects it [s3, r1 par. 5]
- Demand of Hamas (naval-blockade: lift): asked for; left to the talks, though
  it was asked of the truce itself, and another party is against it [s15, r1
  par. 14; s11, r1 par. 12; a1, analyst]
- Demand of Hamas (border-control: lift): asked for; left to the talks, though
  it was asked of the truce itself, and another party is against it [s15, r1
  par. 14; s11, r1 par. 12; a1, analyst]
- Demand of Hamas (detainees: release): asked for; left to the talks, though it
  was asked of the truce itself, and another party is against it [s15, r1 par.
  14; s11, r1 par. 12; a1, analyst]

-- Missing
- Answer of Israel: no answer on record
- Guarantee for Hamas, who doubts the promises of Israel: the plan rests on such
  promises, and nobody offers to stand behind them [s12, r1 par. 12]
- Talks, host: Egypt; no place is named
- Talks, delegation of Israel: not settled: both sides would send delegations to
  Cairo once a lull holds, for indirect talks on a durable truce [s5, r1 par. 6]
- Talks, delegation of Hamas: not settled: both sides would send delegations to
  Cairo once a lull holds, for indirect talks on a durable truce [s5, r1 par. 6]
- Nothing is said of parties, command, start, renewal, prohibited, permitted,
  geography, forces, access, crossings, detainees, monitoring, reporting,
  commission, communication, venue, interim, guarantors, breach, earlier,
  languages.

-- In place
- Demand of Israel (naval-blockade: keep): asked for, the analyst assumes; so it
  is today; the talks may change it [a1, analyst]
- Demand of Israel (border-control: keep): asked for, the analyst assumes; so it
  is today; the talks may change it [a1, analyst]
- Demand of Israel (detainees: hold): asked for, the analyst assumes; so it is
  today; the talks may change it [a1, analyst]
- Routes from United States to Israel directly [analyst]; to Hamas through Qatar
  (the direct channel is barred) [k6, r1 par. 11; r1 par. 11]
- Routes from United Nations to Israel through United States [k4, r1 par. 4;
  analyst]; to Hamas through United States and Qatar [k4, r1 par. 4; k6, r1 par.
  11; r1 par. 11]
- Routes from United Kingdom to Israel through Egypt [k3, r1 par. 3; analyst];
  to Hamas through Egypt, United States and Qatar [k3, r1 par. 3; k1, r1 par. 3;
  k6, r1 par. 11; r1 par. 11]
- Routes from Egypt to Israel directly [analyst]; to Hamas through United States
  and Qatar [k1, r1 par. 3; k6, r1 par. 11; r1 par. 11]
- Routes from Qatar to Israel through United States [k6, r1 par. 11; analyst];
  to Hamas directly [r1 par. 11]
- Routes from Turkey to Israel through United States [k7, r1 par. 11; analyst];
  to Hamas directly [r1 par. 11]
- Clause duration: the plan says: open [r1 par. 5]
- Clause agenda: the plan says: naval-blockade, border-control and detainees
  [analyst]
- Clause deadline: the plan says: within 30 days [analyst]

the seven-day truce
-------------------

Of 50 pieces, 20 are in place, 6 disputed and 24 missing.

-- Disputed
- Demand of Hamas (naval-blockade: lift): asked for; left to the talks, though
  it was asked of the truce itself, and another party is against it [s15, r1
  par. 14; s11, r1 par. 12; a1, analyst]
- Demand of Hamas (border-control: lift): asked for; left to the talks, though
  it was asked of the truce itself, and another party is against it [s15, r1
  par. 14; s11, r1 par. 12; a1, analyst]
- Demand of Hamas (detainees: release): asked for; left to the talks, though it
  was asked of the truce itself, and another party is against it [s15, r1 par.
  14; s11, r1 par. 12; a1, analyst]
- Clause access: read differently. Hamas: the restrictions at sea are lifted;
  Israel: no conditions [r1 par. 12]
- Clause crossings: read differently. Hamas: the restrictions at the borders are
  lifted; Israel: no conditions [r1 par. 12]
- Clause detainees: read differently. Hamas: those arrested again this month are
  released; Israel: no conditions [r1 par. 12]

-- Missing
- Answer of Israel: no answer on record: could not be reached [s14, r1 par. 13]
- Answer of Hamas: no answer on record: would not comment [s9, r1 par. 10]
- Guarantee of the talks, by United States to Hamas: withheld; there is an
  assurance, and no guarantee [r1 par. 8; s8, r1 par. 9]
- Guarantee of the talks, by United Kingdom to Hamas: withheld; there is an
  assurance, and no guarantee [r1 par. 8; s8, r1 par. 9]
- Guarantee for Hamas, who doubts the promises of Israel: the plan rests on such
  promises, and nobody offers to stand behind them [s12, r1 par. 12]
- Talks, delegation of Israel: not settled: both sides would send delegations to
  Cairo once a lull holds, for indirect talks on a durable truce [s5, r1 par. 6]
- Talks, delegation of Hamas: not settled: both sides would send delegations to
  Cairo once a lull holds, for indirect talks on a durable truce [s5, r1 par. 6]
- Clause start: open: when declared; no day or hour is reported [r1 par. 7]
- Clause agenda: open: the blockade, and matters not named [r1 par. 2]
- Clause guarantors: none: no guarantee has been offered [r1 par. 8]
- Nothing is said of parties, command, renewal, prohibited, permitted,
  geography, forces, monitoring, reporting, commission, interim, breach,
  earlier, languages.

-- In place
- Demand of Israel (naval-blockade: keep): asked for, the analyst assumes; so it
  is today; the talks may change it [a1, analyst]
- Demand of Israel (border-control: keep): asked for, the analyst assumes; so it
  is today; the talks may change it [a1, analyst]
- Demand of Israel (detainees: hold): asked for, the analyst assumes; so it is
  today; the talks may change it [a1, analyst]
- Routes from United States to Israel directly [analyst]; to Hamas through Qatar
  (the direct channel is barred) [k6, r1 par. 11; r1 par. 11]
- Routes from United Nations to Israel through United States [k4, r1 par. 4;
  analyst]; to Hamas through United States and Qatar [k4, r1 par. 4; k6, r1 par.
  11; r1 par. 11]
- Routes from United Kingdom to Israel through Egypt [k3, r1 par. 3; analyst];
  to Hamas through Egypt, United States and Qatar [k3, r1 par. 3; k1, r1 par. 3;
  k6, r1 par. 11; r1 par. 11]
- Routes from Egypt to Israel directly [analyst]; to Hamas through United States
  and Qatar [k1, r1 par. 3; k6, r1 par. 11; r1 par. 11]
- Routes from Qatar to Israel through United States [k6, r1 par. 11; analyst];
  to Hamas directly [r1 par. 11]
- Routes from Turkey to Israel through United States [k7, r1 par. 11; analyst];
  to Hamas directly [r1 par. 11]
- Talks, host: Egypt, in Cairo [r1 par. 6]
- Clause duration: seven days [r1 par. 7]
- Clause communication: indirect talks [r1 par. 6]
- Clause venue: Cairo [r1 par. 6]
- Clause deadline: the plan says: within 7 days [r1 par. 6]

-- Wording
- "7 days" (duration) [r1 par. 2]: say who may extend it, how, until when, and
  what holds while that is being decided. Precedent: the truce of April 2022 in
  Yemen ran for two months and was extended twice by agreement of the day; no
  third extension was agreed by the day it ran out (UN Special Envoy for Yemen,
  statement of 2 October 2022).
- "when declared" (start) [r1 par. 7]: state day, hour and time zone. Precedent:
  the cessation of hostilities in Syria was set for midnight at Damascus on a
  stated day, with an hour by which each side had to confirm (S/RES/2268 (2016),
  annex).

Note: The analyst's variants are counted only; name one to see it in full.

Note: A piece is in place when the record has it; that says nothing of whether
it will hold.
$ parley pieces cases/tamira-river.yaml two-summers
Dam on the Tamira (invented): the pieces
========================================

Note: What the authors knew: an invented case, written to show the format

two dry seasons on trial
------------------------

Of 36 pieces, 16 are in place, 2 disputed and 18 missing.

-- Disputed
- Demand of Delta (filling: seven): asked for; left to the talks, and another
  party is against it [w2, comm par. 4; w3, comm par. 4]
- Clause geography: the river and the areas concerned; read differently. Upland:
  the main channel; Delta: the whole basin [comm par. 6]

-- Missing
- Answer of Upland: no answer on record
- Answer of Midland: no answer on record: could not be reached [w10, wire par.
  7]
- Answer of Delta: no answer on record
- Consent of Assembly of Delta, in Port Sal: must consent; nothing is on record
  [comm par. 4]
- Demand of Delta (dry-release: 50 or 60 m3/s): asked for; left to the talks
  [w1, comm par. 4]
- Demand of Midland (power: tenth or quarter): asked for; left to the talks [w6,
  wire par. 3]
- Guarantee of dry-release, by Basin Bank to Delta: asked for, and not offered
  [comm par. 5]
- Route from Tamira Commission to Midland: no open route on record; one would be
  there if Tamira Commission and Midland can speak
- Talks, delegation of Upland: nothing is said
- Talks, delegation of Midland: nothing is said
- Talks, delegation of Delta: nothing is said
- Clause reporting: open: figures shall be published [comm par. 3]
- Nothing is said of parties, start, renewal, prohibited, breach, earlier.

-- In place
- Demand of Delta (data: monthly or hourly): required; the plan sets it [w8,
  comm par. 4]
- Demand of Delta (filling: seven or five): asked for; so it is today; the talks
  may change it [w9, wire par. 6]
- Guarantee of the talks, by Basin Bank to Delta: offered [comm par. 5]
- Guarantee for Delta, who doubts the promises of Upland: Basin Bank offers to
  stand behind the talks [w7, wire par. 5; comm par. 5]
- Routes from Tamira Commission to Upland directly [comm par. 1]; to Delta
  directly [comm par. 2]
- Talks, host: Tamira Commission, in Port Sal [comm par. 6]
- Clause duration: two dry seasons [comm par. 6]
- Clause monitoring: the Hydrological Survey reads the gauges [comm par. 3]
- Clause communication: the plan says: indirect [comm par. 6]
- Clause agenda: the plan says: filling, dry-release, draw, data and power [comm
  par. 6]
- Clause venue: the plan says: Port Sal [comm par. 6]
- Clause deadline: the plan says: within 365 days [comm par. 6]
- Clause interim: releases will be adjusted as soon as possible in a drought
  [comm par. 6]
- Clause guarantors: the plan says: Basin Bank [comm par. 6]
- Clause languages: all three, equally valid [comm par. 6]

-- Wording
- "the areas" (geography) [comm par. 6]: name the places, or draw them on a map
  that both sides sign. Precedent: Resolution 242 speaks in English of
  territories, in French of the territories; how far it reaches has been argued
  over ever since (S/RES/242 (1967), op. par. 1).
- "shall be published" (reporting) [comm par. 3]: say who has to do it.
  Precedent: the measures agreed at Minsk provide for the withdrawal of foreign
  armed formations without saying whose they are or who withdraws them; the
  sides never agreed whom it bound (S/RES/2202 (2015), annex I, point 10).
- "will be adjusted" (interim) [comm par. 6]: say who has to do it. Precedent:
  the measures agreed at Minsk provide for the withdrawal of foreign armed
  formations without saying whose they are or who withdraws them; the sides
  never agreed whom it bound (S/RES/2202 (2015), annex I, point 10).
- "equally valid" (languages) [comm par. 6]: have the versions compared clause
  by clause by both sides, or say which one decides. Precedent: article 17 of
  the Treaty of Wuchale left a choice in one language and none in the other; the
  quarrel over it ended in war (Treaty of Wuchale (1889), art. 17).

Note: A piece is in place when the record has it; that says nothing of whether
it will hold.
#: As data.
$ parley pieces cases/ferry-strike.yaml package --json | sed -n '1,/"group": "route"/p'
{
  "parley": 1,
  "lens": "pieces",
  "case": "Northhaven ferry strike (invented)",
  "knew": "an invented case, written to show the format",
  "seed": 1,
  "selection": {
    "for": null,
    "at": null,
    "without": [],
    "without-analyst": false,
    "what-if": []
  },
  "proposals": [
    {
      "name": "package",
      "counts": {"disputed": 1, "missing": 17, "in-place": 5},
      "pieces": [
        {
          "group": "answer",
          "status": "missing",
          "subject": "Sound Ferries",
          "text": "not asked: the proposal is the analyst's",
          "sources": []
        },
        {
          "group": "answer",
          "status": "missing",
          "subject": "Deckhands' Union",
          "text": "not asked: the proposal is the analyst's",
          "sources": []
        },
        {
          "group": "consent",
          "status": "missing",
          "subject": "supervisory board of Sound Ferries, in Northhaven",
          "text": "must consent; nothing is on record",
          "sources": [{"id": null, "place": "minutes par. 2"}]
        },
        {
          "group": "consent",
          "status": "missing",
          "subject": "members' ballot of Deckhands' Union",
          "text": "must consent; nothing is on record",
          "sources": [{"id": null, "place": "minutes par. 2"}]
        },
        {
          "group": "demand",
          "status": "disputed",
          "subject": "Deckhands' Union (roster: seven-seven)",
          "text": "asked for; the plan sets eight-six, and another party is against it",
          "sources": [
            {"id": "d1", "place": "paper par. 3"},
            {"id": "d2", "place": "paper par. 4"}
          ]
        },
        {
          "group": "demand",
          "status": "in-place",
          "subject": "Deckhands' Union (night-crew: four)",
          "text": "required; the plan sets it",
          "sources": [{"id": "d5", "place": "wire par. 4"}]
        },
        {
          "group": "demand",
          "status": "missing",
          "subject": "Deckhands' Union (wage: 4 to 8 %)",
          "text": "asked for; the plan sets 3",
          "sources": [{"id": "d7", "place": "minutes par. 4"}]
        },
        {
          "group": "guarantee",
          "status": "missing",
          "subject": "for Deckhands' Union, who doubts the promises of Sound Ferries",
          "text": "the plan rests on such promises, and nobody offers to stand behind them",
          "sources": [{"id": "d10", "place": "paper par. 6"}]
        },
        {
          "group": "route",
$ parley pieces cases/ferry-strike.yaml pakage
parley: error: the case has no proposal "pakage" [option/unknown-proposal]
      = did you mean "package"?
[2]
