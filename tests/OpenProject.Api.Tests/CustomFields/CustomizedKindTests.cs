using System.Net;
using OpenProject.Application.CustomFields;
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

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;
}
