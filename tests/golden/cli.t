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
--via	
$ parley complete brief cases/no-such-file.yaml --for ''
$ parley complete no-such-lens a
