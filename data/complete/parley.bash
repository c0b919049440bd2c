# bash completion of parley: the command itself says what can come next.
_parley() {
    local line word=${COMP_WORDS[COMP_CWORD]}
    local IFS=$'\n'
    COMPREPLY=()
    while IFS= read -r line; do
        COMPREPLY+=("${line%%$'\t'*}")
    done < <("${COMP_WORDS[0]}" complete "${COMP_WORDS[@]:1:COMP_CWORD}" \
        2>/dev/null)
    [ ${#COMPREPLY[@]} -gt 0 ] || mapfile -t COMPREPLY < <(compgen -f -- "$word")
}
complete -o filenames -F _parley parley
