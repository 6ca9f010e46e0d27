#!/usr/bin/env bash
# Fuzzes a hub of its own from its OpenAPI document: fuzz.sh PROGRAM [SECONDS [SEED]]. Without a seed, each run asks other
# things. The tool is installed into a folder that goes.
set -euo pipefail
program=$(realpath "$1")
seconds=${2:-240}
seed=${3:-$RANDOM}
here=$(cd "$(dirname "$0")" && pwd)
scopes=draft,publish,consent,webhooks,admin
. "$here/own_hub.sh"

python3 -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet --disable-pip-version-check 'schemathesis>=4.3,<5'

key_id=$("$program" keys list --data-dir "$scratch/data" | sed -n 's/^{"id":"\([^"]*\)".*/\1/p')

# The longest wait for a change is 60 seconds: a request may take a little more. One worker asks the same at every run with a
# seed; and more of them trip over each other in the parser of Python 3.11 ("AST constructor recursion depth mismatch").
cd "$scratch"
FUZZER_KEY_ID="$key_id" SCHEMATHESIS_HOOKS="$here/hooks.py" PYTHONPATH="$here" "$scratch/venv/bin/schemathesis" --config-file "$here/schemathesis.toml" run \
  "$url/openapi.json" --header "Authorization: Bearer $key" --workers 1 --phases coverage,fuzzing,stateful --max-time "$seconds" --max-examples 10 \
  --request-timeout 90 --seed "$seed" --continue-on-failure --no-color --suppress-health-check all

# Nobody panicked on the way.
if grep -n 'panicked\|"panic' "$log"; then exit 1; fi
