#!/usr/bin/env bash
# Makes clients from the OpenAPI document alone, with public generators, and reads a hub of its own with them:
# generated.sh PROGRAM [LANGUAGE...]. What is generated must compile under strict settings, and every public GET must be
# answered by what the client declares. Generators are installed into a folder that goes.
set -euo pipefail
program=$(realpath "$1")
languages=("${@:2}")
[ "${#languages[@]}" -gt 0 ] || languages=(typescript python rust)
contract=$(cd "$(dirname "$0")" && pwd)
here=$contract/generated
scopes=draft
. "$contract/own_hub.sh"
"$program" openapi >"$scratch/openapi.json"
python3 "$here/plan.py" "$scratch/openapi.json" "$url" "$key" >"$scratch/plan.json"

# Newer versions of the generator want a newer Node than the hub's own client is for.
typescript() {
  echo '{ "type": "module" }' >package.json
  npm install --silent --no-audit --no-fund @hey-api/openapi-ts@0.95.0 zod@4.6.7 typescript@5.9.3 @types/node@20.19.43
  cp "$here/openapi-ts.config.mjs" "$here/tsconfig.json" .
  npx openapi-ts --silent
  python3 "$here/typescript.py" "$scratch/plan.json" "$url" >read.ts
  # What the generator ships with every client alike is not written for exact optional properties; what it makes from the
  # document is.
  if (npx tsc --pretty false || true) | grep -vE '^ |^client/(client|core)/.*: error TS(2375|2379|2412):'; then return 1; fi
  node build/read.js
}

python() {
  python3 -m venv venv
  venv/bin/pip install --quiet --disable-pip-version-check openapi-python-client==0.29.1 mypy==2.4.1
  venv/bin/openapi-python-client generate --path "$scratch/openapi.json" --config "$here/openapi-python-client.yaml" --meta none --output-path client >generator.log 2>&1 ||
    { cat generator.log; return 1; }
  python3 "$here/python.py" "$scratch/plan.json" "$url" >read.py
  venv/bin/mypy --strict --no-error-summary client read.py
  venv/bin/python read.py
}

rust() {
  # The compiler is busy with the generator for minutes: one that is installed is taken.
  command -v oas3-gen >/dev/null || cargo install --quiet --debug --locked --root tools oas3-gen@0.29.0
  mkdir src
  cp "$here/Cargo.toml" .
  PATH="$PATH:$PWD/tools/bin" oas3-gen generate client-mod --quiet -i "$scratch/openapi.json" -o src/client
  python3 "$here/rust.py" "$scratch/plan.json" "$url" src/client/types.rs >src/main.rs
  cargo run --quiet
}

failed=0
for language in "${languages[@]}"; do
  mkdir "$scratch/$language"
  SECONDS=0
  # In a shell of its own, where what fails ends it: `set -e` sleeps in whatever is tested.
  set +e
  (set -e; cd "$scratch/$language"; "$language")
  [ $? -eq 0 ] || { failed=1; echo "$language failed" >&2; }
  set -e
  echo "$language took $SECONDS seconds" >&2
done
exit "$failed"
