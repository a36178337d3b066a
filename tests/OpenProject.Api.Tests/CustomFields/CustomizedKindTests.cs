using System.Net;
using OpenProject.Application.CustomFields;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.CustomFields;

/// <summary>Custom fields of what is no work package, and who sees them.</summary>
[OnEachDatabase]
public sealed class CustomizedKindTests(DatabaseProvider provider)
{
    private ApiServer server = null!;
    private HttpClient client = null!;
    private HttpClient mira = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        mira = await server.ClientOfAsync("mira");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        mira.Dispose();
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task Projects_have_fields()
    {
        var field = "customField" + await server.DefineAsync(new CustomFieldSpec("Budget code", CustomizedKind.Project, CustomFieldFormat.String));
        var made = await client.PostJsonAsync("/api/v3/projects", $$"""{"name":"Coded","{{field}}":"A-1"}""");

        Assert.That((made.Status, made[field].GetString()), Is.EqualTo((HttpStatusCode.Created, "A-1")), made.ToString());
        var changed = await client.PatchJsonAsync(Self(made), $$"""{"{{field}}":"A-2"}""");
        Assert.That(changed[field].GetString(), Is.EqualTo("A-2"), changed.ToString());
        var filter = Uri.EscapeDataString($$$"""[{"{{{field}}}":{"operator":"=","values":["A-2"]}}]""");
        var list = await client.GetJsonAsync("/api/v3/projects?filters=" + filter);
        Assert.That((list["total"].GetInt32(), list["_embedded/elements/0/" + field].GetString()), Is.EqualTo((1, "A-2")), list.ToString());
        Assert.That((await client.GetJsonAsync("/api/v3/workspaces/schema"))[field + "/name"].GetString(), Is.EqualTo("Budget code"));
        var demo = Self(await mira.GetJsonAsync("/api/v3/projects/demo-project"));
        Assert.That((int)(await mira.PatchJsonAsync(demo, $$"""{"{{field}}":"x"}""")).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task Something_is_said_of_the_values_of_a_project_where_its_field_allows_it()
    {
        var id = await server.DefineAsync(new CustomFieldSpec("Risk", CustomizedKind.Project, CustomFieldFormat.Int) { HasComment = true });
        var plain = await server.DefineAsync(new CustomFieldSpec("Quiet", CustomizedKind.Project, CustomFieldFormat.Int));
        var (field, comment) = ($"customField{id}", $"customComment{id}");
        var made = await client.PostJsonAsync("/api/v3/projects", $$"""{"name":"Commented","public":true,"{{field}}":3,"{{comment}}":" Because of the weather. "}""");

        Assert.That((made.Status, made[field].GetInt32(), made[comment].GetString()), Is.EqualTo((HttpStatusCode.Created, 3, "Because of the weather.")), made.ToString());
        Assert.That(made.Body.TryGetProperty($"customComment{plain}", out _), Is.False);
        Assert.That((await client.GetJsonAsync(Self(made)))[comment].GetString(), Is.EqualTo("Because of the weather."));
        var list = await client.GetJsonAsync("/api/v3/projects?filters=" + Uri.EscapeDataString($$$"""[{"{{{field}}}":{"operator":"=","values":["3"]}}]"""));
        Assert.That(list["_embedded/elements/0/" + comment].GetString(), Is.EqualTo("Because of the weather."), list.ToString());

        var changed = await client.PatchJsonAsync(Self(made), $$"""{"{{comment}}":"Otherwise"}""");
        Assert.That((changed[field].GetInt32(), changed[comment].GetString()), Is.EqualTo((3, "Otherwise")), changed.ToString());
        var valueless = await client.PatchJsonAsync(Self(made), $$"""{"{{field}}":null}""");
        Assert.That((valueless[field].ValueKind, valueless[comment].GetString()), Is.EqualTo((System.Text.Json.JsonValueKind.Null, "Otherwise")), "it outlives the value");
        Assert.That((await client.PatchJsonAsync(Self(made), $$"""{"name":"Commented on"}"""))[comment].GetString(), Is.EqualTo("Otherwise"));

        var form = await client.PostJsonAsync($"{Self(made)}/form", $$"""{"{{comment}}":"Thought of"}""");
        Assert.That((form[$"_embedded/payload/{comment}"].GetString(), form[$"_embedded/schema/{comment}/type"].GetString(), form[$"_embedded/schema/{comment}/name"].GetString()), Is.EqualTo(("Thought of", "String", "Risk comment")), form.ToString());
        Assert.That((await client.GetJsonAsync("/api/v3/workspaces/schema"))[comment + "/required"].GetBoolean(), Is.False);
        var tooLong = await client.PatchJsonAsync(Self(made), $$"""{"{{comment}}":"{{new string('c', 4001)}}"}""");
        Assert.That((tooLong.Status, tooLong["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, comment)), tooLong.ToString());
        Assert.That((await client.PatchJsonAsync(Self(made), $$"""{"{{comment}}":7}""")).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));

        await server.JoinAsync("kim", made["id"].GetInt64(), "Reader");
        using var kim = await server.ClientOfAsync("kim");
        Assert.That((await kim.GetJsonAsync(Self(made)))[comment].GetString(), Is.EqualTo("Otherwise"));
        Assert.That((await kim.PatchJsonAsync(Self(made), $$"""{"{{comment}}":"x"}""")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        await server.RoleAsync("Blind to attributes", "view_work_packages");
        var unseen = await client.PostJsonAsync("/api/v3/projects", $$"""{"name":"Unseen attributes","{{comment}}":"Hidden"}""");
        await server.JoinAsync("kim", unseen["id"].GetInt64(), "Blind to attributes");
        Assert.That((await kim.GetJsonAsync(Self(unseen))).Body.TryGetProperty(comment, out _), Is.False);

        var copied = await client.JobAsync(await client.PostJsonAsync($"{Self(made)}/copy", new { name = "Commented copy" }));
        Assert.That((await client.GetJsonAsync(copied["payload/_links/project/href"].GetString()!))[comment].GetString(), Is.EqualTo("Otherwise"));
        Assert.That((await client.PatchJsonAsync(Self(made), $$"""{"{{comment}}":""}"""))[comment].ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        Assert.That((await client.DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NoContent), "comments go with the project");
    }

    [Test]
    public async Task Comments_kept_for_administrators_are_theirs_and_those_of_other_kinds_are_none()
    {
        var id = await server.DefineAsync(new CustomFieldSpec("Secret risk", CustomizedKind.Project, CustomFieldFormat.Int) { HasComment = true, IsAdminOnly = true });
        var made = await client.PostJsonAsync("/api/v3/projects", $$"""{"name":"Secretly commented","customComment{{id}}":"Secret"}""");
        Assert.That(made[$"customComment{id}"].GetString(), Is.EqualTo("Secret"), made.ToString());
        await server.JoinAsync("kimberly", made["id"].GetInt64(), "Project admin");
        using var kim = await server.ClientOfAsync("kimberly");
        Assert.That((await kim.GetJsonAsync(Self(made))).Body.TryGetProperty($"customComment{id}", out _), Is.False);
        Assert.That((await kim.PatchJsonAsync(Self(made), $$"""{"customComment{{id}}":"x"}""")).Status, Is.EqualTo(HttpStatusCode.OK), "passed over, as what is sent for the field");
        Assert.That((await client.GetJsonAsync(Self(made)))[$"customComment{id}"].GetString(), Is.EqualTo("Secret"));
        Assert.That(
            async () => await server.DefineAsync(new CustomFieldSpec("Risk", CustomizedKind.WorkPackage, CustomFieldFormat.Int) { HasComment = true }),
            Throws.TypeOf<BrokenRule>().With.Message.EqualTo("Comments are for fields of projects."));
    }

    [Test]
    public async Task Users_have_fields()
    {
        var field = "customField" + await server.DefineAsync(new CustomFieldSpec("Room", CustomizedKind.User, CustomFieldFormat.Int));
        var body = $$"""{"login":"rooms","firstName":"A","lastName":"B","email":"rooms@example.net","password":"hello-hello-hello","{{field}}":42}""";
        var made = await client.PostJsonAsync("/api/v3/users", body);

        Assert.That((made.Status, made[field].GetInt32()), Is.EqualTo((HttpStatusCode.Created, 42)), made.ToString());
        Assert.That((await client.PatchJsonAsync(Self(made), $$"""{"{{field}}":43}"""))[field].GetInt32(), Is.EqualTo(43));
        Assert.That((await client.DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.Accepted), "Values go with the user.");
    }

    [Test]
    public async Task Time_entries_have_fields()
    {
        var field = "customField" + await server.DefineAsync(new CustomFieldSpec("Billable", CustomizedKind.TimeEntry, CustomFieldFormat.Bool) { DefaultValue = "true" });
        var body = """{"hours":"PT1H","spentOn":"2026-03-02","_links":{"entity":{"href":"/api/v3/work_packages/1"}}}""";
        var made = await client.PostJsonAsync("/api/v3/time_entries", body);

        Assert.That((made.Status, made[field].GetBoolean()), Is.EqualTo((HttpStatusCode.Created, true)), made.ToString());
        Assert.That((await client.PatchJsonAsync(Self(made), $$"""{"{{field}}":false}"""))[field].GetBoolean(), Is.False);
        Assert.That((await client.GetJsonAsync("/api/v3/time_entries/schema"))[field + "/type"].GetString(), Is.EqualTo("Boolean"));
    }

    [Test]
    public async Task What_is_kept_for_administrators_nobody_else_sees_or_writes()
    {
        var id = await server.DefineAsync(new CustomFieldSpec("Secret", CustomizedKind.WorkPackage, CustomFieldFormat.List) { IsAdminOnly = true, Options = ["x"] });
        var field = "customField" + id;
        var form = await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages/form", new { });
        var option = form[$"_embedded/schema/{field}/_links/allowedValues/0/href"].GetString()!;
        var made = await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages", $$$$"""{"subject":"s","_links":{"{{{{field}}}}":{"href":"{{{{option}}}}"}}}""");
        Assert.That(made[$"_links/{field}/title"].GetString(), Is.EqualTo("x"), made.ToString());

        var seen = await mira.GetJsonAsync(Self(made));
        Assert.That(seen["_links"].TryGetProperty(field, out _), Is.False);
        Assert.That((int)(await mira.GetJsonAsync(option)).Status, Is.EqualTo(404));
        foreach (var asked in new[] { $$$"""filters=[{"{{{field}}}":{"operator":"*","values":[]}},{"id":{"operator":"=","values":["{{{made["id"]}}}"]}}]""", $$$"""sortBy=[["{{{field}}}","desc"]]&filters=[{"{{{field}}}":{"operator":"=","values":["{{{option.Split('/')[^1]}}}"]}}]""" })
        {
            Assert.That((await client.GetJsonAsync("/api/v3/work_packages?" + asked))["total"].GetInt32(), Is.EqualTo(1), asked);
            Assert.That((await mira.GetJsonAsync("/api/v3/work_packages?" + asked))["total"].GetInt32(), Is.Zero, asked);
        }

        Assert.That((await mira.GetJsonAsync(made["_links/schema/href"].GetString()!)).Body.TryGetProperty(field, out _), Is.False);
        var passed = await mira.PatchJsonAsync(Self(made), $$$$"""{"lockVersion":0,"_links":{"{{{{field}}}}":{"href":null}}}""");
        Assert.That(passed.Status, Is.EqualTo(HttpStatusCode.OK), passed.ToString());
        Assert.That((await client.GetJsonAsync(Self(made)))[$"_links/{field}/title"].GetString(), Is.EqualTo("x"), "What he does not know he does not change.");
    }

    [Test]
    public async Task Options_are_seen_where_work_packages_with_the_field_are()
    {
        var secret = await client.PostJsonAsync("/api/v3/projects", new { name = "Secret place" });
        var hidden = await server.DefineAsync(new CustomFieldSpec("Hidden", CustomizedKind.WorkPackage, CustomFieldFormat.List) { Options = ["x"], Projects = [secret["identifier"].GetString()!] });
        var form = await client.PostJsonAsync($"{Self(secret)}/work_packages/form", new { });
        var option = form[$"_embedded/schema/customField{hidden}/_links/allowedValues/0/href"].GetString()!;

        Assert.That((int)(await client.GetJsonAsync(option)).Status, Is.EqualTo(200));
        Assert.That((int)(await mira.GetJsonAsync(option)).Status, Is.EqualTo(404));
        Assert.That((await client.DeleteJsonAsync(Self(secret))).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task Options_of_fields_of_projects_are_seen_where_the_projects_are()
    {
        var secret = await client.PostJsonAsync("/api/v3/projects", new { name = "Secret field" });
        var hidden = await server.DefineAsync(new CustomFieldSpec("Phase of it", CustomizedKind.Project, CustomFieldFormat.List) { Options = ["x"], Projects = [secret["identifier"].GetString()!] });
        var form = await client.PostJsonAsync($"{Self(secret)}/form", new { });
        var option = form[$"_embedded/schema/customField{hidden}/_links/allowedValues/0/href"].GetString()!;

        Assert.That((int)(await client.GetJsonAsync(option)).Status, Is.EqualTo(200));
        Assert.That((int)(await mira.GetJsonAsync(option)).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Nobody_is_told_that_there_are_fields_which_he_sees_nowhere()
    {
        var secret = await client.PostJsonAsync("/api/v3/projects", new { name = "Secret place of fields" });
        var kept = await server.DefineAsync(new CustomFieldSpec("Kept", CustomizedKind.WorkPackage, CustomFieldFormat.Bool) { IsAdminOnly = true });
        var elsewhere = await server.DefineAsync(new CustomFieldSpec("Elsewhere", CustomizedKind.WorkPackage, CustomFieldFormat.Bool) { Projects = [secret["identifier"].GetString()!] });
        var here = await server.DefineAsync(new CustomFieldSpec("Here", CustomizedKind.WorkPackage, CustomFieldFormat.Bool) { Projects = ["demo-project"] });
        foreach (var (id, status) in new[] { (kept, 404), (elsewhere, 404), (here, 200) })
        {
            foreach (var path in new[] { $"filters/customField{id}", $"columns/customField{id}", $"sort_bys/customField{id}-asc", $"group_bys/customField{id}", $"filter_instance_schemas/customField{id}" })
            {
                Assert.That((int)(await mira.GetJsonAsync("/api/v3/queries/" + path)).Status, Is.EqualTo(status), path);
                Assert.That((int)(await client.GetJsonAsync("/api/v3/queries/" + path)).Status, Is.EqualTo(200), path);
            }

            var query = $$$"""{"name":"By it","_links":{"columns":[{"href":"/api/v3/queries/columns/customField{{{id}}}"}]} }""";
            Assert.That((int)(await mira.PostJsonAsync("/api/v3/queries/form", query)).Status, Is.EqualTo(200));
            Assert.That((await mira.PostJsonAsync("/api/v3/queries/form", query))["_embedded/validationErrors"].EnumerateObject().Any(), Is.EqualTo(status == 404), $"customField{id}");
        }

        foreach (var path in new[] { "/api/v3/queries/filter_instance_schemas", "/api/v3/queries/schema" })
        {
            var told = (await mira.GetJsonAsync(path)).Text;
            Assert.That(told, Does.Contain($"customField{here}").And.Not.Contain($"customField{kept}").And.Not.Contain($"customField{elsewhere}"), path);
        }

        var form = await mira.PostJsonAsync("/api/v3/queries/form", new { });
        Assert.That(form["_embedded/schema"].GetRawText(), Does.Contain($"customField{here}").And.Not.Contain($"customField{kept}").And.Not.Contain($"customField{elsewhere}"));
    }

    [Test]
    public async Task What_others_publish_tells_nobody_of_fields_which_he_sees_nowhere()
    {
        var kept = "customField" + await server.DefineAsync(new CustomFieldSpec("Kept back", CustomizedKind.WorkPackage, CustomFieldFormat.Bool) { IsAdminOnly = true });
        var here = "customField" + await server.DefineAsync(new CustomFieldSpec("Told here", CustomizedKind.WorkPackage, CustomFieldFormat.Bool));
        var demo = Self(await client.GetJsonAsync("/api/v3/projects/demo-project"));
        string Links(string field) => $$$"""
            {"project":{"href":"{{{demo}}}"},"columns":[{"href":"/api/v3/queries/columns/id"},{"href":"/api/v3/queries/columns/{{{field}}}"}],
             "sortBy":[{"href":"/api/v3/queries/sort_bys/{{{field}}}-asc"}],"groupBy":{"href":"/api/v3/queries/group_bys/{{{field}}}"}}
            """;
        string Filter(string field) =>
            $$$"""{"_links":{"filter":{"href":"/api/v3/queries/filters/{{{field}}}"},"operator":{"href":"/api/v3/queries/operators/="}},"values":[true]}""";
        foreach (var (field, isTold) in new[] { (kept, false), (here, true) })
        {
            var query = await client.PostJsonAsync("/api/v3/queries", $$"""{"name":"Published {{isTold}}","public":true,"filters":[{{Filter(field)}}],"_links":{{Links(field)}}}""");
            Assert.That((int)query.Status, Is.EqualTo(201), query.ToString());
            Assert.That((await client.GetJsonAsync(Self(query))).Text, Does.Contain(field));

            var seen = await mira.GetJsonAsync(Self(query));
            Assert.That((int)seen.Status, Is.EqualTo(200), seen.ToString());
            Assert.That(seen.Text.Contains(field, StringComparison.Ordinal), Is.EqualTo(isTold), seen.ToString());
            Assert.That(seen["_links/columns"].GetArrayLength(), Is.EqualTo(isTold ? 2 : 1));
            Assert.That((await mira.PostJsonAsync(Self(query) + "/form", new { })).Text.Contains(field, StringComparison.Ordinal), Is.EqualTo(isTold));
            var wanted = Uri.EscapeDataString($$$"""[{"{{{field}}}":{"operator":"=","values":["t"]}}]""");
            foreach (var other in new[] { "columns[]=" + field, "groupBy=" + field, "sortBy=" + Uri.EscapeDataString($"""[["{field}","asc"]]"""), "filters=" + wanted })
                Assert.That((int)(await mira.GetJsonAsync("/api/v3/queries/default?" + other)).Status, Is.EqualTo(isTold ? 200 : 400), other);
        }
    }

    [Test]
    public async Task Whom_one_does_not_see_one_does_not_find_out_by_linking()
    {
        var field = "customField" + await server.DefineAsync(new CustomFieldSpec("Mentor", CustomizedKind.User, CustomFieldFormat.User));
        var stranger = await client.PostJsonAsync("/api/v3/users", new { login = "stranger", firstName = "Nobody", lastName = "Knows", email = "stranger@example.net", password = "hello-hello-hello" });
        var me = Self(await mira.GetJsonAsync("/api/v3/users/me"));
        string Body(string href) => $$$$"""{"_links":{"{{{{field}}}}":{"href":"{{{{href}}}}"} } }""";

        var refused = await mira.PatchJsonAsync(me, Body(Self(stranger)));
        Assert.That((refused.Status, refused.Text.Contains("Knows")), Is.EqualTo((HttpStatusCode.UnprocessableEntity, false)), refused.ToString());
        Assert.That((await mira.PatchJsonAsync(me, Body(me))).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await client.PatchJsonAsync(me, Body(Self(stranger))))[$"_links/{field}/title"].GetString(), Is.EqualTo("Nobody Knows"));
    }

    [Test]
    public async Task Values_follow_what_they_lead_to_when_it_is_removed()
    {
        var (user, version) = (await server.DefineAsync("Reviewer", CustomFieldFormat.User), await server.DefineAsync("Found in", CustomFieldFormat.Version));
        var demo = Self(await client.GetJsonAsync("/api/v3/projects/demo-project"));
        var roles = await client.GetJsonAsync("/api/v3/roles?filters=" + Uri.EscapeDataString("""[{"unit":{"operator":"=","values":["project"]}}]"""));
        var role = roles["_embedded/elements"].EnumerateArray().First(r => r.GetProperty("name").GetString() == "Member").GetProperty("_links").GetProperty("self").GetProperty("href").GetString();
        var leaver = await client.PostJsonAsync("/api/v3/users", new { login = "leaver", firstName = "Lea", lastName = "Ver", email = "leaver@example.net", password = "hello-hello-hello" });
        await client.PostJsonAsync("/api/v3/memberships", $$$"""{"_links":{"project":{"href":"{{{demo}}}"},"principal":{"href":"{{{Self(leaver)}}}"},"roles":[{"href":"{{{role}}}"}]} }""");
        var release = await client.PostJsonAsync("/api/v3/versions", $$$"""{"name":"Gone","_links":{"definingProject":{"href":"{{{demo}}}"} } }""");
        var made = await client.PostJsonAsync($"{demo}/work_packages", $$$$"""{"subject":"Left","_links":{"customField{{{{user}}}}":{"href":"{{{{Self(leaver)}}}}"},"customField{{{{version}}}}":{"href":"{{{{Self(release)}}}}"} } }""");
        Assert.That(made[$"_links/customField{version}/title"].GetString(), Is.EqualTo("Gone"), made.ToString());

        Assert.That((await client.DeleteJsonAsync(Self(leaver))).Status, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That((await client.DeleteJsonAsync(Self(release))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        var later = await client.GetJsonAsync(Self(made));
        Assert.That(later[$"_links/customField{version}/href"].ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null), later.ToString());
        var heir = await client.GetJsonAsync(later[$"_links/customField{user}/href"].GetString()!);
        Assert.That((heir.Status, heir["name"].GetString()), Is.EqualTo((HttpStatusCode.OK, later[$"_links/customField{user}/title"].GetString())), later.ToString());
    }

    [Test]
    public async Task Fields_of_time_and_versions_are_in_their_projects_alone()
    {
        var time = "customField" + await server.DefineAsync(new CustomFieldSpec("Rate", CustomizedKind.TimeEntry, CustomFieldFormat.Int) { Projects = ["your-scrum-project"] });
        var code = "customField" + await server.DefineAsync(new CustomFieldSpec("Code name", CustomizedKind.Version, CustomFieldFormat.String) { Projects = ["your-scrum-project"] });
        foreach (var (project, has) in new[] { ("demo-project", false), ("your-scrum-project", true) })
        {
            var href = Self(await client.GetJsonAsync("/api/v3/projects/" + project));
            var entry = await client.PostJsonAsync("/api/v3/time_entries", $$$"""{"hours":"PT1H","spentOn":"2026-03-02","{{{time}}}":5,"_links":{"project":{"href":"{{{href}}}"} } }""");
            Assert.That((entry.Status, entry.Body.TryGetProperty(time, out _)), Is.EqualTo((HttpStatusCode.Created, has)), entry.ToString());
            var version = await client.PostJsonAsync("/api/v3/versions", $$$"""{"name":"Coded","{{{code}}}":"Otter","_links":{"definingProject":{"href":"{{{href}}}"} } }""");
            Assert.That((version.Status, version.Body.TryGetProperty(code, out var value) ? value.GetString() : null), Is.EqualTo((HttpStatusCode.Created, has ? "Otter" : null)), version.ToString());
        }
    }

    [TestCase(CustomFieldFormat.Int, "1.5")]
    [TestCase(CustomFieldFormat.Int, "99999999999")]
    [TestCase(CustomFieldFormat.Float, "NaN")]
    [TestCase(CustomFieldFormat.Float, "Infinity")]
    [TestCase(CustomFieldFormat.Date, "tomorrow")]
    [TestCase(CustomFieldFormat.Bool, "perhaps")]
    [TestCase(CustomFieldFormat.Link, "javascript:alert(1)")]
    [TestCase(CustomFieldFormat.String, "lower")]
    [TestCase(CustomFieldFormat.List, "not among them")]
    [TestCase(CustomFieldFormat.Text, "long")]
    public void A_default_is_what_clients_could_send(CustomFieldFormat format, string usual)
    {
        var spec = new CustomFieldSpec("Usual", CustomizedKind.WorkPackage, format) { DefaultValue = usual, Pattern = format == CustomFieldFormat.String ? "^[A-Z]+$" : null, Options = format == CustomFieldFormat.List ? ["x"] : [] };
        Assert.That(() => server.DefineAsync(spec), Throws.InstanceOf<BrokenRule>().With.Property("Member").EqualTo("default"));
    }

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;
}
