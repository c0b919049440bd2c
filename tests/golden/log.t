#: Events in words: a kind, what it is about, and keys. What is wrong is told with
#: what was meant, and what can't come with the command that would be next.
$ cp cases/two-shores.yaml $TMPDIR/t.yaml; cd $TMPDIR; parley log t.yaml deliver short-truce to=north at=2033-03-07T09:00Z; ls t.yaml*
parley: error: event 1: deliver of "short-truce": it can't come now; the log has no draft of it yet; possible: draft; next: parley draft CASE short-truce [log/refused]
parley: nothing was logged
t.yaml
$ cd $TMPDIR; parley log t.yaml; parley log t.yaml delivr short-truce; parley log t.yaml nothing
parley: error: t.yaml.log: No such file or directory [log/none]
      = nothing is logged yet; `parley help log` has the kinds of events
parley: error: no kind of event "delivr" (did you mean "deliver"?); `parley help log` has them all
parley: error: no kind of event "nothing"; `parley help log` has them all
[2]
$ cd $TMPDIR; parley log t.yaml draft short-truce by=envoi at=2033-03-07T09:00Z; parley log t.yaml draft short-truce more at=2033-03-07T09:00Z
parley: error: line 1: "by": the case has no actor "envoi" [log/value]
      = did you mean "envoy"?
parley: nothing was logged
parley: error: "more" has no key: draft takes KEY=VALUE behind what it is about
[2]
$ cd $TMPDIR; parley log t.yaml draft short-truce by=envoy at=2033-03-07T09:00Z text='the first of two'
Logged 1 event in t.yaml.log.
$ cd $TMPDIR; parley log t.yaml deliver short-truce to=north at=2033-03-07T09:30Z; parley log t.yaml send short-truce to=north,south by=envoy via=pilots sealed=true at=2033-03-07T10:00Z
parley: error: event 2: deliver of "short-truce": it can't come now; it is floated since 2033-03-07T09:00Z; possible: send, withdraw, supersede; next: parley send CASE short-truce north [log/refused]
parley: nothing was logged
Logged 1 event in t.yaml.log.
$ cd $TMPDIR; parley answer t.yaml short-truce north yes --at 2033-03-07T11:00Z; parley log t.yaml deliver short-truce to=north,south at=2033-03-07T11:00Z
parley: error: event 3: answer of "short-truce": it was never delivered to North Shore; it is sent since 2033-03-07T10:00Z; possible: send, deliver, study, withdraw, supersede; next: parley log CASE deliver short-truce to=north [log/refused]
parley: nothing was logged
Logged 1 event in t.yaml.log.
$ cd $TMPDIR; parley answer t.yaml short-truce north maybe --at 2033-03-07T12:00Z; parley answer t.yaml short-truce north yes --at 2033-03-07T12:00Z; parley answer t.yaml short-truce north no --at 2033-03-07T12:00Z
parley: error: line 4: "answer": "maybe" is no word for it [log/value]
      = there are: accept, reject, reply
parley: nothing was logged
parley: error: event 5: answer of "short-truce": North Shore has answered; a new version can be drafted; it is sent since 2033-03-07T10:00Z; possible: send, deliver, study, withdraw, supersede [log/refused]
parley: nothing was logged
Logged 1 event in t.yaml.log.
[1]
$ cd $TMPDIR; parley log t.yaml answer short-truce by=south answer=no at=2033-03-07T13:00Z; parley log t.yaml start short-truce at=2033-03-07T13:00Z
parley: error: event 6: start of "short-truce": it can't come now; it is closed since 2033-03-07T13:00Z; possible: withdraw, supersede; next: parley draft CASE NEW FILE --parent short-truce [log/refused]
parley: nothing was logged
Logged 1 event in t.yaml.log.
[1]
$ cd $TMPDIR; parley draft t.yaml longer --at 2033-03-07T14:00Z; parley log t.yaml draft longer content='{plan: [{lasts: 9 days}]}' parent=short-truce at=2033-03-07T14:00Z
parley: error: line 6: "proposal": the case has no proposal "longer" [log/value]
      = a new one comes with its plan: parley draft CASE longer FILE
