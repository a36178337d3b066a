#!/bin/sh
# Makes what comes from the model anew: the one Initial migration of both providers, the SQL Server script for DBAs, and the
# compiled models that the server starts with.
# The migration only until the first release: afterwards a change of the model is a new one, and the loop that makes it goes.
set -eu
cd "$(dirname "$0")/.."

project=src/OpenProject.Infrastructure
migrations=Persistence/Migrations
models=Persistence/CompiledModels

dotnet tool restore
rm -rf "$project/$migrations" "$project/$models"
dotnet build "$project" -nologo -v q -clp:NoSummary
for provider in Sqlite SqlServer; do
    dotnet ef migrations add Initial --no-build -p "$project" -s "$project" -c "${provider}DbContext" \
        -o "$migrations/$provider"
    dotnet ef dbcontext optimize --no-build -p "$project" -s "$project" -c "${provider}DbContext" \
        -o "$models/$provider" -n "OpenProject.Infrastructure.Persistence.CompiledModels.$provider"
done
dotnet build "$project" -nologo -v q -clp:NoSummary
mkdir -p docs/sql
dotnet ef migrations script --idempotent --no-build -p "$project" -s "$project" -c SqlServerDbContext -o docs/sql/sqlserver.sql
