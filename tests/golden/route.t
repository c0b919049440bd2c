#: A barred channel and two ways round it.
$ parley route cases/cairo-2014.yaml us hamas
From United States to Hamas
===========================

Note: What the authors knew: one news report, as of 24 July 2014; its authors
knew the outcome, so this is a demonstration and not evidence

United States and Hamas have no direct channel: it is barred (the offer went
through intermediaries) [r1 par. 9].

Open routes
-----------

- United States → Qatar (seen on 2014-07-24) [k6, r1 par. 11] → Hamas [r1 par.
  11]
- United States → Turkey (seen on 2014-07-24) [k7, r1 par. 11] → Hamas [r1 par.
  11]

Routes that need one channel nobody has confirmed
-------------------------------------------------

Each of these would work if the channel marked with a question mark proved to be
open; worth a question where the open routes are few.

- United States → United Nations (seen on 2014-07-24) [k4, r1 par. 4] …? Hamas
  (not on record)
- United States → Egypt (seen on 2014-07-24) [k1, r1 par. 3] …? Hamas (not on
  record)

Note: Contact with, or help to, a group that somebody has designated may be
regulated where you are. Parley gives no legal advice.
#: A person stands for who they are of; somebody on every route.
$ parley route cases/cairo-2014.yaml israel mashaal
From Israel to Hamas
====================

Note: What the authors knew: one news report, as of 24 July 2014; its authors
knew the outcome, so this is a demonstration and not evidence

Israel and Hamas have no direct channel: it is barred (the talks in Cairo are to
be indirect) [r1 par. 6].

Warning: Every open route passes through United States. If that intermediary
cannot or will not carry a message, none gets through by the channels on record.

Open routes
-----------

- Israel → United States [analyst] → Qatar (seen on 2014-07-24) [k6, r1 par. 11]
  → Hamas [r1 par. 11]
- Israel → United States [analyst] → Turkey (seen on 2014-07-24) [k7, r1 par.
  11] → Hamas [r1 par. 11]
- Israel → Egypt [analyst] → United States (seen on 2014-07-24) [k1, r1 par. 3]
  → Qatar (seen on 2014-07-24) [k6, r1 par. 11] → Hamas [r1 par. 11]
- Israel → Egypt [analyst] → United States (seen on 2014-07-24) [k1, r1 par. 3]
  → Turkey (seen on 2014-07-24) [k7, r1 par. 11] → Hamas [r1 par. 11]
- Israel → Egypt [analyst] → United Nations (seen on 2014-07-24) [k2, r1 par. 3]
  → United States (seen on 2014-07-24) [k4, r1 par. 4] → Qatar (seen on
  2014-07-24) [k6, r1 par. 11] → Hamas [r1 par. 11]
- Israel → Egypt [analyst] → United Nations (seen on 2014-07-24) [k2, r1 par. 3]
  → United States (seen on 2014-07-24) [k4, r1 par. 4] → Turkey (seen on
  2014-07-24) [k7, r1 par. 11] → Hamas [r1 par. 11]

Routes that need one channel nobody has confirmed
-------------------------------------------------

Each of these would work if the channel marked with a question mark proved to be
open; worth a question where the open routes are few.

- Israel …? Qatar (not on record) → Hamas [r1 par. 11]
- Israel …? Turkey (not on record) → Hamas [r1 par. 11]
- Israel → Egypt [analyst] …? Hamas (not on record)
- Israel → Egypt [analyst] …? Qatar (not on record) → Hamas [r1 par. 11]
- Israel → Egypt [analyst] …? Turkey (not on record) → Hamas [r1 par. 11]
- Israel → United States [analyst] → United Nations (seen on 2014-07-24) [k4, r1
  par. 4] …? Hamas (not on record)
- Israel → Egypt [analyst] → United Kingdom (seen on 2014-07-24) [k3, r1 par. 3]
  …? Hamas (not on record)

Note: Contact with, or help to, a group that somebody has designated may be
regulated where you are. Parley gives no legal advice.
$ parley route cases/ferry-strike.yaml islands company --json
{
  "parley": 1,
  "lens": "route",
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
  "from": "islands",
  "to": "company",
  "direct": {
    "from": "company",
    "to": "islands",
    "state": "barred",
    "cost": 1,
    "source": "paper par. 7",
    "seen": null,
    "seen-on": null,
    "why": "the company has stopped answering the council's letters"
  },
  "routes": [],
  "unknown-routes": [
    {
      "links": 2,
      "cost": 2,
      "through": ["court"],
      "steps": [
        {
          "from": "islands",
          "to": "court",
          "state": "unknown",
          "cost": 1,
          "source": null,
          "seen": null,
          "seen-on": null,
          "why": null
        },
        {
          "from": "court",
          "to": "company",
          "state": "open",
          "cost": 1,
          "source": "minutes par. 1",
          "seen": "m1",
          "seen-on": "2031-03-14",
          "why": null
        }
      ]
    },
    {
      "links": 3,
      "cost": 3,
      "through": ["ministry", "court"],
      "steps": [
        {
          "from": "islands",
          "to": "ministry",
          "state": "unknown",
          "cost": 1,
          "source": null,
          "seen": null,
          "seen-on": null,
          "why": null
        },
        {
          "from": "ministry",
          "to": "court",
          "state": "open",
          "cost": 1,
          "source": "wire par. 6",
          "seen": null,
          "seen-on": null,
          "why": null
        },
        {
          "from": "court",
          "to": "company",
          "state": "open",
          "cost": 1,
          "source": "minutes par. 1",
          "seen": "m1",
          "seen-on": "2031-03-14",
          "why": null
        }
      ]
    }
  ],
  "indispensable": []
}
#: Names that are not known.
$ parley route cases/cairo-2014.yaml isreal us
parley: error: no party, other or person "isreal" in this case [route/unknown-actor]
      = did you mean "israel"?
[1]
$ parley route cases/cairo-2014.yaml diplomat-1 us
parley: error: the case does not say who "diplomat-1" is of [route/no-affiliation]
[1]
$ parley route cases/cairo-2014.yaml hamas mashaal
parley: error: "hamas" and "mashaal" are one and the same side [route/same-actor]
[1]
