using System.Net;
using System.Text.Json;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>Tools that write let everybody do what API v3 lets him do, and nothing else.</summary>
[OnEachDatabase]
public sealed class ToolWriteTests(DatabaseProvider provider)
{
    private McpWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await McpWorld.StartAsync(provider);

    [OneTimeTearDown]
    public async Task Stop() => await world.DisposeAsync();

    /// <summary>One attempt, as an agent makes it and as a client of API v3 does.</summary>
    private sealed record Attempt(Dictionary<string, object?> Arguments, HttpMethod Method, string Path, object? Body);

    private static readonly Dictionary<string, Func<ToolWriteTests, string, Task<Attempt>>> Attempts = new(StringComparer.Ordinal)
    {
        ["create_work_package"] = (_, project) =>
        {
            var data = new { subject = "New", _links = new { project = new { href = project }, type = new { href = "/api/v3/types/1" } } };
            return Task.FromResult(new Attempt(new() { ["data"] = data }, HttpMethod.Post, "/api/v3/work_packages", data));
        },
        ["update_work_package"] = async (tests, project) =>
        {
            var id = await tests.WorkPackageAsync(project);
            var data = new { lockVersion = 0, subject = "Changed" };
            return new(new() { ["id"] = id, ["data"] = data }, HttpMethod.Patch, $"/api/v3/work_packages/{id}", data);
        },
        ["create_work_package_comment"] = async (tests, project) =>
        {
            var id = await tests.WorkPackageAsync(project);
            return new(new() { ["work_package_id"] = id, ["comment"] = "Said" }, HttpMethod.Post, $"/api/v3/work_packages/{id}/activities", new { comment = new { raw = "Said" } });
        },
        ["create_work_package_relation"] = async (tests, project) =>
        {
            var (from, to) = (await tests.WorkPackageAsync(project), await tests.WorkPackageAsync(project));
            return new(
                new() { ["from_work_package_id"] = from, ["to_work_package_id"] = to, ["type"] = "follows", ["lag"] = 2 },
                HttpMethod.Post, $"/api/v3/work_packages/{from}/relations", new { type = "follows", lag = 2, _links = new { to = new { href = $"/api/v3/work_packages/{to}" } } });
        },
        ["update_work_package_relation"] = async (tests, project) =>
        {
            var id = await tests.RelationAsync(project);
            return new(new() { ["id"] = id, ["description"] = "Why" }, HttpMethod.Patch, $"/api/v3/relations/{id}", new { description = "Why" });
        },
        ["delete_work_package_relation"] = async (tests, project) =>
        {
            var id = await tests.RelationAsync(project);
            return new(new() { ["id"] = id }, HttpMethod.Delete, $"/api/v3/relations/{id}", null);
        },
        ["create_time_entry"] = async (tests, project) =>
        {
            var entity = new { entity = new { href = $"/api/v3/work_packages/{await tests.WorkPackageAsync(project)}" } };
            return new(
                new() { ["data"] = new { hours = "PT1H30M", _links = entity } }, HttpMethod.Post, "/api/v3/time_entries", new { hours = "PT1H30M", spentOn = "2026-01-05", _links = entity });
        },
        ["update_time_entry"] = async (tests, project) =>
        {
            var id = await tests.TimeEntryAsync(project);
            return new(new() { ["id"] = id, ["data"] = new { hours = "PT2H" } }, HttpMethod.Patch, $"/api/v3/time_entries/{id}", new { hours = "PT2H" });
        },
        ["delete_time_entry"] = async (tests, project) =>
        {
            var id = await tests.TimeEntryAsync(project);
            return new(new() { ["id"] = id }, HttpMethod.Delete, $"/api/v3/time_entries/{id}", null);
        },
        ["delete_work_package"] = async (tests, project) =>
        {
            var id = await tests.WorkPackageAsync(project);
            return new(new() { ["id"] = id, ["confirm"] = true }, HttpMethod.Delete, $"/api/v3/work_packages/{id}", null);
        },
        ["update_work_package_comment"] = async (tests, project) =>
        {
            var id = await tests.CommentAsync(project);
            return new(new() { ["id"] = id, ["comment"] = "Meant" }, HttpMethod.Patch, $"/api/v3/activities/{id}", new { comment = new { raw = "Meant" } });
        },
        ["toggle_reaction"] = async (tests, project) =>
        {
            var id = await tests.CommentAsync(project);
            return new(new() { ["id"] = id, ["reaction"] = "heart" }, HttpMethod.Patch, $"/api/v3/activities/{id}/emoji_reactions", new { reaction = "heart" });
        },
        ["add_watcher"] = async (tests, project) =>
        {
            var id = await tests.WorkPackageAsync(project);
            return new(new() { ["work_package_id"] = id, ["user_id"] = 4 }, HttpMethod.Post, $"/api/v3/work_packages/{id}/watchers", new { user = new { href = "/api/v3/users/4" } });
        },
        ["remove_watcher"] = async (tests, project) =>
        {
            var id = await tests.WorkPackageAsync(project);
            await tests.world.People["admin"].PostJsonAsync($"/api/v3/work_packages/{id}/watchers", new { user = new { href = "/api/v3/users/4" } });
            return new(new() { ["work_package_id"] = id, ["user_id"] = 4 }, HttpMethod.Delete, $"/api/v3/work_packages/{id}/watchers/4", null);
        },
        ["log_time"] = async (tests, project) =>
        {
            var id = await tests.WorkPackageAsync(project);
            var body = new { hours = "PT1H30M", spentOn = "2026-01-05", _links = new { entity = new { href = $"/api/v3/work_packages/{id}" } } };
            return new(new() { ["work_package_id"] = id, ["hours"] = "1h 30m", ["spent_on"] = "2026-01-05" }, HttpMethod.Post, "/api/v3/time_entries", body);
        },
        ["create_version"] = (tests, project) =>
        {
            var data = new { name = $"Version {tests.names++}", _links = new { definingProject = new { href = project } } };
            return Task.FromResult(new Attempt(new() { ["data"] = data }, HttpMethod.Post, "/api/v3/versions", data));
        },
        ["update_version"] = async (tests, project) =>
        {
            var id = await tests.MadeAsync("/api/v3/versions", new { name = $"Version {tests.names++}", _links = new { definingProject = new { href = project } } });
            var data = new { status = "closed" };
            return new(new() { ["id"] = id, ["data"] = data }, HttpMethod.Patch, $"/api/v3/versions/{id}", data);
        },
        ["update_project"] = (tests, project) =>
        {
            var data = new { name = $"Project {tests.names++}" };
            return Task.FromResult(new Attempt(new() { ["project"] = project.Split('/')[^1], ["data"] = data }, HttpMethod.Patch, project, data));
        },
        ["add_member"] = async (tests, project) =>
        {
            var data = await tests.MembershipAsync(project);
            return new(new() { ["data"] = data }, HttpMethod.Post, "/api/v3/memberships", data);
        },
        ["update_member"] = async (tests, project) =>
        {
            var id = await tests.MadeAsync("/api/v3/memberships", await tests.MembershipAsync(project));
            var data = new { _links = new { roles = new[] { new { href = await tests.RoleAsync("Reader") } } } };
            return new(new() { ["id"] = id, ["data"] = data }, HttpMethod.Patch, $"/api/v3/memberships/{id}", data);
        },
        ["remove_member"] = async (tests, project) =>
        {
            var id = await tests.MadeAsync("/api/v3/memberships", await tests.MembershipAsync(project));
            return new(new() { ["id"] = id, ["confirm"] = true }, HttpMethod.Delete, $"/api/v3/memberships/{id}", null);
        },
    };

