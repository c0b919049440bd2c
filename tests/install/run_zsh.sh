#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_zsh.sh PARLEY: completion in a real zsh: keys are typed at a terminal of
# its own (zpty), and what its completion system was given is compared.
command -v zsh >/dev/null || { echo "SKIP: completion in zsh: no zsh"; exit 77; }
command=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
ln -s "$command" "$scratch/parley"
exec zsh -f tests/install/complete.zsh "$scratch"
