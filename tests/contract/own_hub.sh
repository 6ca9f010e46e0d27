# Serves a hub of its own for the script that reads this, which has set `program` and `scopes`: `url` is where, `key` a key with
# these scopes, `scratch` a folder that goes with it, and `log` what the hub says.
scratch=$(mktemp -d)
log=$scratch/log
hub=
finish() {
  if [ -n "$hub" ]; then kill "$hub" 2>/dev/null && wait "$hub" || true; fi
  rm -rf "$scratch"
}
trap finish EXIT

"$program" serve --listen 127.0.0.1:0 --data-dir "$scratch/data" --rate-limit off 2>"$log" &
hub=$!
for _ in $(seq 300); do
  grep -q 'search is ready' "$log" && break
  kill -0 "$hub" || { cat "$log"; exit 1; }
  sleep 0.2
done
url=$(sed -n 's/^Rights Hub serves .* at //p' "$log")
key=$("$program" keys create --name Reader --scopes "$scopes" --data-dir "$scratch/data" 2>/dev/null)