parley: nothing was logged
Logged 1 event in t.yaml.log.
$ cd $TMPDIR; parley log t.yaml statement '{"id": "w1", "kind": "said", "by": "north", "for": "north", "about": "fire"}' at=2033-03-07T15:00Z; parley log t.yaml confer 'no hurry' by=south colour=red at=2033-03-07T15:00Z
parley: error: line 8: confer takes no key "colour" [log/unknown-key]
      = there are: at, kind, zone, by, id, source, text, visible, protect, proposal
parley: nothing was logged
Logged 1 event in t.yaml.log.
[1]
$ cd $TMPDIR; parley log t.yaml guarantee longer by=watch to=north of=ferries,fire status=offered at=2033-03-07T16:00Z; parley log t.yaml verify shots at=2033-03-07T16:00Z
parley: error: event 9: no incident "shots" was reported; possible: incident [log/refused]
parley: nothing was logged
Logged 1 event in t.yaml.log.
[1]
$ cd $TMPDIR; parley log t.yaml
{"kind": "draft", "proposal": "short-truce", "by": "envoy", "at": "2033-03-07T09:00Z", "text": "the first of two"}
{"kind": "send", "proposal": "short-truce", "to": ["north", "south"], "by": "envoy", "via": "pilots", "sealed": "true", "at": "2033-03-07T10:00Z"}
{"kind": "deliver", "proposal": "short-truce", "to": ["north", "south"], "at": "2033-03-07T11:00Z"}
{"kind": "answer", "at": "2033-03-07T12:00Z", "proposal": "short-truce", "by": "north", "answer": "accept"}
{"kind": "answer", "proposal": "short-truce", "by": "south", "answer": "reject", "at": "2033-03-07T13:00Z"}
{"kind": "draft", "proposal": "longer", "content": "{plan: [{lasts: 9 days}]}", "parent": "short-truce", "at": "2033-03-07T14:00Z"}
{"kind": "statement", "entry": {"id": "w1", "kind": "said", "by": "north", "for": "north", "about": "fire"}, "at": "2033-03-07T15:00Z"}
{"kind": "guarantee", "proposal": "longer", "by": "watch", "to": "north", "of": ["ferries", "fire"], "status": "offered", "at": "2033-03-07T16:00Z"}
$ cd $TMPDIR; parley brief t.yaml | sed -n '/First of/,/^Note/p;/^Answered/,/^$/p'; parley ask t.yaml | grep '^Off'
- First of what is on the table: "longer". Every party would gain from it in
  0.22 ±0.01 of model draws.
- In its way: South Shore refuses it most often (it gains in 0.22 ±0.01 of
  draws), and then loses most on ferries.
- Talks without any truce would leave every party better off in 0.67 ±0.01 of
  draws: what the shares above owe to talks is not to be credited to a truce.
- What next. No answer to it is on record from any party. Of the changes tried
  this one makes all accept most often: ferries is running when phase 1 starts
  (all accept in 0.27 ±0.01). Worse off than with the proposal as it is: North
  Shore by 0.003. The answer worth most is that of South Shore: would you accept
  longer?

Off the table: the short truce, closed since 2033-03-07T13:00Z.

Note: A share of model draws says how often all would gain under this model and
Answered already: North Shore yes to "the short truce", 2033-03-07T12:00Z
[short-truce answered by north, log of talks]; South Shore no to "the short
truce", 2033-03-07T13:00Z [short-truce answered by south, log of talks]. An
answer weighs on the draws with its credence, so the share beside it is neither
0 nor 1.

Off the table: the short truce, closed since 2033-03-07T13:00Z.
$ parley help log
parley log CASE [KIND [PROPOSAL] [KEY=VALUE...] | JSON...] | verify CASE | export CASE | import CASE FILE

