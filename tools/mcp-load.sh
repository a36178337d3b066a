#!/usr/bin/env bash
# Measures a tool of the MCP server beside the same query of API v3, in one run and in turn, and prints the ratio. Needs wrk, curl and jq.
#
#   tools/mcp-load.sh [ROWS] [REPETITIONS] [SECONDS]       defaults: 10000 5 4
#
# Fails below the bar (docs/performance.md), and when either answers anything else than a page of 40.
set -euo pipefail
cd "$(dirname "$0")/.."
bar=0.6
rows=${1:-10000}; repetitions=${2:-5}; seconds=${3:-4}
work=$(mktemp -d)
key=opapi-$(head -c 20 /dev/urandom | od -An -tx1 | tr -d ' \n')
url=http://127.0.0.1:5312
pid=
cleanup() { kill "$pid" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"; }
trap cleanup EXIT

dotnet publish src/OpenProject.Api -c Release --nologo -v q -o "$work/server" -r linux-x64 --self-contained false
dotnet publish tests/OpenProject.Benchmarks -c Release --nologo -v q -o "$work/filling"

start() {
  Data__Directory="$work/data" Seed__AdminApiKey="$key" ASPNETCORE_URLS=$url Logging__LogLevel__OpenProject=Warning \
    Mcp__ReadsPerMinute=0 Mcp__CallsAtOnce=0 \
    dotnet "$work/server/OpenProject.Api.dll" >"$work/server.log" 2>&1 &
  pid=$!
  until curl -fs -o /dev/null "$url/health/ready"; do sleep 0.1; done
}

start
kill "$pid"; wait "$pid" 2>/dev/null || true
dotnet "$work/filling/OpenProject.Benchmarks.dll" fill "$work/data" "$rows"
start

cat >"$work/tool.lua" <<'LUA'
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Accept"] = "application/json, text/event-stream"
wrk.body = '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search_work_packages","arguments":{"status_id":1}}}'
LUA
filters=%5B%7B%22status%22%3A%7B%22operator%22%3A%22%3D%22%2C%22values%22%3A%5B%221%22%5D%7D%7D%5D
run() {
  local name=$1 address=$2; shift 2
  wrk -t1 -c8 -d"$length" -H "Authorization: Bearer $key" "$@" "$address" |
    awk -v name="$name" '/^Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $NF } END { print name, rate, bad + 0 }'
}
measure() {
  run api-v3 "$url/api/v3/work_packages?pageSize=40&filters=$filters"
  run tool "$url/mcp" -s "$work/tool.lua"
}

# What is refused is quick: both must answer the page, before and after.
call='{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search_work_packages","arguments":{"status_id":1}}}'
check() {
  curl -fsS -H "Authorization: Bearer $key" "$url/api/v3/work_packages?pageSize=40&filters=$filters" >"$work/there"
  curl -fsS -H "Authorization: Bearer $key" -H "Content-Type: application/json" -d "$call" "$url/mcp" >"$work/here"
  jq -e '._embedded.elements | length == 40' "$work/there" >/dev/null || { echo "API v3 answers no page of 40" >&2; exit 1; }
  jq -e '.result.isError != true and (.result.structuredContent.items | length == 40)' "$work/here" >/dev/null || { echo "the tool answers no page of 40" >&2; exit 1; }
}

check
length=8; measure >/dev/null
length=$seconds; for _ in $(seq "$repetitions"); do measure; done | tee "$work/results"
check
awk '$3 > 0 { bad = 1 } END { exit bad }' "$work/results" || { echo "answers were errors" >&2; exit 1; }
paste -d' ' <(awk '$1 == "tool" { print $2 }' "$work/results") <(awk '$1 == "api-v3" { print $2 }' "$work/results") |
  awk '{ print $1 / $2 }' | sort -n | awk -v bar=$bar '{ r[NR] = $1 } END { m = r[int((NR + 1) / 2)]; printf "search_work_packages / GET work_packages: %.2f (%.2f-%.2f)\n", m, r[1], r[NR]; exit (m < bar) }'
