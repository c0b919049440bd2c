#: The record: positions by party, what changed, what is said twice, silence.
$ parley record cases/ferry-strike.yaml
Northhaven ferry strike (invented): the record
==============================================

Note: What the authors knew: an invented case, written to show the format

The record up to 2031-03-14 has 14 statements and 2 contacts, from 4 sources. Of
what is said about the parties, 11 are their own word, 0 reported by others, 1
assumed by the analyst. 1 proposal of a party's own is taken as its word too.

Who holds what now
------------------

The likelihood comes from the source's grade and the speaker unless the case
gives one; it is an assumption.
position           since       on whose word      likelihood  source
-----------------  ----------  -----------------  ----------  ------------------
Sound Ferries
refuses roster:    2031-03-12  Ada Berg, in             0.85  [d2, paper par. 4]
  seven-seven                    public
offers wage: 3 %,  2031-03-14  Ada Berg, in             0.95  [d8, minutes par.
  work: normal                   public                         5]
proposes the       2031-03-09  Sound Ferries            0.78  [flat-rise by
  company's first                                               company, wire
  offer                                                         par. 3]

Deckhands' Union
demands roster:    2031-03-12  Ove Lund, in             0.85  [d1, paper par. 3]
  seven-seven                    public
cares more for     2031-03-12  a shop steward           0.71  [d3, paper par. 5]
  roster than for
  wage
cares more for     2031-03-13  a shop steward           0.71  [d4, wire par. 5]
  roster than for
  wage
will not agree     2031-03-13  Ove Lund, in             0.85  [d5, wire par. 4]
  without                        public
  night-crew:
  four
rejects the        2031-03-13  Ove Lund, in             0.85  [d6, wire par. 3]
  company's first                public
  offer
demands wage: 4    2031-03-14  Ove Lund, in             0.95  [d7, minutes par.
  to 8 %                         public                         4]
would give work:   2031-03-14  Ove Lund                 0.95  [d9, minutes par.
  normal, wage: 3                                               6]
  % in return for
  roster:
  eight-six,
  night-crew:
  four
doubts the         2031-03-12  Ove Lund, in             0.85  [d10, paper par.
  promises of                    public                         6]
  Sound Ferries
offers             2031-03-12  Ove Lund, in             0.85  [d13, paper par.
  island-line:                   public                         7]
  daily
prefers work:      2031-03-14  assumed by the           0.85  [a1, analyst]
  normal over                    analyst
  work: strike

Changes of position
-------------------

- Deckhands' Union on 2031-03-12: demands wage: 6 to 8 % [d1, paper par. 3]; on
  2031-03-14: demands wage: 4 to 8 % [d7, minutes par. 4].

Demands that have changed
who                     since       position        note
----------------------  ----------  --------------  --------------------
Deckhands' Union: wage  2031-03-12  wage: 6 to 8 %  [d1, paper par. 3]
                        2031-03-14  wage: 4 to 8 %  [d7, minutes par. 4]

Contradictions
--------------

None that can be seen without a model; `belief` looks for statements that hardly
go together.

Said more than once
-------------------

- 2 statements say the same [d3, paper par. 5; d4, wire par. 5], through 2
  chains of sources that share no link the record names.

Who has spoken, and of what
---------------------------

- Sound Ferries: 2 own, 0 reported, 0 assumed, 1 own proposal. It last spoke for
  itself on 2031-03-14 [d8, minutes par. 5]. It would not comment [d11, wire
  par. 7]. It has no answer on record to the court's three weeks. Its
  preferences are given by the case.
- Deckhands' Union: 9 own, 0 reported, 1 assumed. It last spoke for itself on
  2031-03-14 [d9, minutes par. 6]. It has no answer on record to the court's
  three weeks.

Note: Silence is listed here; it proves nothing.

What else was said
------------------

- 2031-03-13, Ada Berg does not comment on the court's three weeks [d11, wire
  par. 7]
- 2031-03-14, Ines Roth, on the court's three weeks: to be put to the members
  [d12, minutes par. 8]