    private int names;

    [Test]
    public async Task Projects_are_made_by_those_who_may()
    {
        var (_, project) = await world.CallAsync("admin", "create_project", new() { ["data"] = new { name = "Made by an agent" } });
        var (isError, refused) = await world.CallAsync("reader", "create_project", new() { ["data"] = new { name = "Refused" } });

        Assert.That(project.GetProperty("_type").GetString(), Is.EqualTo("Project"));
        Assert.That((isError, refused.GetProperty("code").GetString()), Is.EqualTo((true, "forbidden")));
    }

    [Test]
    public async Task Nothing_is_removed_without_confirmation()
    {
        var (parent, project) = (await WorkPackageAsync(world.People.Projects["public"]), world.People.Projects["public"]);
        await MadeAsync(
            "/api/v3/work_packages",
            new { subject = "Child", _links = new { project = new { href = project }, type = new { href = "/api/v3/types/1" }, parent = new { href = $"/api/v3/work_packages/{parent}" } } });
        var (isError, preview) = await world.CallAsync("admin", "delete_work_package", new() { ["id"] = parent });

        Assert.That((isError, preview.GetProperty("preview").GetBoolean(), preview.GetProperty("below").GetInt32()), Is.EqualTo((false, true, 1)));
        Assert.That(preview.GetProperty("hint").GetString(), Does.Contain("others go too"));
        Assert.That((await world.People["admin"].GetJsonAsync($"/api/v3/work_packages/{parent}")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await world.CallAsync("member", "delete_work_package", new() { ["id"] = parent })).Content.GetProperty("code").GetString(), Is.EqualTo("forbidden"));

        var membership = await MadeAsync("/api/v3/memberships", await MembershipAsync(project));
        var (_, ending) = await world.CallAsync("admin", "remove_member", new() { ["id"] = membership });
        Assert.That(ending.GetProperty("preview").GetBoolean(), Is.True);
        Assert.That((await world.People["admin"].GetJsonAsync($"/api/v3/memberships/{membership}")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Who_watches_no_longer_is_told_though_he_is_seen_no_longer()
    {
        var id = await WorkPackageAsync(world.People.Projects["public"]);
        var stranger = (await world.People["non-member"].GetJsonAsync("/api/v3/users/me"))["id"].GetInt64();
        await world.People["admin"].PostJsonAsync($"/api/v3/work_packages/{id}/watchers", new { user = new { href = $"/api/v3/users/{stranger}" } });
        var (isError, removed) = await world.CallAsync("member", "remove_watcher", new() { ["work_package_id"] = id, ["user_id"] = stranger });
        var (isRepeated, unknown) = await world.CallAsync("member", "remove_watcher", new() { ["work_package_id"] = id, ["user_id"] = stranger });

        Assert.That((isError, removed.GetProperty("id").GetInt64()), Is.EqualTo((false, stranger)), removed.GetRawText());
        Assert.That((await world.People["admin"].GetJsonAsync($"/api/v3/work_packages/{id}/watchers"))["total"].GetInt32(), Is.Zero);
        Assert.That((isRepeated, unknown.GetProperty("code").GetString()), Is.EqualTo((true, "not_found")));
    }

    [Test]
    public async Task Several_are_written_each_by_itself()
    {
        var (project, known) = (world.People.Projects["public"], await WorkPackageAsync(world.People.Projects["public"]));
        var sound = new { subject = "Sound", _links = new { project = new { href = project }, type = new { href = "/api/v3/types/1" } } };
        var (_, made) = await world.CallAsync("member", "bulk_create_work_packages", new() { ["items"] = new object[] { sound, new { subject = "" }, sound } });
        var (_, changed) = await world.CallAsync("member", "bulk_update_work_packages", new()
        {
            ["items"] = new object[]
            {
                new { id = known, data = new { subject = "No version" } }, new { id = known, data = new { lockVersion = 9, subject = "Stale" } }, new { id = known, data = new { lockVersion = 0, subject = "Good" } },
                new { id = known, data = new { lockVersion = 1, subject = "" } }, new { id = 4711, data = new { lockVersion = 0 } }, new { what = 1 },
            },
        });
        var (_, refused) = await world.CallAsync("reader", "bulk_create_work_packages", new() { ["items"] = new object[] { sound } });

        Assert.That((made.GetProperty("total").GetInt32(), made.GetProperty("failed").GetInt32()), Is.EqualTo((3, 1)));
        Assert.That(made.GetProperty("results")[1].GetProperty("errors").EnumerateObject().Select(e => e.Name), Does.Contain("project"));
        Assert.That(
            changed.GetProperty("results").EnumerateArray().Select(r => r.TryGetProperty("code", out var code) ? code.GetString() : r.GetProperty("subject").GetString()),
            Is.EqualTo(new[] { "invalid_arguments", "conflict", "Good", "validation", "not_found", "invalid_arguments" }));
        Assert.That(refused.GetProperty("failed").GetInt32(), Is.EqualTo(1));
        Assert.That((await world.People["admin"].GetJsonAsync($"/api/v3/work_packages/{known}"))["subject"].GetString(), Is.EqualTo("Good"));
    }

    [TestCase("90m", "PT1H30M")]
    [TestCase("1.5h", "PT1H30M")]
    [TestCase("1,5 h", "PT1H30M")]
    [TestCase("2h", "PT2H")]
    [TestCase("pt45m", "PT45M")]
    public async Task Time_is_booked_as_people_say_it(string hours, string booked)
    {
        var (_, entry) = await world.CallAsync("admin", "log_time", new() { ["work_package_id"] = await WorkPackageAsync(world.People.Projects["public"]), ["hours"] = hours, ["comment"] = "Done" });

        Assert.That((entry.GetProperty("hours").GetString(), entry.GetProperty("comment").GetProperty("raw").GetString()), Is.EqualTo((booked, "Done")));
    }

    [TestCase("")]
    [TestCase("soon")]
    [TestCase("0h")]
    [TestCase("-1h")]
    [TestCase("1001h")]
    [TestCase("1h 30")]
    public async Task What_is_no_duration_is_refused(string hours)
    {
        var (isError, content) = await world.CallAsync("admin", "log_time", new() { ["work_package_id"] = 2, ["hours"] = hours });

        Assert.That((isError, content.GetProperty("error").GetString()), Is.EqualTo((true, "hours must be a duration like 1h 30m.")));
    }

    [TestCaseSource(nameof(Tools))]
    public async Task A_tool_may_what_API_v3_lets_its_caller(string tool)
    {
        var allowed = 0;
        foreach (var (place, project) in world.People.Projects)
        {
            foreach (var kind in McpWorld.Kinds)
            {
                var there = await Attempts[tool](this, project);
                var status = (await world.People[kind].AnswerAsync(there.Method, there.Path, there.Body)).Status;
                var here = await Attempts[tool](this, project);
                var (isError, content) = await world.CallAsync(kind, tool, here.Arguments);

                Assert.That(isError, Is.EqualTo(status >= HttpStatusCode.BadRequest), $"{tool} for {kind} in the {place} project: {status}, {content}");
                if (isError)
                    Assert.That(content.GetProperty("code").GetString(), Is.EqualTo(CodeOf(status)), $"{tool} for {kind} in the {place} project: {content}");
                allowed += isError ? 0 : 1;
            }
        }

        Assert.That(allowed, Is.InRange(2, 6), "some may and some may not");
    }

    [Test]
    public async Task What_is_removed_is_answered_and_gone()
    {
        var id = await TimeEntryAsync(world.People.Projects["public"]);
        var (_, removed) = await world.CallAsync("admin", "delete_time_entry", new() { ["id"] = id });

        Assert.That(removed.GetProperty("id").GetInt64(), Is.EqualTo(id));
        Assert.That((await world.People["admin"].GetJsonAsync($"/api/v3/time_entries/{id}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_stale_lock_version_is_a_conflict_that_says_what_to_do()
    {
        var id = await WorkPackageAsync(world.People.Projects["public"]);
        await world.CallAsync("member", "update_work_package", new() { ["id"] = id, ["data"] = new { lockVersion = 0, subject = "First" } });
        var (isError, content) = await world.CallAsync("member", "update_work_package", new() { ["id"] = id, ["data"] = new { lockVersion = 0, subject = "Second" } });

        Assert.That(isError, Is.True);
        Assert.That(content.GetProperty("code").GetString(), Is.EqualTo("conflict"));
        Assert.That(content.GetProperty("error").GetString(), Does.Contain("lockVersion"));
    }

    [Test]
    public async Task Without_lock_version_nothing_is_overwritten()
    {
        var id = await WorkPackageAsync(world.People.Projects["public"]);
        var (isError, content) = await world.CallAsync("admin", "update_work_package", new() { ["id"] = id, ["data"] = new { subject = "Blind" } });

        Assert.That(isError, Is.True);
        Assert.That(content.GetProperty("error").GetString(), Does.StartWith("data.lockVersion is missing"));
    }

    [Test]
    public async Task Refused_attributes_are_told_one_by_one()
    {
        var project = world.People.Projects["public"];
        var (_, content) = await world.CallAsync(
            "member", "create_work_package", new() { ["data"] = new { subject = "", _links = new { project = new { href = project }, type = new { href = "/api/v3/types/4711" } } } });

        Assert.That(content.GetProperty("code").GetString(), Is.EqualTo("validation"));
        Assert.That(content.GetProperty("errors").EnumerateObject().Select(e => e.Name), Does.Contain("subject").And.Contain("type"));
    }

    [Test]
    public async Task Time_of_today_is_booked_when_no_day_is_given()
    {
        var id = await WorkPackageAsync(world.People.Projects["public"]);
        var (_, entry) = await world.CallAsync("admin", "create_time_entry", new() { ["data"] = new { hours = "PT30M", _links = new { entity = new { href = $"/api/v3/work_packages/{id}" } } } });

        Assert.That(entry.GetProperty("spentOn").GetString(), Is.EqualTo(TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<string> Tools => Attempts.Keys;

    private static string CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound => "not_found",
        HttpStatusCode.Forbidden => "forbidden",
        HttpStatusCode.UnprocessableEntity => "validation",
        HttpStatusCode.Conflict => "conflict",
        _ => $"nothing for {status}",
    };

    private Task<long> WorkPackageAsync(string project) => MadeAsync(
        "/api/v3/work_packages", new { subject = "Subject", _links = new { project = new { href = project }, type = new { href = "/api/v3/types/1" } } });

    private async Task<long> RelationAsync(string project)
    {
        var (from, to) = (await WorkPackageAsync(project), await WorkPackageAsync(project));
        return await MadeAsync($"/api/v3/work_packages/{from}/relations", new { type = "relates", _links = new { to = new { href = $"/api/v3/work_packages/{to}" } } });
    }

    private async Task<object> MembershipAsync(string project)
    {
        var person = await MadeAsync("/api/v3/users", new { login = $"person{names}", firstName = "A", lastName = "B", email = $"person{names++}@example.net", password = "hello-hello-hello" });
        return new { _links = new { project = new { href = project }, principal = new { href = $"/api/v3/users/{person}" }, roles = new[] { new { href = await RoleAsync("Member") } } } };
    }

    private async Task<string> RoleAsync(string name) =>
        (await world.People["admin"].GetJsonAsync("/api/v3/roles"))["_embedded/elements"].EnumerateArray()
            .Single(role => role.GetProperty("name").GetString() == name).GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!;

    private async Task<long> CommentAsync(string project) =>
        await MadeAsync($"/api/v3/work_packages/{await WorkPackageAsync(project)}/activities", new { comment = new { raw = "Said" } });

    private async Task<long> TimeEntryAsync(string project) => await MadeAsync(
        "/api/v3/time_entries", new { hours = "PT1H", spentOn = "2026-01-05", _links = new { entity = new { href = $"/api/v3/work_packages/{await WorkPackageAsync(project)}" } } });

    private async Task<long> MadeAsync(string path, object body)
    {
        var made = await world.People["admin"].PostJsonAsync(path, body);
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made["id"].GetInt64();
    }
}
