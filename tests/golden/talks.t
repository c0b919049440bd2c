#: What a phase waits for and what talks need, judged against the log.
$ cp tests/golden/gates.yaml $TMPDIR/gates.yaml
$ parley log import $TMPDIR/gates.yaml tests/golden/gates.jsonl | sed 's/in .*gates/in gates/'
Logged 12 events in gates.yaml.log.
$ parley status $TMPDIR/gates.yaml --at 2033-03-03T13:00Z
gates: where the talks stand
============================

Note: Nothing later than 2033-03-03T13:00Z is used.

As of 2033-03-03T13:00Z.

proposal  state     since              waits for  next
--------  --------  -----------------  ---------  ----------------------------
p         in-force  2033-03-03T00:00Z             2033-03-05T00:00Z: one ends
q         in-force  2033-03-03T12:00Z             2033-03-05T12:00Z: calm ends

p
-

- State: in force, since 2033-03-03T00:00Z by the clock [log 2033-03-02T11:00Z]
- Phase 1 of 2, one: until 2033-03-05T00:00Z, 1 day 11 hours left [log
  2033-03-02T11:00Z]
- Then: two needs gate = ajar: the plan has not brought that about; as things
  stand it ends with this phase
- As things stand talks need fire = held: that holds with what is in force
- A: accepted, 2033-03-02T10:00Z [log 2033-03-02T10:00Z]
- B: accepted, 2033-03-02T10:00Z [log 2033-03-02T10:00Z]

q
-

- State: in force, since 2033-03-03T12:00Z by the clock [log 2033-03-02T11:00Z]
- Phase 1 of 2, calm: until 2033-03-05T12:00Z, 1 day 23 hours left [log
  2033-03-02T11:00Z]
- Then: after begins with "verify", which has not come; without it the plan ends
  with this phase
- As things stand talks need fire = held: that holds with what is in force
- A: accepted, 2033-03-02T10:00Z [log 2033-03-02T10:00Z]
- B: accepted, 2033-03-02T10:00Z [log 2033-03-02T10:00Z]

Next deadlines
--------------

- 2033-03-05T00:00Z: p, one ends [log 2033-03-02T11:00Z]
- 2033-03-05T12:00Z: q, calm ends [log 2033-03-02T11:00Z]
$ parley pieces $TMPDIR/gates.yaml --at 2033-03-03T13:00Z | sed -n '/^Where/,/^Pieces/p'
Where the talks stand
---------------------

- p: in force since 2033-03-03T00:00Z, phase 1 of 2 (one) [log
  2033-03-02T11:00Z]; two needs gate = ajar: the plan has not brought that
  about; as things stand it ends with this phase.
- q: in force since 2033-03-03T12:00Z, phase 1 of 2 (calm) [log
  2033-03-02T11:00Z]; after begins with "verify", which has not come; without it
  the plan ends with this phase.
- As things stand talks need fire = held: that holds with what is in force.

Pieces of each proposal
$ parley plans $TMPDIR/gates.yaml --at 2033-03-03T13:00Z 2>&1 | sed -n '/^Where/,/^- q/p'
Where the talks stand
---------------------

- p: in force since 2033-03-03T00:00Z, phase 1 of 2 (one) [log
  2033-03-02T11:00Z]; two needs gate = ajar: the plan has not brought that
  about; as things stand it ends with this phase.
- q: in force since 2033-03-03T12:00Z, phase 1 of 2 (calm) [log
#: The verification begins the second phase of the other plan.
$ parley log $TMPDIR/gates.yaml '{"at": "2033-03-03T14:00Z", "kind": "incident", "id": "n", "proposal": "q"}' '{"at": "2033-03-03T15:00Z", "kind": "verify", "incident": "n"}' | sed 's/in .*gates/in gates/'
Logged 2 events in gates.yaml.log.
$ parley pieces $TMPDIR/gates.yaml | sed -n '/^Where/,/^Pieces/p'
Where the talks stand
---------------------

- p: in force since 2033-03-03T00:00Z, phase 1 of 2 (one) [log
  2033-03-02T11:00Z]; two needs gate = ajar: the plan has not brought that
  about; as things stand it ends with this phase.
- q: in force since 2033-03-03T12:00Z, phase 2 of 2 (after) [log
  2033-03-02T11:00Z].
- As things stand talks need fire = held: that holds with what is in force.

Pieces of each proposal
#: With nothing in force talks need nothing.
$ parley pieces $TMPDIR/gates.yaml --at 2033-03-02T12:00Z | sed -n '/^Where/,/^Pieces/p'
Where the talks stand
---------------------

- p: declared since 2033-03-02T11:00Z [log 2033-03-02T11:00Z].
- q: declared since 2033-03-02T11:00Z [log 2033-03-02T11:00Z].

Pieces of each proposal
#: What its author takes back is no longer its word, from that hour on.
$ cd $TMPDIR; echo '{parley: 1, case: mill, sources: {r: {date: 2031-05-05}}, parties: {mill: {}, growers: {}}, issues: {sluice: {options: [shut, open], now: shut}}, proposals: {p: {by: mill, source: r par. 2, plan: [{lasts: open, terms: {sluice: open}}]}}}' >mill.yaml; parley record mill.yaml | grep -A2 '^proposes'
proposes p  2031-05-05  mill                 0.70  [p by mill, r par. 2]

Changes of position
$ cd $TMPDIR; parley log mill.yaml '{"at": "2031-05-08T10:00Z", "kind": "draft", "by": "mill", "proposal": "p"}' '{"at": "2031-05-09T10:00Z", "kind": "withdraw", "by": "mill", "proposal": "p"}' && parley record mill.yaml | sed -n '/^Changes/,/^Contra/p'; parley record mill.yaml --at 2031-05-08 | grep '^proposes'
Logged 2 events in mill.yaml.log.
Changes of position
-------------------

- mill on 2031-05-05: proposes p [p by mill, r par. 2]; on 2031-05-09T10:00Z:
  takes back p [p withdrawn by mill, log of talks].

Contradictions
proposes p  2031-05-05  mill                 0.70  [p by mill, r par. 2]