what happened in the talks: list it, or add to it

Options of log
  --output FILE         export: write to FILE (-o FILE)
  --help                say more (-h)

Kinds of events, and what each needs and [may have]
  statement     somebody said something: an entry of the record
                  ENTRY
  contact       a meeting, a call, a message: an entry of the record
                  ENTRY
  draft         a version is on paper
                  PROPOSAL [content=PLAN] [parent=PROPOSAL]
  send          it leaves for parties, perhaps through relays
                  PROPOSAL to=PARTY,... [via=ACTOR,...] [sealed=true] [until=TIME]
  deliver       it is in a party's hands
                  PROPOSAL to=PARTY,...
  study         a party has it under study
                  PROPOSAL by=ACTOR
  answer        a party says yes, no, or replies with a draft
                  PROPOSAL by=ACTOR answer=accept|reject|reply [draft=PROPOSAL] [sealed=true]
  confer        a note of a caucus, for the desk alone
                  TEXT [proposal=PROPOSAL]
  guarantee     a guarantee is asked for, offered, withheld, withdrawn
                  [PROPOSAL] by=ACTOR of=truce|talks|ISSUE,... status=asked|offered|withheld|withdrawn [to=PARTY,...]
  declare       what all agreed to is declared, with its hour
                  PROPOSAL [starts=TIME]
  start         it begins, or its next phase does
                  PROPOSAL [phase=N]
  incident      something is reported against it
                  PROPOSAL id=NAME [clause=CLAUSE]
  dispute       a report of an incident is disputed
                  INCIDENT
  verify        a report of an incident is verified
                  INCIDENT
  extend        the phase in force ends later
                  PROPOSAL [until=TIME] [lasts=DURATION]
  lapse         it has run out
                  PROPOSAL
  break         a party has broken it off
                  PROPOSAL by=ACTOR
  withdraw      it is taken back
                  PROPOSAL
  supersede     another version takes its place
                  PROPOSAL with=PROPOSAL

Every event may have
  at=TIME zone=NAME by=ACTOR id=NAME source=SOURCE text=TEXT visible=ACTOR,... protect=true
The time is now where at= is not given; by= the mediator's desk. As JSON the same
keys are members, beside "kind"; docs/process.md has what each means.

For example
  parley log dispute.yaml confer 'no hurry' by=union at=2031-03-05T18:00+01:00
#: What has been answered may still be worth asking; the page says so.
$ cp cases/two-shores.yaml $TMPDIR/asked.yaml; cd $TMPDIR; parley log asked.yaml draft short-truce by=envoy at=2033-03-07T09:00Z; parley send asked.yaml short-truce north --at 2033-03-07T10:00Z; parley log asked.yaml deliver short-truce to=north at=2033-03-07T11:00Z; parley answer asked.yaml short-truce north yes --at 2033-03-07T12:00Z; parley ask asked.yaml | sed -n '/^- Ask.*accept/,/Route/p'
Logged 1 event in asked.yaml.log.
Logged 1 event in asked.yaml.log.
Logged 1 event in asked.yaml.log.
Logged 1 event in asked.yaml.log.
- Ask South Shore: would you accept the short truce? Worth 0.000 (chosen and
  measured on different draws: 0.000). Yes (in 0.60 of draws): all accept "the
  short truce" in 0.93. No (in 0.40 of draws): all accept "the short truce" in
  0.00. Route: the envoy → Guild of Pilots → South Shore [bulletin par. 3;
- Ask North Shore: would you accept the short truce? It has accepted this
  already, 2033-03-07T12:00Z [short-truce answered by north, log of talks]: the
  question is whether that still stands. Worth 0.000 (chosen and measured on
  different draws: 0.000). Yes (in 0.88 of draws): all accept "the short truce"
  in 0.64. No (in 0.12 of draws): all accept "the short truce" in 0.00. Route:
