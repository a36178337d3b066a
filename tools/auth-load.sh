#!/usr/bin/env bash
# Measures what authentication costs: one request of API v3 without credentials, with Basic (an API token) and with an OAuth
# access token as bearer, on one server, in turn, and prints ratios. The request is a light one whose body is the same for
# everybody, so nothing hides the cost. Needs wrk, curl and jq (Debian's packages).
#
#   tools/auth-load.sh [REPETITIONS] [SECONDS]       defaults: 7 4
#
# Bars (docs/performance.md): bearer 0.8 of Basic, both 0.85 of the request without credentials.
set -euo pipefail
cd "$(dirname "$0")/.."
repetitions=${1:-7}; seconds=${2:-4}
work=$(mktemp -d)
key=opapi-$(head -c 20 /dev/urandom | od -An -tx1 | tr -d ' \n')
url=http://127.0.0.1:5312
export Data__Directory="$work/data" Seed__AdminApiKey="$key" ApiV3__LoginRequired=false
pids=()
cleanup() { kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"; }
trap cleanup EXIT

dotnet publish src/OpenProject.Api -c Release --nologo -v q -o "$work/server" -r linux-x64 --self-contained false -p:PublishReadyToRun=true
ASPNETCORE_URLS=$url dotnet "$work/server/OpenProject.Api.dll" >"$work/server.log" 2>&1 &
pids+=($!)
until curl -fs -o /dev/null "$url/health/ready"; do kill -0 "${pids[0]}" || { cat "$work/server.log"; exit 1; }; sleep 0.05; done

dotnet "$work/server/OpenProject.Api.dll" oauth-app create --name Load --client-credentials-user admin --json >"$work/application.json"
token=$(curl -fs "$url/oauth/token" -d grant_type=client_credentials \
  -d "client_id=$(jq -r .clientId "$work/application.json")" -d "client_secret=$(jq -r .clientSecret "$work/application.json")" | jq -r .access_token)
declare -A header=(
  [nobody]="Accept: */*"
  [basic]="Authorization: Basic $(printf 'apikey:%s' "$key" | base64 -w0)"
  [bearer]="Authorization: Bearer $token"
)
for who in nobody basic bearer; do
  curl -fs -H "${header[$who]}" -o "$work/$who.json" "$url/api/v3/statuses"
  cmp "$work/nobody.json" "$work/$who.json"
done

# NAME: requests/s, p50 and p99 in ms, errors.
run() {
  wrk -t1 -c8 -d"$2" --latency -H "${header[$1]}" "$url/api/v3/statuses" | awk -v name="$1" '
    function ms(t) { return t ~ /us$/ ? t / 1000 : t ~ /ms$/ ? t + 0 : t * 1000 }
    $1 == "50%" { p50 = ms($2) } $1 == "99%" { p99 = ms($2) } /^Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $NF }
    END { printf "%s %.1f %.2f %.2f %d\n", name, rate, p50, p99, bad }'
}

for who in nobody basic bearer; do run $who 10 >/dev/null; done
for _ in $(seq "$repetitions"); do for who in nobody basic bearer; do run $who "$seconds"; done; done >"$work/results"
printf '%-8s %12s %10s %10s\n' caller 'median req/s' 'p50 ms' 'p99 ms'
for who in nobody basic bearer; do
  awk -v n=$who '$1 == n' "$work/results" | sort -k2 -n | awk '{ l[NR] = $0 } END { split(l[int((NR + 1) / 2)], f); printf "%-8s %12.1f %10.2f %10.2f%s\n", f[1], f[2], f[3], f[4], (f[5] > 0 ? "  " f[5] " answers were errors" : "") }'
done
ratio() {
  paste -d' ' <(awk -v n="$1" '$1 == n { print $2 }' "$work/results") <(awk -v n="$2" '$1 == n { print $2 }' "$work/results") |
    awk '{ print $1 / $2 }' | sort -n | awk -v n="$1 / $2" '{ r[NR] = $1 } END { printf "%s: %.2f (%.2f-%.2f)\n", n, r[int((NR + 1) / 2)], r[1], r[NR] }'
}
ratio bearer basic
ratio basic nobody
ratio bearer nobody
