using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using OpenProject.Testing.SqlServer;

namespace OpenProject.Infrastructure.Tests.SqlServer;

internal sealed class SqlServerScriptTests
{
    [Test]
    public async Task The_script_for_administrators_is_what_the_migrations_say()
    {
        await using var context = RecordingContext.Open(new CommandRecorder());
        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        var kept = await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "sql", "sqlserver.sql"));

        Assert.That(kept.ReplaceLineEndings().Trim(), Is.EqualTo(script.ReplaceLineEndings().Trim()), "Run tools/migrations.sh.");
    }

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "OpenProject.Api.sln")))
            at = at.Parent ?? throw new DirectoryNotFoundException("The tests run outside of the repository.");
        return at.FullName;
    }
}
