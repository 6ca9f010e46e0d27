#!/bin/sh
# Measures an import with publish, which brings the search index along: benches/import.sh [ENTRIES] [DATABASE_URL]
# Prints the counts, seconds, entries a second and the most memory that the process had. Without a URL it is SQLite.
set -eu
entries=${1:-100000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cargo build --quiet --release --bin rights-hub --example generate
target=${CARGO_TARGET_DIR:-target}/release
"$target/examples/generate" "$entries" > "$folder/hub.ndjson"
/usr/bin/time -o "$folder/time" -f '%e %M' \
    "$target/rights-hub" import "$folder/hub.ndjson" --publish --data-dir "$folder" ${2:+--database-url "$2"}
awk -v entries="$entries" \
    '{ printf "%.1f s, %.0f entries a second, %.0f MiB at most\n", $1, entries / $1, $2 / 1024 }' "$folder/time"
