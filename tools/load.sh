#!/usr/bin/env bash
# Measures the server beside hand-written counterparts of the same requests, in one run and in turn, and prints ratios:
# only ratios of one run say anything on a machine that others use too. Needs wrk and curl (Debian's packages).
#
#   tools/load.sh [ROWS] [REPETITIONS] [SECONDS]       defaults: 10000 5 4
#
# Bars (docs/performance.md): metadata 0.7, list 0.5, one 0.5, create 0.25 with p99 <= 5 x p50.
set -euo pipefail
cd "$(dirname "$0")/.."
rows=${1:-10000}; repetitions=${2:-5}; seconds=${3:-4}
work=$(mktemp -d)
key=opapi-$(head -c 20 /dev/urandom | od -An -tx1 | tr -d ' \n')
server_url=http://127.0.0.1:5310 counterpart_url=http://127.0.0.1:5311
pids=()
cleanup() { kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"; }
trap cleanup EXIT

dotnet publish src/OpenProject.Api -c Release --nologo -v q -o "$work/server" -r linux-x64 --self-contained false -p:PublishReadyToRun=true
dotnet publish tests/OpenProject.Benchmarks -c Release --nologo -v q -o "$work/counterpart"

start_server() {
  Data__Directory="$work/data" Seed__AdminApiKey="$key" ASPNETCORE_URLS=$server_url \
    dotnet "$work/server/OpenProject.Api.dll" >"$work/server.log" 2>&1 &
  pids+=($!)
  until curl -fs -o /dev/null "$server_url/health/ready"; do sleep 0.02; done
}

start_server
kill "${pids[0]}"; wait "${pids[0]}" 2>/dev/null || true; pids=()
dotnet "$work/counterpart/OpenProject.Benchmarks.dll" fill "$work/data" "$rows"
cp -r "$work/data" "$work/counterpart-data"

began=$(date +%s%N)
start_server
printf 'first 200 after %d ms\n' $((($(date +%s%N) - began) / 1000000))
dotnet "$work/counterpart/OpenProject.Benchmarks.dll" serve "$work/counterpart-data" $counterpart_url >"$work/counterpart.log" 2>&1 &
pids+=($!)
until curl -fs -o /dev/null $counterpart_url/bare; do sleep 0.1; done

authorization="Authorization: Basic $(printf 'apikey:%s' "$key" | base64 -w0)"
cat >"$work/create.lua" <<'LUA'
local n = 0
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
request = function()
  n = n + 1
  return wrk.format(nil, nil, nil, '{"subject":"Load ' .. n .. '","_links":{"project":{"href":"/api/v3/projects/3"}}}')
end
LUA

# NAME URL [wrk options]: requests/s, p50 and p99 in ms.
run() {
  local name=$1 url=$2; shift 2
  wrk -t1 --latency -H "$authorization" "$@" "$url" | awk -v name="$name" '
    function ms(t) { return t ~ /us$/ ? t / 1000 : t ~ /ms$/ ? t + 0 : t * 1000 }
    $1 == "50%" { p50 = ms($2) } $1 == "99%" { p99 = ms($2) } /^Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $NF }
    END { printf "%s %.1f %.2f %.2f %d\n", name, rate, p50, p99, bad }'
}

measure() {
  run metadata-bare $counterpart_url/bare -c32 -d"$1"
  run metadata $server_url/.well-known/openproject-metadata -c32 -d"$1"
  run list-by-hand $counterpart_url/list -c8 -d"$1"
  run list "$server_url/api/v3/work_packages?pageSize=100" -c8 -d"$1"
  run one-compiled $counterpart_url/one/100 -c8 -d"$1"
  run one $server_url/api/v3/work_packages/100 -c8 -d"$1"
  run create-by-hand $counterpart_url/create -c16 -d"$1" -s "$work/create.lua"
  run create $server_url/api/v3/work_packages -c16 -d"$1" -s "$work/create.lua"
}

