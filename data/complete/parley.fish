# fish completion of parley: the command itself says what can come next.
function __parley_candidates
    set -l words (commandline -opc)
    $words[1] complete $words[2..-1] (commandline -ct) 2>/dev/null
end
complete -c parley -a '(__parley_candidates)'
