# SPDX-License-Identifier: Apache-2.0
# complete.zsh FOLDER: see run_zsh.sh; FOLDER has the command.
zmodload zsh/zpty
zmodload zsh/zselect
scratch=$1
found=$scratch/found
integer failures=0


# A shell in which Tab completes, and what it may choose from is kept.
cat >$scratch/.zshrc <<TEXT
PS1=; unsetopt zle_bracketed_paste 2>/dev/null; unset zle_bracketed_paste
path=($scratch \$path); fpath=($PWD/data/complete \$fpath)
autoload -U compinit; compinit -D -u
compadd() {
    if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "\$@"; return; fi
    local -a hits
    builtin compadd -O hits "\$@"
    print -rl -- \$hits >>$found
    builtin compadd "\$@"
}
bindkey '^I' complete-word
done-typing() { print done >$scratch/done }
zle -N done-typing; bindkey '^G' done-typing
print ready >$scratch/ready
TEXT

wait_for() { # FILE: for ten seconds at most
    integer i
    for ((i = 0; i < 1000; i++)) { [[ -s $1 ]] && return; zselect -t 1 }
    zpty -r -t shell said; print "no ${1:t} from zsh: $said"; exit 1
}

# expect LINE WORD...: all WORDs are offered for the end of LINE, and with a
# last WORD of `only` nothing else.
expect() {
    local line=$1; shift
    rm -f $found $scratch/done
    zpty -w -n shell $line$'\t\a'
    wait_for $scratch/done
    local -aU offered=(${(f)"$(cat $found 2>/dev/null)"})
    local word
    for word ($@) {
        if [[ $word == only ]]; then
            (( ${#offered} == $# - 1 )) && continue
        elif (( ${offered[(Ie)$word]} )); then
            continue
        fi
        print "\"$line\": $word is missing in ${(j:, :)offered}"
        failures+=1
    }
    zpty -w -n shell $'\x15'
}

zpty shell "ZDOTDIR=$scratch TERM=dumb zsh -i"
wait_for $scratch/ready
expect 'parley bri' brief only
expect 'parley ' brief plans deals check
expect 'parley brief --fo' --for --format
expect 'parley brief cases/cairo-2014.yaml --format h' html only
expect 'parley plans cases/cairo-2014.yaml human' humanitarian-truce
expect 'parley plans cases/cairo-2014.yaml ' egyptian-initiative humanitarian-truce
expect 'parley route cases/cairo-2014.yaml ham' hamas only
expect 'parley brief cases/cairo' cairo-2014.yaml
zpty -d shell
(( failures )) || print 'PASS: completion in zsh'
exit $((failures > 0))
