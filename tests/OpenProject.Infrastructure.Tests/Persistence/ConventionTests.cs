using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Tests.Persistence;

[TestFixture]
internal sealed class ConventionTests
{
    private static SampleContext Context()
    {
        var options = new DbContextOptionsBuilder<SampleContext>();
        options.UseOpenProjectSqlServer("Server=none");
        return new SampleContext(options.Options);
    }

    [Test]
    public void Names_are_snake_case_and_nothing_cascades_unasked()
    {
        using var context = Context();

        var script = context.Database.GenerateCreateScript();

        Assert.That(script, Does.Contain("CREATE TABLE [sample_stories]"));
        Assert.That(script, Does.Contain("[parent_story_id] bigint NULL"));
        Assert.That(script, Does.Contain("[due_date] date NULL"));
        Assert.That(script, Does.Contain("[weekday] int NOT NULL"));
        Assert.That(script, Does.Contain("CREATE UNIQUE INDEX [IX_sample_stories_display_name]"));
        Assert.That(script.Split("ON DELETE CASCADE"), Has.Length.EqualTo(2), "only the parts, whose configuration asks for it");
    }

    [Test]
    public void Text_search_escapes_on_sql_server_too()
    {
        using var context = Context();
        var pattern = Text.Containing("a");

        var sql = context.Set<SampleStory>().Where(s => Text.Like(s.DisplayName, pattern)).ToQueryString();

        Assert.That(sql, Does.Contain(@"LIKE @pattern ESCAPE N'\'"));
    }
}