curl -fs -H "$authorization" -o "$work/list.json" "$server_url/api/v3/work_packages?pageSize=100"
curl -fs -o "$work/list-by-hand.json" $counterpart_url/list
curl -fs -H "$authorization" -o "$work/one.json" $server_url/api/v3/work_packages/100
curl -fs -o "$work/one-compiled.json" $counterpart_url/one/100
stat -c '%n %s bytes' "$work"/*.json | sed "s|$work/||"

# A comparison with less work is none.
by_hand=$(stat -c %s "$work/list-by-hand.json") whole=$(stat -c %s "$work/list.json")
if [ $((by_hand * 10)) -lt $((whole * 9)) ]; then echo "The counterpart writes less than nine tenths of the list's body: add what it lacks." >&2; exit 1; fi

# Ten thousand requests of several kinds, then what the server holds.
cat >"$work/mixed.lua" <<'LUA'
local n = 0
local read = {"/api/v3/work_packages?pageSize=20", "/api/v3/work_packages/100", "/api/v3/projects", "/.well-known/openproject-metadata",
  "/api/v3/users/me", "/api/v3/work_packages/100/activities", "/api/v3", "/api/v3/memberships", "/api/v3/types"}
request = function()
  n = n + 1
  if n % 10 > 0 then return wrk.format("GET", read[n % 10]) end
  return wrk.format("POST", "/api/v3/work_packages", {["Content-Type"] = "application/json", Authorization = wrk.headers.Authorization},
    '{"subject":"Mixed ' .. n .. '","_links":{"project":{"href":"/api/v3/projects/3"}}}')
end
local answered, bad = 0, 0
response = function(status)
  answered = answered + 1
  if status >= 300 then bad = bad + 1 end
  if answered == 10000 then print("mixed: " .. answered .. " requests, " .. bad .. " errors"); os.exit(bad == 0) end
end
LUA
wrk -t1 -c8 -d300 -H "$authorization" -s "$work/mixed.lua" $server_url
awk '/^Rss:/ { printf "resident memory after the mixed requests: %d MB\n", $2 * 1024 / 1e6 }' "/proc/${pids[0]}/smaps_rollup"

measure 15 >"$work/warm-up"
for _ in $(seq "$repetitions"); do measure "$seconds"; done >"$work/results"
if awk '$5 > 0 { bad = 1; print $1 ": " $5 " answers were errors" } END { exit !bad }' "$work/results" >&2; then exit 1; fi
printf '%-16s %12s %10s %10s\n' request 'median req/s' 'p50 ms' 'p99 ms'
for name in metadata-bare metadata list-by-hand list one-compiled one create-by-hand create; do
  awk -v n=$name '$1 == n' "$work/results" | sort -k2 -n | awk '{ l[NR] = $0 } END { split(l[int((NR + 1) / 2)], f); printf "%-16s %12.1f %10.2f %10.2f\n", f[1], f[2], f[3], f[4] }'
done
ratio() {
  paste -d' ' <(awk -v n="$1" '$1 == n { print $2 }' "$work/results") <(awk -v n="$2" '$1 == n { print $2 }' "$work/results") |
    awk '{ print $1 / $2 }' | sort -n | awk -v n="$1" '{ r[NR] = $1 } END { printf "%s / by hand: %.2f (%.2f-%.2f)\n", n, r[int((NR + 1) / 2)], r[1], r[NR] }'
}
ratio metadata metadata-bare
ratio list list-by-hand
ratio one one-compiled
ratio create create-by-hand
awk '$1 == "create" { print $4 / $3 }' "$work/results" | sort -n | awk '{ r[NR] = $1 } END { printf "create p99 / p50: %.1f\n", r[int((NR + 1) / 2)] }'
awk '/^Rss:/ { printf "resident memory at the end: %d MB\n", $2 * 1024 / 1e6 }' "/proc/${pids[0]}/smaps_rollup"