Contacts in time
----------------

when        who                     what for                source
----------  ----------------------  ----------------------  --------------------
2031-03-12  message: Council of     asks for the island     [m2, paper par. 7]
              the Islands and         sailings
              Deckhands' Union
2031-03-14  meeting: Ada Berg, Ove  conciliation            [m1, minutes par. 1]
              Lund and Ines Roth,
              Northhaven

Who can speak to whom
---------------------

Channels listed or seen in contacts
between           and                     channel  note
----------------  ----------------------  -------  --------------
Sound Ferries     Deckhands' Union        open     minutes par. 1
Sound Ferries     Labour Court            open     minutes par. 1
Sound Ferries     Council of the Islands  barred   paper par. 7
Deckhands' Union  Labour Court            open     minutes par. 1
Deckhands' Union  Council of the Islands  open     paper par. 7
Labour Court      Labour Ministry         open     wire par. 6
#: Two positions side by side; what the commission alone may see.
$ parley record cases/tamira-river.yaml --for delta | sed -n '/Contradictions/,$p'
Contradictions
--------------

- Delta: two positions stand side by side [w2, comm par. 4; w9, wire par. 6].

Who has spoken, and of what
---------------------------

- Upland: 1 own, 0 reported, 0 assumed. It last spoke for itself on 2033-06-18
  [w3, comm par. 4]. It has no answer on record to two dry seasons on trial. Its
  preferences are given by the case.
- Midland: 3 own, 0 reported, 1 assumed. It last spoke for itself on 2033-06-19
  [w12, wire par. 3]. It could not be reached [w10, wire par. 7]. It has no
  answer on record to two dry seasons on trial. Nothing is said of what it wants
  on filling, dry-release and data.
- Delta: 4 own, 1 reported, 1 assumed. It last spoke for itself on 2033-06-19
  [w7, wire par. 5]. It has no answer on record to two dry seasons on trial.
  Nothing is said of what it wants on draw and power. Only the analyst speaks of
  what it wants on flood-warning.

Note: Silence is listed here; it proves nothing.

What else was said
------------------

- 2033-06-19, an unnamed speaker could not be reached about two dry seasons on
  trial [w10, wire par. 7]
- 2033-06-18, Hydrological Survey, on monitoring: gauges could stand within a
  month [w11, comm par. 3]

Contacts in time
----------------

when        who                                      what for  source
----------  ---------------------------------------  --------  -----------------
2033-06-17  meeting: Minister Oro and Ambassador               [n1, wire par. 2]
              Venn, Lakeside

Relations between actors
------------------------

- Basin Bank is said to have influence on Upland (lends for the turbines) [comm
  par. 5]

Who can speak to whom
---------------------

Channels listed or seen in contacts
between  and                channel  note
-------  -----------------  -------  -----------
Upland   Midland            open     wire par. 3
Upland   Delta              barred   wire par. 4
Upland   Tamira Commission  open     comm par. 1
Upland   Basin Bank         open     comm par. 5
Delta    Tamira Commission  open     comm par. 2

- Without Tamira Commission no open way is left between Upland and Delta.
$ parley record cases/cairo-2014.yaml --json | sed -n '/"coverage"/,/"statements"/p'
  "coverage": {
    "israel": {
      "own": 0,
      "reported": 2,
      "proposed": 0,
      "assumed": 2,
      "last-own": null,
      "no-comment": [],
      "unreachable": ["s14"],
      "pending": ["s5"],
      "silent-on": [],
      "only-assumed-on": ["fighting"],
      "unanswered": ["egyptian-initiative", "humanitarian-truce"]
    },
    "hamas": {
      "own": 2,
      "reported": 3,
      "proposed": 0,
      "assumed": 1,
      "last-own": "s15",
      "no-comment": ["s9"],
      "unreachable": [],
      "pending": ["s5"],
      "silent-on": [],
      "only-assumed-on": ["fighting"],
      "unanswered": ["humanitarian-truce"]
    }
  },
  "statements": [
