#!/usr/bin/env bash
# How long a page of 20,000 topics takes by BCF and by API v3, on SQLite, in one run: the median of REQUESTS requests each, one after
# the other in turns, and the server's memory while it sends the whole list.
# Usage: tools/bcf-load.sh SERVER.dll [REQUESTS]. Needs python3.
set -euo pipefail

server=$1
requests=${2:-60}
port=${PORT:-5899}
key=opapi-$(head -c 20 /dev/urandom | od -An -tx1 | tr -d ' \n')
export Data__Directory=$(mktemp -d) Seed__AdminApiKey=$key ASPNETCORE_URLS=http://127.0.0.1:$port
trap 'kill "$pid" 2>/dev/null; rm -rf "$Data__Directory"' EXIT

dotnet "$server" migrate >/dev/null 2>&1
dotnet "$server" project modules demo-project --enable bim >/dev/null
python3 - "$Data__Directory/openproject.db" <<'PY'
import sqlite3, sys, uuid
db = sqlite3.connect(sys.argv[1])
def columns(table): return [c[1] for c in db.execute(f"pragma table_info({table})")]
project = db.execute("select id from projects where identifier = 'demo-project'").fetchone()[0]
work = db.execute("select id from work_packages where project_id = ? and parent_id is null order by id limit 1", [project]).fetchone()[0]
last = db.execute("select max(id) from work_packages").fetchone()[0]
names, journal = columns("work_packages"), [c for c in columns("work_package_journals") if c != "id"]
row = dict(zip(names, db.execute("select * from work_packages where id = ?", [work]).fetchone()))
first = dict(zip(journal, db.execute(f"select {','.join(journal)} from work_package_journals where work_package_id = ? limit 1", [work]).fetchone()))
for n in range(1, 20001):
    at = f"2030-01-{n % 28 + 1:02} {n // 3600 % 24:02}:{n // 60 % 60:02}:{n % 60:02}.{n % 1000:03}"
    row.update(id=last + n, subject=f"Topic {n}", created_at=at, updated_at=at, journal_version=1, derived_start_date=None, derived_due_date=None)
    first.update(work_package_id=last + n, version=1, subject=row["subject"], created_at=at, updated_at=at, comment_guid=None)
    db.execute(f"insert into work_packages ({','.join(names)}) values ({','.join('?' * len(names))})", [row[c] for c in names])
    db.execute(f"insert into work_package_journals ({','.join(journal)}) values ({','.join('?' * len(journal))})", [first[c] for c in journal])
    db.execute("insert into work_package_hierarchies (ancestor_id, descendant_id, depth) values (?, ?, 0)", [last + n, last + n])
    db.execute("insert into bcf_topics (guid, work_package_id, reference_links, snippet_is_external, model_files, related_guids, label_lines) values (?, ?, '[]', 0, '[]', '[]', ?)",
               [str(uuid.uuid4()), last + n, "\nMEP\n" if n % 3 else None])
db.execute("analyze"); db.commit()
PY
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
