#!/usr/bin/env bash
# Measures SCIM beside a hand-written counterpart of its list and beside npm's scimmy-routers, in one run and in turn, and prints
# ratios: only ratios of one run say anything on a machine that others use too. Needs wrk, curl, jq (Debian's packages) and npm.
#
#   tools/scim-load.sh [USERS] [REPETITIONS] [SECONDS]       defaults: 100000 5 4
#
# Bars (docs/performance.md): list 0.4 by hand and 10 x the peer; "userName eq" within 1.5 x of that among 1,000 users; a member of
# 10,000 within 10 x of one of 10; bulk 300 users/s; what is hostile within 100 ms. Say the load of the machine with the figures.
set -euo pipefail
cd "$(dirname "$0")/.."
users=${1:-100000}; repetitions=${2:-5}; seconds=${3:-4}
work=$(mktemp -d)
pids=()
cleanup() { kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"; }
trap cleanup EXIT

uptime
dotnet publish src/OpenProject.Api -c Release --nologo -v q -o "$work/server" -r linux-x64 --self-contained false -p:PublishReadyToRun=true
dotnet publish tests/OpenProject.Benchmarks -c Release --nologo -v q -o "$work/counterpart"
npm ci --prefix tests/scim-peer --ignore-scripts --no-audit --no-fund >"$work/npm.log" 2>&1

# PORT USERS: a server on a database of its own; its token is in $work/PORT.token.
serve() {
  local data="$work/$1"
  Data__Directory="$data" dotnet "$work/server/OpenProject.Api.dll" migrate --Seed:Demo=None >/dev/null
  Data__Directory="$data" dotnet "$work/server/OpenProject.Api.dll" scim-client create --name Load --json | jq -r .token >"$work/$1.token"
  dotnet "$work/counterpart/OpenProject.Benchmarks.dll" fill-users "$data" "$2"
  Data__Directory="$data" ASPNETCORE_URLS="http://127.0.0.1:$1" dotnet "$work/server/OpenProject.Api.dll" >"$work/$1.log" 2>&1 &
  pids+=($!)
  until curl -fs -o /dev/null "http://127.0.0.1:$1/health/ready"; do sleep 0.05; done
}
serve 5320 "$users"
serve 5321 1000
many=http://127.0.0.1:5320/scim_v2 few=http://127.0.0.1:5321/scim_v2 by_hand=http://127.0.0.1:5322 peer=http://127.0.0.1:5323/scim/v2
dotnet "$work/counterpart/OpenProject.Benchmarks.dll" serve "$work/5320" $by_hand >"$work/counterpart.log" 2>&1 & pids+=($!)
node tests/scim-peer/serve.mjs 5323 1000 >"$work/peer.log" 2>&1 & pids+=($!)
as() { printf 'Authorization: Bearer %s' "$(cat "$work/$1.token")"; }
until curl -fs -o /dev/null -H "$(as 5320)" "$peer/Users?count=1" && curl -fs -o /dev/null $by_hand/bare; do sleep 0.1; done

curl -fs -H "$(as 5320)" -o "$work/list.json" "$many/Users?count=100"
curl -fs -o "$work/list-by-hand.json" $by_hand/scim-users
curl -fs -H "$(as 5320)" -o "$work/list-peer.json" "$peer/Users?count=100"
stat -c '%n %s bytes' "$work"/list*.json | sed "s|$work/||"
ours=$(stat -c %s "$work/list.json") hand=$(stat -c %s "$work/list-by-hand.json")
if [ $((hand * 10)) -lt $((ours * 9)) ]; then echo "The counterpart writes less than nine tenths of the list's body: add what it lacks." >&2; exit 1; fi

# Adds and removes one and the same user in turn.
member() {
  local group; group=$(curl -fs -G -H "$(as 5320)" "$many/Groups" --data-urlencode "filter=displayName eq \"$1\"" -d attributes=id | jq -r '.Resources[0].id')
  local user; user=$(curl -fs -G -H "$(as 5320)" "$many/Users" --data-urlencode 'filter=userName eq "admin"' -d attributes=id | jq -r '.Resources[0].id')
  cat >"$work/$2.lua" <<LUA
local n = 0
request = function()
  n = n + 1
  local operation = n % 2 == 1 and '{"op":"add","path":"members","value":[{"value":"$user"}]}' or '{"op":"remove","path":"members[value eq \\\\"$user\\\\"]"}'
  return wrk.format("PATCH", "/scim_v2/Groups/$group?excludedAttributes=members", {["Content-Type"] = "application/scim+json", Authorization = "$(as 5320 | cut -c16-)"},
    '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[' .. operation .. ']}')
end
LUA
}
member Ten ten
member "Ten thousand" ten-thousand

# NAME URL [wrk options]: requests/s, p50 and p99 in ms, errors.
run() {
  local name=$1 url=$2; shift 2
  wrk -t1 --latency "$@" "$url" | awk -v name="$name" '
    function ms(t) { return t ~ /us$/ ? t / 1000 : t ~ /ms$/ ? t + 0 : t * 1000 }
    $1 == "50%" { p50 = ms($2) } $1 == "99%" { p99 = ms($2) } /^Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $NF }
    END { printf "%s %.1f %.2f %.2f %d\n", name, rate, p50, p99, bad }'
}
measure() {
  run list-by-hand $by_hand/scim-users -c8 -d"$1"
  run list "$many/Users?count=100" -c8 -d"$1" -H "$(as 5320)"
  run list-peer "$peer/Users?count=100" -c8 -d"$1" -H "$(as 5320)"
  run eq-few "$few/Users?filter=userName%20eq%20%22load500%22" -c1 -d"$1" -H "$(as 5321)"
  run eq-many "$many/Users?filter=userName%20eq%20%22load500%22" -c1 -d"$1" -H "$(as 5320)"
  run member-of-ten $many -c1 -d"$1" -s "$work/ten.lua"
  run member-of-ten-thousand $many -c1 -d"$1" -s "$work/ten-thousand.lua"
}
measure 5 >"$work/warm-up"
for _ in $(seq "$repetitions"); do measure "$seconds"; done >"$work/results"
if awk '$5 > 0 { bad = 1; print $1 ": " $5 " answers were errors" } END { exit !bad }' "$work/results" >&2; then exit 1; fi
printf '%-24s %12s %10s %10s\n' request 'median req/s' 'p50 ms' 'p99 ms'
for name in list-by-hand list list-peer eq-few eq-many member-of-ten member-of-ten-thousand; do
  awk -v n=$name '$1 == n' "$work/results" | sort -k2 -n | awk '{ l[NR] = $0 } END { split(l[int((NR + 1) / 2)], f); printf "%-24s %12.1f %10.2f %10.2f\n", f[1], f[2], f[3], f[4] }'
