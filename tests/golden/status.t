#: From the record alone: an initiative turned down, an offer on its way.
$ parley status cases/cairo-2014.yaml
Cairo, July 2014: where the talks stand
=======================================

Note: What the authors knew: one news report, as of 24 July 2014; its authors
knew the outcome, so this is a demonstration and not evidence

As of 2014-07-24.

the Egyptian initiative
-----------------------

- State: rejected, put forward by Egypt [r1 par. 5]
- Hamas: rejected; turned the Egyptian initiative down (2014-07-17) [s3, r1 par.
  5]

the seven-day truce
-------------------

- Under discussion: sent, put forward by United States, United Nations, United
  Kingdom [r1 par. 9]
- United States: status; more work is needed (2014-07-24) [s2, r1 par. 4]
- United States and United Kingdom to Hamas: assurance; serious talks will
  follow if the pause is kept (2014-07-24) [s8, r1 par. 9]
- Hamas: no comment; its officials would not comment for now (2014-07-24) [s9,
  r1 par. 10]
- Israel and Hamas: status; not everything is in place yet (2014-07-24) [s10, r1
  par. 12]
- Israel: not reached; Israeli officials could not be reached for now
  (2014-07-24) [s14, r1 par. 13]
- Guarantee of the talks by United States to Hamas: withheld [r1 par. 8]
- Guarantee of the talks by United Kingdom to Hamas: withheld [r1 par. 8]
- Disputed: demand Hamas (naval-blockade: lift) [s15, r1 par. 14; s11, r1 par.
  12; a1, analyst]; demand Hamas (border-control: lift) [s15, r1 par. 14; s11,
  r1 par. 12; a1, analyst]; demand Hamas (detainees: release) [s15, r1 par. 14;
  s11, r1 par. 12; a1, analyst]; clause access [r1 par. 12]; clause crossings
  [r1 par. 12]; clause detainees [r1 par. 12]
- Missing: answer Israel [s14, r1 par. 13]; answer Hamas [s9, r1 par. 10];
  guarantee of the talks, by United States to Hamas [r1 par. 8; s8, r1 par. 9];
  guarantee of the talks, by United Kingdom to Hamas [r1 par. 8; s8, r1 par. 9];
  guarantee for Hamas, who doubts the promises of Israel [s12, r1 par. 12];
  talks delegation of Israel [s5, r1 par. 6]; talks delegation of Hamas [s5, r1
  par. 6]; clause start [r1 par. 7]; clause agenda [r1 par. 2]; clause
  guarantors [r1 par. 8]

Messages and other guarantees
-----------------------------

- United States to Hamas through intermediaries the report does not name: the
  offer of a humanitarian truce (2014-07-24) [k5, r1 par. 9]

Next deadlines
--------------

None is set.
#: A week earlier little of this was known.
$ parley status cases/cairo-2014.yaml --at 2014-07-17
Cairo, July 2014: where the talks stand
=======================================

Note: What the authors knew: one news report, as of 24 July 2014; its authors
knew the outcome, so this is a demonstration and not evidence

Note: Nothing later than 2014-07-17 is used.

As of 2014-07-17.

the Egyptian initiative
-----------------------

- State: rejected, put forward by Egypt [r1 par. 5]
- Hamas: rejected; turned the Egyptian initiative down (2014-07-17) [s3, r1 par.
  5]

the seven-day truce
-------------------

- Under discussion: sent, put forward by United States, United Nations, United
  Kingdom [r1 par. 9]
- Guarantee of the talks by United States to Hamas: withheld [r1 par. 8]
- Guarantee of the talks by United Kingdom to Hamas: withheld [r1 par. 8]
- Disputed: clause access [r1 par. 12]; clause crossings [r1 par. 12]; clause
  detainees [r1 par. 12]
- Missing: answer Israel; answer Hamas; guarantee of the talks, by United States
  to Hamas [r1 par. 8]; guarantee of the talks, by United Kingdom to Hamas [r1
  par. 8]; route United States to Hamas [r1 par. 9; r1 par. 11]; route United
  Nations to Israel; route United Nations to Hamas; route United Kingdom to
  Israel; route United Kingdom to Hamas; route Egypt to Hamas; route Qatar to
  Israel; route Turkey to Israel; talks delegation of Israel; talks delegation
  of Hamas; clause start [r1 par. 7]; clause agenda [r1 par. 2]; clause
  guarantors [r1 par. 8]

Next deadlines
--------------

None is set.
#: As one party may see it.
$ parley status cases/tamira-river.yaml --for upland
Dam on the Tamira (invented): where the talks stand
===================================================

Note: What the authors knew: an invented case, written to show the format

Note: Only what Upland may see is used.

As of 2033-06-20.

two dry seasons on trial
------------------------

- Under discussion: floated, put forward by Tamira Commission [comm par. 6]
- Midland: not reached (2033-06-19) [w10, wire par. 7]
- Guarantee of dry-release by Basin Bank to Delta: asked for [comm par. 5]
- Guarantee of the talks by Basin Bank to Delta: offered [comm par. 5]
- Disputed: demand Delta (filling: seven) [w2, comm par. 4; w3, comm par. 4];
  clause geography [comm par. 6]
- Missing: answer Upland; answer Midland [w10, wire par. 7]; answer Delta;
  consent Assembly of Delta, in Port Sal [comm par. 4]; demand Delta
  (dry-release: 50 or 60 m3/s) [w1, comm par. 4]; demand Midland (power: tenth
  or quarter) [w6, wire par. 3]; guarantee of dry-release, by Basin Bank to
  Delta [comm par. 5]; route Tamira Commission to Midland; talks delegation of
  Upland; talks delegation of Midland; talks delegation of Delta; clause
  reporting [comm par. 3]

Next deadlines
--------------

None is set.
#: A proposal with an author is put forward, also where no status is given.
$ parley status cases/depot-strike.yaml | head -9
Strike at the bus depot (invented): where the talks stand
=========================================================

As of 2031-05-06.

a pause with talks
------------------

- Put forward by the arbitration office [post par. 8]
