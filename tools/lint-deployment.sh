#!/usr/bin/env bash
# Checks the Dockerfile, the compose file and the workflow without a container engine.
# Needs Node.js, the npm registry, and docker compose (either client; no engine).
set -euo pipefail
cd "$(dirname "$0")/.."

npx --yes dockerfile-utils@0.16 lint Dockerfile
npx --yes --package @action-validator/core@0.6 --package @action-validator/cli@0.6 action-validator .github/workflows/*.yml

compose=(docker compose)
"${compose[@]}" version > /dev/null 2>&1 || compose=(docker-compose)
MSSQL_SA_PASSWORD=Linted-1 "${compose[@]}" config --quiet

# Without the password it must say so instead of starting a server with an empty one.
if MSSQL_SA_PASSWORD='' "${compose[@]}" config --quiet 2> /dev/null; then
    echo "docker-compose.yml accepts an empty password." >&2
    exit 1
fi
echo "Dockerfile, docker-compose.yml and workflows are sound."
