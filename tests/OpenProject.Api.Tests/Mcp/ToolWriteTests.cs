using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Sprints;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Sprints;
using OpenProject.Domain.WorkPackages;
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
    public async Task Start()
    {
        world = await McpWorld.StartAsync(provider);
        foreach (var project in world.People.Projects.Values)
            await world.People.Server.ModulesAsync(IdOf(project), [.. ProjectModules.All]);
    }

    [OneTimeTearDown]
    public async Task Stop() => await world.DisposeAsync();

    /// <summary>One attempt, as an agent makes it and as a client of API v3 does, and how one sees that it was made.</summary>
    private sealed record Attempt(Dictionary<string, object?> Arguments, HttpMethod Method, string Path, object? Body, Func<HttpClient, Task<bool>> IsMade);

    private static readonly Dictionary<string, Func<ToolWriteTests, string, Task<Attempt>>> Attempts = new(StringComparer.Ordinal)
    {
        ["create_work_package"] = (tests, project) =>
        {
            var data = new { subject = $"New {tests.names++} here", _links = new { project = new { href = project }, type = new { href = "/api/v3/types/1" } } };
            return Task.FromResult(new Attempt(new() { ["data"] = data }, HttpMethod.Post, "/api/v3/work_packages", data, IsFound("subject", data.subject)));
        },
        ["update_work_package"] = async (tests, project) =>
        {
            var id = await tests.WorkPackageAsync(project);
            var data = new { lockVersion = 0, subject = "Changed" };
            return new(new() { ["id"] = id, ["data"] = data }, HttpMethod.Patch, $"/api/v3/work_packages/{id}", data, Has($"/api/v3/work_packages/{id}", "subject", "Changed"));
        },
        ["create_work_package_comment"] = async (tests, project) =>
        {
            var id = await tests.WorkPackageAsync(project);
            return new(new() { ["work_package_id"] = id, ["comment"] = "Said" }, HttpMethod.Post, $"/api/v3/work_packages/{id}/activities", new { comment = new { raw = "Said" } }, Counts($"/api/v3/work_packages/{id}/activities", 2));
        },
        ["create_work_package_relation"] = async (tests, project) =>
        {
            var (from, to) = (await tests.WorkPackageAsync(project), await tests.WorkPackageAsync(project));
            return new(
                new() { ["from_work_package_id"] = from, ["to_work_package_id"] = to, ["type"] = "follows", ["lag"] = 2 },
                HttpMethod.Post, $"/api/v3/work_packages/{from}/relations", new { type = "follows", lag = 2, _links = new { to = new { href = $"/api/v3/work_packages/{to}" } } },
                Counts($"/api/v3/work_packages/{from}/relations", 1));
        },
        ["update_work_package_relation"] = async (tests, project) =>
        {
            var id = await tests.RelationAsync(project);
            return new(new() { ["id"] = id, ["description"] = "Why" }, HttpMethod.Patch, $"/api/v3/relations/{id}", new { description = "Why" }, Has($"/api/v3/relations/{id}", "description", "Why"));
        },
        ["delete_work_package_relation"] = async (tests, project) =>
        {
            var id = await tests.RelationAsync(project);
            return new(new() { ["id"] = id }, HttpMethod.Delete, $"/api/v3/relations/{id}", null, IsGone($"/api/v3/relations/{id}"));
        },
        ["create_time_entry"] = async (tests, project) =>
        {
            var id = await tests.WorkPackageAsync(project);
            var entity = new { entity = new { href = $"/api/v3/work_packages/{id}" } };
            return new(
                new() { ["data"] = new { hours = "PT1H30M", _links = entity } }, HttpMethod.Post, "/api/v3/time_entries", new { hours = "PT1H30M", spentOn = "2026-01-05", _links = entity },
                IsBooked(id));
        },
        ["update_time_entry"] = async (tests, project) =>
        {
            var id = await tests.TimeEntryAsync(project);
            return new(new() { ["id"] = id, ["data"] = new { hours = "PT2H" } }, HttpMethod.Patch, $"/api/v3/time_entries/{id}", new { hours = "PT2H" }, Has($"/api/v3/time_entries/{id}", "hours", "PT2H"));
        },
        ["delete_time_entry"] = async (tests, project) =>
        {
            var id = await tests.TimeEntryAsync(project);
            return new(new() { ["id"] = id }, HttpMethod.Delete, $"/api/v3/time_entries/{id}", null, IsGone($"/api/v3/time_entries/{id}"));
        },
        ["delete_work_package"] = async (tests, project) =>
        {
            var id = await tests.WorkPackageAsync(project);
            return new(new() { ["id"] = id, ["confirm"] = true }, HttpMethod.Delete, $"/api/v3/work_packages/{id}", null, IsGone($"/api/v3/work_packages/{id}"));
        },
        ["update_work_package_comment"] = async (tests, project) =>
        {
            var id = await tests.CommentAsync(project);
            return new(new() { ["id"] = id, ["comment"] = "Meant" }, HttpMethod.Patch, $"/api/v3/activities/{id}", new { comment = new { raw = "Meant" } }, Has($"/api/v3/activities/{id}", "comment/raw", "Meant"));
        },
        ["toggle_reaction"] = async (tests, project) =>
        {
            var id = await tests.CommentAsync(project);
            return new(new() { ["id"] = id, ["reaction"] = "heart" }, HttpMethod.Patch, $"/api/v3/activities/{id}/emoji_reactions", new { reaction = "heart" }, Counts($"/api/v3/activities/{id}/emoji_reactions", 1));
        },
        ["add_watcher"] = async (tests, project) =>
        {
            var id = await tests.WorkPackageAsync(project);
            return new(new() { ["work_package_id"] = id, ["user_id"] = 4 }, HttpMethod.Post, $"/api/v3/work_packages/{id}/watchers", new { user = new { href = "/api/v3/users/4" } }, Counts($"/api/v3/work_packages/{id}/watchers", 1));
        },
        ["remove_watcher"] = async (tests, project) =>
        {
            var id = await tests.WorkPackageAsync(project);
            await tests.world.People["admin"].PostJsonAsync($"/api/v3/work_packages/{id}/watchers", new { user = new { href = "/api/v3/users/4" } });
            return new(new() { ["work_package_id"] = id, ["user_id"] = 4 }, HttpMethod.Delete, $"/api/v3/work_packages/{id}/watchers/4", null, Counts($"/api/v3/work_packages/{id}/watchers", 0));
        },
        ["log_time"] = async (tests, project) =>
        {
            var id = await tests.WorkPackageAsync(project);
            var body = new { hours = "PT1H30M", spentOn = "2026-01-05", _links = new { entity = new { href = $"/api/v3/work_packages/{id}" } } };
            return new(new() { ["work_package_id"] = id, ["hours"] = "1h 30m", ["spent_on"] = "2026-01-05" }, HttpMethod.Post, "/api/v3/time_entries", body, IsBooked(id));
        },
        ["move_to_sprint"] = async (tests, project) =>
        {
            var (id, sprint) = (await tests.WorkPackageAsync(project), await tests.SprintAsync(project));
            var data = new { lockVersion = 0, _links = new { sprint = new { href = sprint } } };
            return new(
                new() { ["id"] = id, ["sprint_id"] = sprint.Split('/')[^1], ["lock_version"] = 0 }, HttpMethod.Patch, $"/api/v3/work_packages/{id}", data,
                Has($"/api/v3/work_packages/{id}", "_links/sprint/href", sprint));
        },
        ["create_version"] = (tests, project) =>
        {
            var data = new { name = $"Version {tests.names++}", _links = new { definingProject = new { href = project } } };
            return Task.FromResult(new Attempt(new() { ["data"] = data }, HttpMethod.Post, "/api/v3/versions", data, Names("/api/v3/versions?pageSize=1000", data.name)));
        },
        ["update_version"] = async (tests, project) =>
        {
            var id = await tests.MadeAsync("/api/v3/versions", new { name = $"Version {tests.names++}", _links = new { definingProject = new { href = project } } });
            var data = new { status = "closed" };
            return new(new() { ["id"] = id, ["data"] = data }, HttpMethod.Patch, $"/api/v3/versions/{id}", data, Has($"/api/v3/versions/{id}", "status", "closed"));
        },
        ["update_project"] = (tests, project) =>
        {
            var data = new { name = $"Project {tests.names++}" };
            return Task.FromResult(new Attempt(new() { ["project"] = project.Split('/')[^1], ["data"] = data }, HttpMethod.Patch, project, data, Has(project, "name", data.name)));
        },
        ["archive_project"] = async (tests, project) =>
        {
            var isPublic = project == tests.world.People.Projects["public"];
            var id = await tests.MadeAsync("/api/v3/projects", new { name = $"Project {tests.names++}", @public = isPublic });
            return new(new() { ["project"] = id }, HttpMethod.Patch, $"/api/v3/projects/{id}", new { active = false }, async admin => !(await admin.GetJsonAsync($"/api/v3/projects/{id}"))["active"].GetBoolean());
        },
        ["add_member"] = async (tests, project) =>
        {
            var person = await tests.PersonAsync();
            var data = await tests.MembershipAsync(project, person);
            return new(new() { ["data"] = data }, HttpMethod.Post, "/api/v3/memberships", data, Counts(Filtered("/api/v3/memberships", "principal", $"{person}"), 1));
        },
        ["update_member"] = async (tests, project) =>
        {
            var id = await tests.MadeAsync("/api/v3/memberships", await tests.MembershipAsync(project));
            var data = new { _links = new { roles = new[] { new { href = await tests.RoleAsync("Reader") } } } };
            return new(new() { ["id"] = id, ["data"] = data }, HttpMethod.Patch, $"/api/v3/memberships/{id}", data, HasRole($"/api/v3/memberships/{id}", "Reader"));
        },
        ["remove_member"] = async (tests, project) =>
        {
            var id = await tests.MadeAsync("/api/v3/memberships", await tests.MembershipAsync(project));
            return new(new() { ["id"] = id, ["confirm"] = true }, HttpMethod.Delete, $"/api/v3/memberships/{id}", null, IsGone($"/api/v3/memberships/{id}"));
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
    public async Task What_is_removed_unseen_is_told_of_before()
    {
        var project = world.People.Projects["public"];
        var server = world.People.Server;
        await server.JoinAsync("kim", IdOf(project), "Project admin");
        using var http = await server.ClientOfAsync("kim");
        await using var kim = await McpWorld.ClientAsync(http);
        var parent = await WorkPackageAsync(project);
        foreach (var place in world.People.Projects.Values)
        {
            var child = new { subject = "Child", _links = new { project = new { href = place }, type = new { href = "/api/v3/types/1" }, parent = new { href = $"/api/v3/work_packages/{parent}" } } };
            await MadeAsync("/api/v3/work_packages", child);
        }

        var preview = (await kim.CallToolAsync("delete_work_package", new Dictionary<string, object?> { ["id"] = parent })).StructuredContent!.Value;
        Assert.That(preview.GetProperty("below").GetInt32(), Is.EqualTo(1));
        Assert.That(preview.GetProperty("hint").GetString(), Does.Contain("below counts those that you see, others go too"));
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

    [Test]
    public async Task Of_several_that_are_one_all_are_written_or_none()
    {
        var project = world.People.Projects["public"];
        var (parent, known) = (await WorkPackageAsync(project), await WorkPackageAsync(project));
        var child = new { subject = $"Below {names++}", _links = new { project = new { href = project }, type = new { href = "/api/v3/types/1" }, parent = new { href = $"/api/v3/work_packages/{parent}" } } };
        var refused = new { subject = "", _links = child._links };
        async Task<int> BelowAsync() => (await world.People["admin"].GetJsonAsync(Filtered("/api/v3/work_packages", "parent", $"{parent}")))["total"].GetInt32();

        var (isError, none) = await world.CallAsync("member", "bulk_create_work_packages", new() { ["items"] = new object[] { child, refused, child }, ["atomic"] = true });
        Assert.That((isError, none.GetProperty("code").GetString(), none.GetProperty("index").GetInt32()), Is.EqualTo((true, "validation", 1)));
        Assert.That(none.GetProperty("error").GetString(), Does.StartWith("Nothing was written, as item 1 (from 0) was refused: "));
        Assert.That(await BelowAsync(), Is.Zero);

        var (_, all) = await world.CallAsync("member", "bulk_create_work_packages", new() { ["items"] = new object[] { child, child }, ["atomic"] = true });
        Assert.That((all.GetProperty("total").GetInt32(), all.GetProperty("failed").GetInt32(), await BelowAsync()), Is.EqualTo((2, 0, 2)));
        Assert.That(all.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("id").GetInt64()), Is.Unique);

        object Change(long id, int version, string subject) => new { id, data = new { lockVersion = version, subject } };
        var (_, stale) = await world.CallAsync("member", "bulk_update_work_packages", new() { ["items"] = new[] { Change(known, 0, "Changed"), Change(parent, 77, "Stale") }, ["atomic"] = true });
        var (_, unread) = await world.CallAsync("member", "bulk_update_work_packages", new() { ["items"] = new[] { Change(known, 0, "Changed"), new { what = 1 } }, ["atomic"] = true });
        Assert.That((stale.GetProperty("code").GetString(), stale.GetProperty("index").GetInt32()), Is.EqualTo(("conflict", 1)));
        Assert.That((unread.GetProperty("code").GetString(), unread.GetProperty("index").GetInt32()), Is.EqualTo(("invalid_arguments", 1)));
        Assert.That((await world.People["admin"].GetJsonAsync($"/api/v3/work_packages/{known}"))["subject"].GetString(), Is.EqualTo("Subject"));

        // The second change builds upon the first.
        var (_, changed) = await world.CallAsync("member", "bulk_update_work_packages", new() { ["items"] = new[] { Change(known, 0, "First"), Change(known, 1, "Second") }, ["atomic"] = true });
        Assert.That(changed.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("subject").GetString()), Is.EqualTo(new[] { "Second", "Second" }));
        Assert.That((await world.People["admin"].GetJsonAsync($"/api/v3/work_packages/{known}"))["subject"].GetString(), Is.EqualTo("Second"));
        var (_, forbidden) = await world.CallAsync("reader", "bulk_update_work_packages", new() { ["items"] = new[] { Change(known, 2, "Third") }, ["atomic"] = true });
        Assert.That(forbidden.GetProperty("code").GetString(), Is.EqualTo("forbidden"));
    }

    [Test]
    public async Task Nobody_is_told_of_what_is_written_quietly()
    {
        var quiet = (await world["admin"].ListToolsAsync()).Where(t => t.JsonSchema.GetProperty("properties").TryGetProperty("notify", out _)).Select(t => t.Name).ToList();
        Assert.That(quiet, Is.EquivalentTo(new[]
        {
            "create_work_package", "update_work_package", "create_work_package_comment", "update_work_package_comment", "bulk_create_work_packages", "bulk_update_work_packages", "move_to_sprint",
        }));
        foreach (var tool in quiet)
        {
            foreach (var atomic in tool.StartsWith("bulk", StringComparison.Ordinal) ? new bool?[] { false, true } : [null])
            {
                Assert.That(await UntoldByAsync(tool, notify: null, atomic), Is.EqualTo(1), $"{tool}, {atomic}");
                Assert.That(await UntoldByAsync(tool, notify: true, atomic), Is.EqualTo(1), $"{tool}, {atomic}");
                Assert.That(await UntoldByAsync(tool, notify: false, atomic), Is.Zero, $"{tool}, {atomic}");
            }
        }
    }

    // How many activities people have still to be told of, once a tool has been called, where there were none before.
    private async Task<int> UntoldByAsync(string tool, bool? notify, bool? atomic)
    {
        var project = world.People.Projects["public"];
        Dictionary<string, object?> arguments = tool switch
        {
            "bulk_create_work_packages" => new() { ["items"] = new[] { (await Attempts["create_work_package"](this, project)).Arguments["data"] } },
            "bulk_update_work_packages" => new() { ["items"] = new[] { (await Attempts["update_work_package"](this, project)).Arguments } },
            _ => (await Attempts[tool](this, project)).Arguments,
        };
        if (notify is not null)
            arguments["notify"] = notify;
        if (atomic is not null)
            arguments["atomic"] = atomic;
        await using var scope = world.People.Server.Services.CreateAsyncScope();
        var journals = scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Set<WorkPackageJournal>();
        await journals.ExecuteUpdateAsync(set => set.SetProperty(j => j.NotifiedAt, DateTime.UnixEpoch));
        var (isError, content) = await world.CallAsync("admin", tool, arguments);
        Assert.That(isError, Is.False, content.GetRawText());
        return await journals.CountAsync(j => j.NotifiedAt == null);
    }

    [Test]
    public async Task A_work_package_becomes_a_child_and_none_by_its_parent_and_a_description_is_continued()
    {
        var (parent, id) = (await WorkPackageAsync(world.People.Projects["public"]), await WorkPackageAsync(world.People.Projects["public"]));
        async Task<JsonElement> ChangedAsync(object data) => (await world.CallAsync("member", "update_work_package", new() { ["id"] = id, ["data"] = data })).Content;
        var child = await ChangedAsync(new { lockVersion = 0, description = new { raw = "First" }, _links = new { parent = new { href = $"/api/v3/work_packages/{parent}" } } });
        var (_, above) = await world.CallAsync("member", "get_work_package", new() { ["id"] = parent });
        var (_, read) = await world.CallAsync("member", "get_work_package", new() { ["id"] = id });
        var whole = read.GetProperty("description").GetProperty("raw").GetString() + "\n\nSecond";
        var alone = await ChangedAsync(new { lockVersion = read.GetProperty("lockVersion").GetInt32(), description = new { raw = whole }, _links = JsonElement.Parse("""{"parent":{"href":null}}""") });

        Assert.That(child.GetProperty("_links").GetProperty("parent").GetProperty("href").GetString(), Is.EqualTo($"/api/v3/work_packages/{parent}"));
        Assert.That(above.GetProperty("_links").GetProperty("children").EnumerateArray().Select(c => c.GetProperty("href").GetString()), Is.EqualTo(new[] { $"/api/v3/work_packages/{id}" }));
        Assert.That(read.GetProperty("_links").GetProperty("ancestors").GetArrayLength(), Is.EqualTo(1));
        Assert.That(alone.GetProperty("description").GetProperty("raw").GetString(), Is.EqualTo("First\n\nSecond"));
        Assert.That(alone.GetProperty("_links").GetProperty("parent").GetProperty("href").ValueKind, Is.EqualTo(JsonValueKind.Null));
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
                Assert.That(await here.IsMade(world.People["admin"]), Is.EqualTo(!isError), $"{tool} for {kind} in the {place} project: whether it was made");
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

    [Test]
    public async Task No_tool_that_writes_goes_untried()
    {
        var writing = (await world["admin"].ListToolsAsync()).Where(t => t.ProtocolTool.Annotations!.ReadOnlyHint == false).Select(t => t.Name);

        // These have tests of their own; the last five have no twin in API v3 (ContentToolTests).
        Assert.That(Attempts.Keys.Concat(
            ["create_project", "bulk_create_work_packages", "bulk_update_work_packages", "add_attachment", "copy_project", "create_reminder", "mark_notifications_read",
                "create_sprint", "create_meeting", "add_agenda_item", "update_agenda_item", "update_wiki_page"]), Is.EquivalentTo(writing));
    }

    private static IEnumerable<string> Tools => Attempts.Keys;

    private static Func<HttpClient, Task<bool>> Has(string path, string member, string value) =>
        async admin => (await admin.GetJsonAsync(path)) is { Status: HttpStatusCode.OK } answer && answer[member].GetString() == value;

    private static Func<HttpClient, Task<bool>> IsGone(string path) => async admin => (await admin.GetJsonAsync(path)).Status == HttpStatusCode.NotFound;

    private static Func<HttpClient, Task<bool>> Counts(string path, int total) => async admin => (await admin.GetJsonAsync(path))["total"].GetInt32() == total;

    private static Func<HttpClient, Task<bool>> IsFound(string filter, string value) => Counts(Filtered("/api/v3/work_packages", filter, value, "~"), 1);

    private static Func<HttpClient, Task<bool>> IsBooked(long workPackageId) => Counts(Filtered("/api/v3/time_entries", "entity_id", $"{workPackageId}"), 1);

    private static Func<HttpClient, Task<bool>> Names(string path, string name) =>
        async admin => (await admin.GetJsonAsync(path))["_embedded/elements"].EnumerateArray().Any(e => e.GetProperty("name").GetString() == name);

    private static Func<HttpClient, Task<bool>> HasRole(string path, string role) =>
        async admin => (await admin.GetJsonAsync(path))["_links/roles"].EnumerateArray().Single().GetProperty("title").GetString() == role;

    private static string Filtered(string path, string filter, string value, string @operator = "=") =>
        $"{path}?filters=" + Uri.EscapeDataString($$$"""[{"{{{filter}}}":{"operator":"{{{@operator}}}","values":["{{{value}}}"]}}]""");

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

    private Task<long> PersonAsync() =>
        MadeAsync("/api/v3/users", new { login = $"person{names}", firstName = "A", lastName = "B", email = $"person{names++}@example.net", password = "hello-hello-hello" });

    private async Task<object> MembershipAsync(string project, long? known = null)
    {
        var person = known ?? await PersonAsync();
        return new { _links = new { project = new { href = project }, principal = new { href = $"/api/v3/users/{person}" }, roles = new[] { new { href = await RoleAsync("Member") } } } };
    }

    private static long IdOf(string project) => long.Parse(project.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> SprintAsync(string project)
    {
        await using var scope = world.People.Server.Services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<SprintService>().AddAsync(
            IdOf(project), $"Sprint {names++}", description: null, start: null, finish: null, SprintStatus.InPlanning, DateTime.UnixEpoch, CancellationToken.None);
        return $"/api/v3/sprints/{id}";
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
