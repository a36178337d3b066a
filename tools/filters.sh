#!/usr/bin/env bash
# Measures each filter of work packages on few rows and on many, in one run, and prints how much longer the many take:
# p95 of asking for a page of 20, one client, the administrator, who sees all. Needs curl.
#
#   tools/filters.sh [FEW] [MANY] [REQUESTS]           defaults: 10000 1000000 30
#
# Bar (docs/performance.md): 3 for each.
set -euo pipefail
cd "$(dirname "$0")/.."
few=${1:-10000}; many=${2:-1000000}; requests=${3:-30}
work=$(mktemp -d)
key=opapi-$(head -c 20 /dev/urandom | od -An -tx1 | tr -d ' \n')
url=http://127.0.0.1:5310
pid=
stop_server() { [ -z "$pid" ] || { kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; pid=; }; }
trap 'stop_server; rm -rf "$work"' EXIT

dotnet publish src/OpenProject.Api -c Release --nologo -v q -o "$work/server" -r linux-x64 --self-contained false -p:PublishReadyToRun=true
dotnet publish tests/OpenProject.Benchmarks -c Release --nologo -v q -o "$work/filling"

start_server() {
  Data__Directory="$1" Seed__AdminApiKey="$key" ASPNETCORE_URLS=$url dotnet "$work/server/OpenProject.Api.dll" >"$work/server.log" 2>&1 &
  pid=$!
  until curl -fs -o /dev/null "$url/health/ready"; do sleep 0.05; done
}

# NAME OPERATOR VALUES, with the ids that the filling printed.
list() {
  cat <<LIST
status o
status c
status = "3"
type = "2"
priority = "2"
project = "$project"
author = "$person"
assignee = "$person"
assignee !*
responsible = "$person"
category = "$category"
version = "$version"
parent = "$((first / 20 * 20 + 199))"
id = "$((first + 5000))"
subject ~ "rarely"
subject ~ "number"
description ~ "kitchen"
search ** "rarely"
subjectOrId ** "$((first + 5000))"
typeahead ** "rarely"
startDate =d "2025-03-01"
startDate <>d "2025-03-01","2025-03-08"
dueDate =d "2025-03-01"
dueDate !*
datesInterval <>d "2025-03-01","2025-03-02"
createdAt =d "2025-03-01T00:00:00Z"
createdAt <>d "2025-03-01T00:00:00Z","2025-03-08T00:00:00Z"
updatedAt <>d "2026-01-01T00:00:00Z","2026-01-01T00:10:00Z"
estimatedTime = "480"
estimatedTime >= "490"
remainingTime >= "395"
percentageDone = "100"
duration = "20"
milestone = "t"
follows *
precedes *
relates *
blocks *
duplicates *
includes *
requires *
watcher = "$person"
attachmentFileName ~ "venue"
comment ~ "venue"
budget *
LIST
}

measure() {
  local rows=$1 out=$2 data="$work/data-$1"
  start_server "$data"; stop_server
  eval "$(dotnet "$work/filling/OpenProject.Benchmarks.dll" spread "$data" "$rows")"
  start_server "$data"
  list | while read -r name operator values; do
    local filter="[{\"$name\":{\"operator\":\"$operator\",\"values\":[$values]}}]"
    curl -fsS -G -u "apikey:$key" --data-urlencode "filters=$filter" "$url/api/v3/work_packages" -o /dev/null || { echo "$filter was refused" >&2; exit 1; }
    for _ in $(seq "$requests"); do
      curl -fsS -G -u "apikey:$key" --data-urlencode "filters=$filter" "$url/api/v3/work_packages" -o /dev/null -w '%{time_total}\n'
    done | sort -n | awk -v filter="$name $operator" '{ t[NR] = $1 * 1000 } END { i = int(NR * 0.95 + 0.5); printf "%s\t%.1f\n", filter, t[i < 1 ? 1 : i] }'
  done >"$out"
  stop_server
  rm -rf "$data"
}

measure "$few" "$work/few"
measure "$many" "$work/many"
printf '%-28s %12s %12s %8s\n' filter "$few: ms" "$many: ms" ratio
paste "$work/few" "$work/many" | awk -F'\t' '{ printf "%-28s %12.1f %12.1f %8.1f\n", $1, $2, $4, $4 / $2 }'
