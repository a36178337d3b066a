#!/usr/bin/env bash
# Lints the checked-in documents with the recommended rules of Redocly and the OpenAPI rules of Spectral; warnings fail too.
# Needs Node.js and the npm registry.
# What .redocly.lint-ignore.yaml excuses is counted as ignored.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p artifacts
for document in docs/openapi/*.json docs/openapi/*.yml; do
    npx --yes @redocly/cli@2 lint --extends=recommended --max-problems=1000 --format=json "$document" > artifacts/redocly.json
    node -e '
        const { totals } = JSON.parse(require("fs").readFileSync("artifacts/redocly.json"));
        console.log(`${process.argv[1]}: redocly ${totals.errors} errors, ${totals.warnings} warnings, ${totals.ignored} ignored`);
        process.exit(totals.errors + totals.warnings > 0 ? 1 : 0)' "$document"
    npx --yes @stoplight/spectral-cli@6 lint --fail-severity=warn --ruleset tools/spectral.yml "$document"
done
