#: Words of the command line that are wrong, and what the answer suggests.
$ parley --version
parley 0.1.0
$ parley help nothing
parley: error: there is no lens or command "nothing"; parley help lists them
[2]
$ parley rute cases/cairo-2014.yaml
parley: error: there is no lens or command "rute"; did you mean "route"?
[2]
$ parley cases/cairo-2014.yaml
parley: error: which question? try parley brief cases/cairo-2014.yaml, or see parley help
[2]
$ parley route
parley: error: route needs a case: parley route CASE FROM TO
[2]
$ parley route cases/cairo-2014.yaml us
parley: error: route needs FROM TO after the case [option/operands]
[2]
$ parley route cases/cairo-2014.yaml us hamsa
parley: error: no party, other or person "hamsa" in this case [route/unknown-actor]
      = did you mean "hamas"?
[1]
$ parley route cases/cairo-2014.yaml us hamas --drawz 4
parley: error: there is no option --drawz; did you mean --draws?
[2]
$ parley route cases/cairo-2014.yaml us hamas --draws many
parley: error: --draws: "many" is not a whole number from 1 to 10000000 [option/value]
[2]
$ parley route cases/cairo-2014.yaml us hamas --draws
parley: error: --draws needs a value: N
[2]
$ parley route cases/cairo-2014.yaml us hamas --json=yes
parley: error: --json takes no value
[2]
$ parley route cases/cairo-2014.yaml us hamas --format jsno
parley: error: there is no format "jsno"; there are: text, json, md, csv, html, svg, ics
[2]
$ parley route cases/cairo-2014.yaml us hamas --at yesterday
parley: error: --at: "yesterday" is not a time [option/value]
      = write 2014-07-24 or 2014-07-24T18:00+03:00
[2]
$ parley route cases/cairo-2014.yaml us hamas --for frence
parley: error: --for: the case has no actor "frence" [option/unknown-actor]
      = there are: israel, hamas, us, un, uk, egypt, qatar, turkey, pa
[2]
$ parley route cases/cairo-2014.yaml us hamas --without k99
parley: error: --without: the record has no entry "k99" [option/unknown-entry]
[2]
$ parley route cases/cairo-2014.yaml us hamas -o /nonexistent/file
parley: error: can't write /nonexistent/file: No such file or directory
[3]
$ parley route cases/cairo-2014.yaml us hamas >/dev/full
parley: error: can't write standard output: No space left on device
[3]
$ parley route --help | head -n 3
parley route CASE FROM TO [options]

how can one side reach another, and through whom?
#: Commands have the help that lenses have, by whichever way it is asked for.
$ parley help answer
parley answer CASE PROPOSAL PARTY accept|reject|reply [--sealed]

log a party's answer to a proposal

Options of answer
  --sealed              no other party sees it until all have said yes
  --draft PROPOSAL      of a reply: the party's own draft
  --at TIME             when it happened (default: now)
  --zone NAME           the time zone, as Europe/Rome
  --by ACTOR            whose act it is (default: the mediator's desk)
  --id NAME             a name to cite it by
  --source SOURCE       where it is reported
  --text TEXT           a remark
  --visible ACTOR       who may see it (several times; default: all)
  --help                say more (-h)

For example
  parley answer dispute.yaml pause union accept --at 2031-03-06T15:00+01:00 --text 'by 31 to 4'
$ for c in check add read confirm new import export log draft send answer calibrate score; do parley help $c | grep -c '^  --help ' | grep -vx 1; parley help $c | sed '/^For example/q' >$TMPDIR/a; parley $c --help | sed '/^For example/q' | cmp - $TMPDIR/a; parley help $c | sed -n '/^For example/{n;p}' | cut -c1-40; done
  parley check dispute.yaml --strict
  parley add dispute.yaml '{id: s9, kind
  parley read report.txt --date 2031-03-
  parley confirm dispute.yaml drafts.yam
  parley new mine.yaml
  parley import elmira.gmcr -o elmira.ya
  parley export market.yaml --as genius 
  parley log dispute.yaml confer 'no hur
  parley draft dispute.yaml pause --by c
  parley send dispute.yaml pause union c
  parley answer dispute.yaml pause union
  parley calibrate truces.csv --figures 
  parley score predictions.csv outcomes.
$ parley help --man | sed -n '/^.It Cm confirm/,/^.It Cm new/p'
.It Cm confirm Ar "CASE DRAFTS [\-\-all] [\-\-only ID,\&.\&.\&.]"
take drafts into the record, one after the other
.Bl -tag -width Ds
.It Fl \-all
accept every draft that lacks nothing
.It Fl \-only Ar "ID,\&.\&.\&."
accept these drafts, ask nothing
.El
.Dl "parley confirm dispute\&.yaml drafts\&.yaml \-\-only post2\-1"
.It Cm new Ar "FILE [\-\-ask | \-\-title T \-\-party NAME\&.\&.\&. \-\-issue ""NAME: A, B""\&.\&.\&.]"
#: What the shells ask: names, options and values, each with what it means.
$ parley complete sta
status	where is each offer now, what is pending, what does the clock say?
stability	once there, would anyone move away?
$ parley complete brief cases/tamira-river.yaml --for ''
upland	parties
midland	parties
delta	parties
commission	others
bank	others
survey	others
$ parley complete plans cases/tamira-river.yaml --draws 10 t
two-summers	proposals
$ parley complete plans cases/tamira-river.yaml --without a
analyst	all assumptions
a1	entries
a2	entries
$ parley complete brief cases/tamira-river.yaml --format j
json	every number in full, stable keys
$ parley complete answer cases/tamira-river.yaml two-summers delta ''
accept	
reject	
reply	
$ parley complete send cases/tamira-river.yaml --v
--via	a relay on the way (several times, in order)
--visible	who may see it (several times; default: all)
$ parley complete brief cases/no-such-file.yaml --for ''
$ parley complete no-such-lens a