done
# NAME OTHER COLUMN: the median of what one is of the other.
ratio() {
  paste -d' ' <(awk -v n="$1" -v c="$3" '$1 == n { print $c }' "$work/results") <(awk -v n="$2" -v c="$3" '$1 == n { print $c }' "$work/results") |
    awk '{ print $1 / $2 }' | sort -n | awk -v n="$1 / $2" -v c="$3" '{ r[NR] = $1 } END { printf "%s: %.2f (%.2f-%.2f)%s\n", n, r[int((NR + 1) / 2)], r[1], r[NR], c == 3 ? " of the time" : "" }'
}
ratio list list-by-hand 2
ratio list list-peer 2
ratio eq-many eq-few 3
ratio member-of-ten-thousand member-of-ten 3

# PREFIX: a bulk request of 1,000 new users.
bulk() {
  jq -cn --arg prefix "$1" '{schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], Operations: [range(1000) | {method: "POST", path: "/Users", bulkId: "\(.)", data: {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], userName: "\($prefix)-\(.)", name: {givenName: "Bulk", familyName: "User"}, emails: [{value: "\($prefix)-\(.)@example.net"}]}}]}' >"$work/bulk.json"
}
for batch in $(seq "$repetitions"); do
  bulk "by-hand$batch"
  curl -fs -o /dev/null -w 'bulk-by-hand %{time_total}\n' -H 'Content-Type: application/scim+json' --data-binary @"$work/bulk.json" $by_hand/scim-bulk
  bulk "bulk$batch"
  curl -fs -o "$work/bulk-answer.json" -w 'bulk %{time_total}\n' -H "$(as 5320)" -H 'Content-Type: application/scim+json' --data-binary @"$work/bulk.json" "$many/Bulk"
  jq -e '[.Operations[] | select(.status != "201")] | length == 0' "$work/bulk-answer.json" >/dev/null
done >"$work/bulk-results"
for name in bulk-by-hand bulk; do
  awk -v n=$name '$1 == n { print 1000 / $2 }' "$work/bulk-results" | sort -n | awk -v n=$name '{ r[NR] = $1 } END { printf "%s of 1000: %.0f users/s (%.0f-%.0f)\n", n, r[int((NR + 1) / 2)], r[1], r[NR] }'
done

# What is hostile: refused, the first answer, which finds the code cold, and the slowest of twenty more.
search() { jq -cn --rawfile filter "$1" '{schemas: ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"], filter: $filter}'; }
patch() { jq -cn --rawfile value "$1" '{Operations: [{op: "replace", path: "userName", value: $value}]}'; }
{ printf '(%.0s' $(seq 10000); printf 'userName pr'; printf ')%.0s' $(seq 10000); } >"$work/brackets"
{ printf 'userName eq "'; head -c 1000000 /dev/zero | tr '\0' x; printf '"'; } >"$work/long-filter"
head -c 1000000 /dev/zero | tr '\0' x >"$work/long-value"
search "$work/brackets" >"$work/hostile-brackets.json"
search "$work/long-filter" >"$work/hostile-filter.json"
patch "$work/long-value" >"$work/hostile-value.json"
admin=$(curl -fs -G -H "$(as 5320)" "$many/Users" --data-urlencode 'filter=userName eq "admin"' -d attributes=id | jq -r '.Resources[0].id')
# NAME METHOD PATH
hostile() {
  for _ in $(seq 21); do
    curl -s -o /dev/null -w '%{http_code} %{time_total}\n' -X "$2" -H "$(as 5320)" -H 'Content-Type: application/scim+json' --data-binary @"$work/hostile-$1.json" "$many/$3"
  done | awk -v n="$1" '$1 != 400 { print n ": answered " $1 > "/dev/stderr"; exit 1 } NR == 1 { first = $2; next } $2 > m { m = $2 } END { printf "hostile %s: 400 within %.1f ms, the first after %.1f ms\n", n, m * 1000, first * 1000 }'
}
hostile brackets POST Users/.search
hostile filter POST Users/.search
hostile value PATCH "Users/$admin"
awk '/^Rss:/ { printf "resident memory at the end: %d MB\n", $2 * 1024 / 1e6 }' "/proc/${pids[0]}/smaps_rollup"
