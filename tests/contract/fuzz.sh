#!/usr/bin/env bash
# Fuzzes a hub of its own from its OpenAPI document: fuzz.sh PROGRAM [SECONDS [SEED]]. Without a seed, each run asks other
# things. The tool is installed into a folder that goes.
set -euo pipefail
program=$(realpath "$1")
seconds=${2:-240}
seed=${3:-$RANDOM}
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
hub=
finish() {
  if [ -n "$hub" ]; then kill "$hub" 2>/dev/null && wait "$hub" || true; fi
  rm -rf "$scratch"
}
trap finish EXIT

python3 -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet --disable-pip-version-check 'schemathesis>=4.3,<5'

"$program" serve --listen 127.0.0.1:0 --data-dir "$scratch/data" --rate-limit off 2>"$scratch/log" &
hub=$!
for _ in $(seq 300); do
  grep -q 'Rights Hub serves' "$scratch/log" && break
  kill -0 "$hub" || { cat "$scratch/log"; exit 1; }
  sleep 0.2
done
url=$(sed -n 's/^Rights Hub serves .* at //p' "$scratch/log")
key=$("$program" keys create --name Fuzzer --scopes draft,publish,consent,webhooks,admin --data-dir "$scratch/data" 2>/dev/null)
key_id=$("$program" keys list --data-dir "$scratch/data" | sed -n 's/^{"id":"\([^"]*\)".*/\1/p')

# The longest wait for a change is 60 seconds: a request may take a little more. One worker asks the same at every run with a
# seed; and more of them trip over each other in the parser of Python 3.11 ("AST constructor recursion depth mismatch").
cd "$scratch"
FUZZER_KEY_ID="$key_id" SCHEMATHESIS_HOOKS="$here/hooks.py" PYTHONPATH="$here" "$scratch/venv/bin/schemathesis" --config-file "$here/schemathesis.toml" run \
  "$url/openapi.json" --header "Authorization: Bearer $key" --workers 1 --phases coverage,fuzzing,stateful --max-time "$seconds" --max-examples 10 \
  --request-timeout 90 --seed "$seed" --continue-on-failure --no-color --suppress-health-check all

# Nobody panicked on the way.
if grep -n 'panicked\|"panic' "$scratch/log"; then exit 1; fi
