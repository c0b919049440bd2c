#: Asked one thing after the other; a wrong answer is asked for again, < goes
#: back, and where the answers end the file has what there is.
$ cd $TMPDIR; printf '%s\n' 'A ferry' 2031-05-06 'The Post, 2031-05-05' 'Ferry line' 'Ferry line, Crews' 'Court' all pay '0, 3, 6' '' line strike 'on, off' off '<' '' crew '' Pause cort court 'strike off' '3 weeks' pay '' '' 'crews demand pay 6' 'crews wish pay 3' 'Ms Okafor for line refuses pay 6, par. 4' '' '' | parley new ferry.yaml --ask 2>&1; cat ferry.yaml; parley check ferry.yaml; rm ferry.yaml
Enter alone: not known, or no more. < goes back. Ctrl-D ends, and what
there is gets written. Names may be shortened.

What is the dispute called? A ferry
As of which day? 2031-05-06 or so [today] 2031-05-06
Where is it from? A paper and its date, minutes, ... [Own notes] The Post, 2031-05-05
Whose yes is needed? With commas: Ferry line
  A case has two or more.
Whose yes is needed? With commas: Ferry line, Crews
Who mediates? Court
Whom does Court speak to? Names, or all: all
What has to be settled? What somebody may stop or start counts, too.
Issue 1, in a word or two: pay
  What could be agreed, in order? With commas: 0, 3, 6
  How is it today? [0] 
  Who carries it out? line
Issue 2, or Enter: strike
  What could be agreed, in order? With commas: on, off
  How is it today? [on] off
  Who carries it out? <
  How is it today? [on] 
  Who carries it out? crew
Issue 3, or Enter: 
What is on the table?
Proposal 1, its name: Pause
  Who put it forward? cort
proposal:1:11: error: no party or other "cort" [case/unknown-actor]
    1 | Pause: by cort
      |           ^~~~
      = did you mean "Court"?
  Who put it forward? court
  What is done? As in pay 3: strike off
  For how long? As in 3 weeks [for good] 3 weeks
  Talks meanwhile, on what? Issues, or all: pay
  If they fail: all as before, or does it stay? [before] 
Proposal 2, or Enter: 
Who said what? For example:
  Ferry line demands pay 3
  Ms Lee for Ferry line refuses pay 3, par. 4
Or: requires, offers (... for ...), values (... over ...), prefers (... over ...),
accepts, rejects (a proposal), doubts (somebody), says (anything).
Said 1, or Enter: crews demand pay 6
Said 2, or Enter: crews wish pay 3
said:1:1: error: this says not who demands, requires, refuses, offers, prefers, values, accepts, rejects, withdraws, doubts or says what [plain/words]
    1 | crews wish pay 3
      | ^~~~~~~~~~~~~~~~
Said 2, or Enter: Ms Okafor for line refuses pay 6, par. 4
Said 3, or Enter: 
What do you assume that nobody said? In the same words, and how sure you are,
from 0.5 to 0.99, behind a comma.
Assumed 1, or Enter: 
Next:
  parley check ferry.yaml
  parley brief ferry.yaml --html ferry.html
parley: 1
case: A ferry
# docs/case-format.md describes everything that may stand here.

# The day whose state this is (default: the latest date below).
as-of: 2031-05-06

# Where each statement is from; grade A (reliable) to F.
sources:
  post: {title: The Post, date: 2031-05-05}

# Whose acceptance is needed.
parties:
  ferry-line: {name: Ferry line}
  crews: {name: Crews}

# Everyone else: lead, mediator, host, relay, guarantor, monitor, ally, spoiler.
others:
  court: {name: Court, roles: [mediator]}

# Who speaks for whom.
people:
  ms-okafor: {name: Ms Okafor, of: ferry-line, office: official}

# Who can speak to whom: open, barred or unknown.
channels:
  - {between: [court, ferry-line], state: open, source: post}
  - {between: [court, crews], state: open, source: post}

# What is negotiated, what could be agreed, and what holds now.
# `scale: true` if the options lie on a line; `by: PARTY` who carries it out.
issues:
  pay: {options: [0, 3, 6], scale: true, now: 0, by: ferry-line}
  strike: {options: ["on", "off"], now: "on", by: crews}

# Who said what: prefer, matters, demand, require, refuse, offer, trade, accept,
# reject, doubt. An assumption of your own: source: analyst, with a credence.
record:
  - {id: s1, by: crews, for: crews, kind: demand, about: {pay: 6},
     source: post}
  - {id: s2, by: ms-okafor, for: ferry-line, kind: refuse, about: {pay: 6},
     source: post par. 4}

# What is on the table, phase by phase; talks may follow in the last one.
proposals:
  pause:
    name: Pause
    by: court
    source: post
    plan:
      - {terms: {strike: "off"}, lasts: 3 weeks,
         talks: {"on": pay, fail: resume}}
A ferry
=======

No problems.

In the case: 2 parties, 1 other, 1 person, 1 source, 2 issues, 2 entries, 1
proposal.

With a source: 10. Assumptions of the analyst: 0. With no source: 12.

check --strict lists those without.
$ cd $TMPDIR; printf '%s\n' 'Half known' '' '' 'North, South' '' 'water' | parley new half.yaml --ask >/dev/null; grep -v '^#' half.yaml | sed '/as-of/d; s/date: [-0-9]*/date: DATE/'; parley check half.yaml | head -4; rm half.yaml
parley: 1
case: Half known


sources:
  own-notes: {title: Own notes, date: DATE}

parties:
  north: {name: North}
  south: {name: South}



issues:
  water: {options: [now, changed], now: now}


Half known
==========

No problems.
#: In a script options say the same.
$ parley new - --as-of 2031-05-06 --party North --party South --issue 'water: 8, 12, 16; by South' --proposal 'Relief: water 12 for 2 weeks' --said 'North demands water 16' --assumed 'South prefers water 8 over water 16, 0.9' | sed -n '/^issues/,$p'
issues:
  water: {options: [8, 12, 16], scale: true, now: 8, by: south}

# Who said what: prefer, matters, demand, require, refuse, offer, trade, accept,
# reject, doubt. An assumption of your own: source: analyst, with a credence.
record:
  - {id: s1, by: north, for: north, kind: demand, about: {water: 16},
     source: own-notes}
  - {id: a1, for: south, kind: prefer, about: {water: 8}, over: {water: 16},
     source: analyst, credence: 0.9}

# What is on the table, phase by phase; talks may follow in the last one.
proposals:
  relief:
    name: Relief
    plan:
      - {terms: {water: 12}, lasts: 2 weeks}
$ parley new - --party North --party South --issue 'water: 8, 12, 16' --said 'Nroth demands water 16' --said 'South refuses water 10'
said:1:1: error: no person, party or other "Nroth" [case/unknown-speaker]
    1 | Nroth demands water 16
      | ^~~~~
      = did you mean "North"?
said:1:21: error: issue "water" has no option "10" [case/unknown-option]
    1 | South refuses water 10
      |                     ^~
      = did you mean "12"?
[2]
