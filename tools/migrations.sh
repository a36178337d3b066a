#!/bin/sh
# Makes the one Initial migration of both providers, and the SQL Server script for DBAs, anew from the model.
# Only until the first release: afterwards a change of the model is a new migration, and this script goes.
set -eu
cd "$(dirname "$0")/.."

project=src/OpenProject.Infrastructure
migrations=Persistence/Migrations

dotnet tool restore
rm -rf "$project/$migrations"
dotnet build "$project" -nologo -v q -clp:NoSummary
for provider in Sqlite SqlServer; do
    dotnet ef migrations add Initial --no-build -p "$project" -s "$project" -c "${provider}DbContext" \
        -o "$migrations/$provider"
done
dotnet build "$project" -nologo -v q -clp:NoSummary
mkdir -p docs/sql
dotnet ef migrations script --idempotent --no-build -p "$project" -s "$project" -c SqlServerDbContext -o docs/sql/sqlserver.sql
