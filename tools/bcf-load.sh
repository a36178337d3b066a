#!/usr/bin/env bash
# How long a page of 20,000 topics takes by BCF and by API v3, on SQLite, in one run: the median of REQUESTS requests each, one after
# the other in turns, and the server's memory while it sends the whole list. The bar is a ratio of 1.5 (docs/performance.md). Needs python3.
#
#   tools/bcf-load.sh [REQUESTS]       default: 100
set -euo pipefail
cd "$(dirname "$0")/.."

requests=${1:-100}
port=${PORT:-5899}
work=$(mktemp -d)
key=opapi-$(head -c 20 /dev/urandom | od -An -tx1 | tr -d ' \n')
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null; wait; rm -rf "$work"' EXIT

dotnet publish src/OpenProject.Api -c Release --nologo -v q -o "$work/server" -r linux-x64 --self-contained false -p:PublishReadyToRun=true
dotnet publish tests/OpenProject.Benchmarks -c Release --nologo -v q -o "$work/filling"
server="$work/server/OpenProject.Api.dll"
export Data__Directory="$work/data" Seed__AdminApiKey=$key ASPNETCORE_URLS=http://127.0.0.1:$port
dotnet "$server" migrate >/dev/null
dotnet "$server" project modules demo-project --enable bim >/dev/null
dotnet "$work/filling/OpenProject.Benchmarks.dll" fill-topics "$Data__Directory" 20000
dotnet "$server" >/dev/null 2>&1 &
pid=$!
python3 - "$port" "$key" "$requests" "$pid" <<'PY'
import base64, json, statistics, sys, time, urllib.error, urllib.parse, urllib.request
port, key, requests, pid = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
auth = {"Authorization": "Basic " + base64.b64encode(f"apikey:{key}".encode()).decode()}
def ask(path):
    with urllib.request.urlopen(urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=auth)) as answer: return answer.read()
for _ in range(60):
    try: ask("/health/ready"); break
    except (urllib.error.URLError, ConnectionError): time.sleep(0.5)
q = urllib.parse.quote
status = next(s["id"] for s in json.loads(ask("/api/v3/statuses"))["_embedded"]["elements"] if s["name"] == json.loads(ask("/api/bcf/2.1/projects/demo-project/topics?$top=1"))[0]["topic_status"])
name = json.loads(ask(f"/api/v3/statuses/{status}"))["name"]
paths = {
    "API v3": f"/api/v3/projects/demo-project/work_packages?pageSize=100&sortBy={q(json.dumps([['updatedAt', 'desc']]))}&filters={q(json.dumps([{'status': {'operator': '=', 'values': [str(status)]}}]))}",
    "BCF": f"/api/bcf/2.1/projects/demo-project/topics?$top=100&$orderby={q('modified_date desc')}&$filter={q(f'topic_status eq ' + repr(name))}",
}
times = {name: [] for name in paths}
for round in range(requests + 10):
    for name, path in paths.items():
        start = time.perf_counter(); ask(path)
        if round >= 10: times[name].append((time.perf_counter() - start) * 1000)
for name, taken in times.items(): print(f"{name}: median {statistics.median(taken):.1f} ms, slowest {max(taken):.1f} ms")
print(f"ratio {statistics.median(times['BCF']) / statistics.median(times['API v3']):.2f}")
def memory(): return int(next(l for l in open(f"/proc/{pid}/status") if l.startswith("VmHWM")).split()[1]) // 1024
before = memory(); size = len(ask("/api/bcf/2.1/projects/demo-project/topics"))
print(f"the whole list: {size // 1024 // 1024} MiB; largest memory {before} MiB before, {memory()} MiB after")
PY
