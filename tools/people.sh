#!/usr/bin/env bash
# Measures what one person may do in many projects, and who may be assigned work where many people are members, beside reading as
# many rows by their ids: p95, one client, the administrator. Needs curl.
#
#   tools/people.sh [PROJECTS] [PEOPLE] [REQUESTS]           defaults: 5000 10000 40
#
# Bar (docs/performance.md): 5 for each.
set -euo pipefail
cd "$(dirname "$0")/.."
projects=${1:-5000}; people=${2:-10000}; requests=${3:-40}
work=$(mktemp -d)
key=opapi-$(head -c 20 /dev/urandom | od -An -tx1 | tr -d ' \n')
url=http://127.0.0.1:5311
pid=
stop_server() { [ -z "$pid" ] || { kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; pid=; }; }
trap 'stop_server; rm -rf "$work"' EXIT

dotnet publish src/OpenProject.Api -c Release --nologo -v q -o "$work/server" -r linux-x64 --self-contained false -p:PublishReadyToRun=true
dotnet publish tests/OpenProject.Benchmarks -c Release --nologo -v q -o "$work/filling"

start_server() {
  Data__Directory="$work/data" Seed__AdminApiKey="$key" ASPNETCORE_URLS=$url dotnet "$work/server/OpenProject.Api.dll" >"$work/server.log" 2>&1 &
  pid=$!
  until curl -fs -o /dev/null "$url/health/ready"; do sleep 0.05; done
}

# PATH FILTERS: the 95th percentile, in milliseconds; the first request, which counts, is among them.
p95() {
  for _ in $(seq "$requests"); do
    curl -fsS -G -u "apikey:$key" --data-urlencode "filters=$2" "$url$1" -o /dev/null -w '%{time_total}\n'
  done | sort -n | awk '{ t[NR] = $1 * 1000 } END { i = int(NR * 0.95 + 0.5); printf "%.1f\n", t[i < 1 ? 1 : i] }'
}

start_server; stop_server
eval "$(dotnet "$work/filling/OpenProject.Benchmarks.dll" fill-people "$work/data" "$projects" "$people")"
start_server
mira=$(curl -fsS -u "apikey:$key" "$url/api/v3/users/mira" | grep -o '"id":[0-9]*' | head -1 | cut -d: -f2)
ids=$(seq -s '","' "$first" $((first + 99)))

by_id=$(p95 "/api/v3/principals?pageSize=100" "[{\"id\":{\"operator\":\"=\",\"values\":[\"$ids\"]}}]")
capabilities=$(p95 "/api/v3/capabilities?pageSize=100" "[{\"principal\":{\"operator\":\"=\",\"values\":[\"$mira\"]}}]")
assignees=$(p95 "/api/v3/projects/demo-project/available_assignees" "[]")
printf '%-64s %10s %8s\n' "" "p95, ms" ratio
printf '%-64s %10s %8s\n' "100 principals by their ids" "$by_id" 1
awk -v a="$capabilities" -v b="$by_id" -v n="$projects" 'BEGIN { printf "%-64s %10.1f %8.2f\n", "100 capabilities of a member of " n " projects", a, a / b }'
awk -v a="$assignees" -v b="$by_id" -v n="$people" 'BEGIN { printf "%-64s %10.1f %8.2f\n", "all " n " who may be assigned work (ratio for as many rows)", a, a / (b * n / 100) }'
