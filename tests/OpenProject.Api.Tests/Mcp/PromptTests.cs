using System.Text.RegularExpressions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>Tasks that people start by name, and values that are proposed to them.</summary>
[OnEachDatabase]
public sealed partial class PromptTests(DatabaseProvider provider)
{
    private McpWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await McpWorld.StartAsync(provider);

    [OneTimeTearDown]
    public async Task Stop() => await world.DisposeAsync();

    [Test]
    public async Task Each_is_one_message_that_names_tools_that_there_are()
    {
        var tools = (await world["reader"].ListToolsAsync()).Select(t => t.Name).ToHashSet();
        foreach (var prompt in await world["reader"].ListPromptsAsync())
        {
            var given = (prompt.ProtocolPrompt.Arguments ?? []).Where(a => a.Required == true).ToDictionary(a => a.Name, _ => (object?)"3");
            var message = (await world["reader"].GetPromptAsync(prompt.Name, given)).Messages.Single();
            var text = ((TextContentBlock)message.Content).Text;
            var named = Named().Matches(text).Select(m => m.Value).Except(["group_by", "user_id", "spent_since", "spent_until"]).ToList();

            Assert.That(message.Role, Is.EqualTo(Role.User));
            Assert.That(named, Is.Not.Empty.And.SubsetOf(tools), prompt.Name);
            foreach (var argument in given.Keys)
                Assert.That(text, Does.Contain(" 3"), argument);
        }
    }

    [Test]
    public async Task One_whose_tools_are_not_there_is_not_there_either()
    {
        using var other = new ApiServer(provider, ("Seed:Demo", "None"), ("Mcp:ReadOnly", "true"));
        using var http = other.Client();
        await McpWorld.TurnAsync(other, "prompts/my_day", on: false);
        await McpWorld.TurnAsync(other, "tools/get_project", on: false);
        await using var agent = await McpWorld.ClientAsync(http);

        Assert.That((await agent.ListPromptsAsync()).Select(p => p.Name), Is.EqualTo(new[] { "draft_release_notes", "risk_check", "timesheet" }));
        foreach (var name in new[] { "my_day", "project_status_report", "triage_backlog", "sprint_review" })
            Assert.CatchAsync<McpProtocolException>(async () => await agent.GetPromptAsync(name, new Dictionary<string, object?> { ["project"] = "1" }), name);
    }

    [TestCase("triage_backlog", null)]
    [TestCase("triage_backlog", "")]
    [TestCase("triage_backlog", "line\nbreak")]
    [TestCase("no_such_prompt", "3")]
    public void What_is_missing_or_wrong_is_refused(string prompt, string? project)
    {
        var refused = Assert.CatchAsync<McpProtocolException>(async () =>
            await world["reader"].GetPromptAsync(prompt, project is null ? [] : new Dictionary<string, object?> { ["project"] = project }));

        Assert.That(refused!.ErrorCode, Is.EqualTo(McpErrorCode.InvalidParams));
    }

    [Test]
    public async Task Values_are_proposed_out_of_what_one_sees()
    {
        var hidden = (await world.People["admin"].GetJsonAsync(world.People.Projects["private"]))["identifier"].GetString();
        var project = new PromptReference { Name = "triage_backlog" };
        var workPackage = new ResourceTemplateReference { Uri = "http://localhost/api/v3/work_packages/{id}" };

        var all = (await world["admin"].CompleteAsync(project, "project", "")).Completion.Values;
        var some = (await world["reader"].CompleteAsync(project, "project", "demo")).Completion.Values;
        var none = (await world["reader"].CompleteAsync(project, "project", hidden!)).Completion.Values;

        Assert.That(all, Does.Contain(hidden).And.Contain("demo-project"));
        Assert.That(some, Does.Contain("demo-project"));
        Assert.That(none, Is.Empty);
        Assert.That((await world["member"].CompleteAsync(workPackage, "id", "conference")).Completion.Values, Does.Contain("2"));
        Assert.That((await world["member"].CompleteAsync(new PromptReference { Name = "test" }, "arg", "par")).Completion.Values, Is.Empty);
    }

    [GeneratedRegex("[a-z]+(?:_[a-z]+)+", RegexOptions.None, 1000)]
    private static partial Regex Named();
}
