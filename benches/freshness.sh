#!/usr/bin/env bash
# How long after the answer to a publish call the entry is searchable, and after a removal gone: over HTTP, on a running
# hub. `min_seq` makes a search wait for just that, so the time it takes is the time that is meant. Every tenth entry is
# a testimony whose consent is then withdrawn, so that segments of the index are written anew meanwhile.
#
#   benches/freshness.sh http://127.0.0.1:8080 KEY [ROUNDS]     # KEY has the scopes draft, publish and consent
set -euo pipefail
hub=$1 key=$2 rounds=${3:-100} word=fresh$$x
times=$(mktemp)
trap 'rm -f "$times"' EXIT

write() { # METHOD PATH BODY [HEADER]
    curl -sf -X "$1" "$hub$2" -H "Authorization: Bearer $key" -H 'Content-Type: application/json' -d "$3" ${4:+-H "$4"}
}
member() { grep -o "\"$1\":\"\?[0-9a-zA-Z-]*" | head -1 | sed 's/.*[:"]//'; }
# What a search for a word that one entry has finds once it has reached a place, and how long that took.
searched() { # WORD SEQ EXPECTED
    local answer
    answer=$(curl -s "$hub/v1/search?q=$1&limit=0&typo=off&min_seq=$2" -w '\n%{time_total}')
    [ "$(head -1 <<<"$answer" | member total)" = "$3" ] || { echo "$1 at $2: not $3 entries: $answer" >&2; exit 1; }
    echo "$4 $(tail -1 <<<"$answer")" >>"$times"
}
# Letters only, so that no number is read as part of the word.
name() { printf '%s' "$word$1" | tr '0-9' 'a-j'; }

for round in $(seq "$rounds"); do
    own=$(name "$round")
    if [ $((round % 10)) = 0 ]; then
        made=$(write POST '/v1/manage/testimonies?publish=true' '{"type":"testimonies","title":"'"$own"'","kind":"testimony","body":"Said so.","consent":{"basis":"written","attribution":"anonymous","channels":["web"],"evidence_ref":"x"}}')
        searched "$own" "$(member seq <<<"$made")" 1 published
        gone=$(write POST "/v1/manage/testimonies/$(member id <<<"$made")/consent/withdraw" '{}' "If-Match: \"rev-$(member rev <<<"$made")\"")
        searched "$own" "$(member seq <<<"$gone")" 0 withdrawn
    else
        made=$(write POST '/v1/manage/resources?publish=true' '{"type":"resources","title":"'"$own"'","kind":"report"}')
        searched "$own" "$(member seq <<<"$made")" 1 published
        gone=$(write POST "/v1/manage/resources/$(member id <<<"$made")/remove" '{}' "If-Match: \"rev-$(member rev <<<"$made")\"")
        searched "$own" "$(member seq <<<"$gone")" 0 removed
    fi
done
for kind in published removed withdrawn; do
    awk -v kind="$kind" '$1 == kind { print $2 * 1000 }' "$times" | sort -n | awk -v kind="$kind" '
        { all[NR] = $1 }
        END { if (NR) printf "%s: median %.0f ms, 95 %% %.0f ms, most %.0f ms of %d\n", kind, all[int((NR + 1) / 2)], all[int(NR * 0.95 + 0.5)], all[NR], NR }'
done
