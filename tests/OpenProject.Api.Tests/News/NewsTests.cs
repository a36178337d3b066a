using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Domain.Projects;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.News;

/// <summary>News over HTTP: from creation to removal, what is refused, and what lists can be asked.</summary>
[OnEachDatabase]
public sealed class NewsTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/news";

    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task News_lives_from_its_creation_to_its_removal()
    {
        var project = await ProjectAsync("Life");
        var made = await client.PostJsonAsync(Path, Body(project, "We moved", "A sentence", "To *Leipzig*"));

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(made["_type"].GetString(), Is.EqualTo("News"));
        Assert.That(made["summary"].GetString(), Is.EqualTo("A sentence"));
        Assert.That(made["description/html"].GetString(), Does.Contain("<em>Leipzig</em>"));
        Assert.That(made["_links/self/title"].GetString(), Is.EqualTo("We moved"));
        Assert.That(made["_embedded/project/name"].GetString(), Is.EqualTo("Life"));
        Assert.That(made["_embedded/author/login"].GetString(), Is.EqualTo("admin"));

        var changed = await client.PatchJsonAsync(Self(made), new { title = "We moved again" });
        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.ToString());
        Assert.That((changed["title"].GetString(), changed["summary"].GetString()), Is.EqualTo(("We moved again", "A sentence")));

        var removed = await client.DeleteJsonAsync(Self(made));
        Assert.That((removed.Status, removed.Text), Is.EqualTo((HttpStatusCode.Accepted, "")));
        Assert.That((await client.GetJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_cannot_be_is_refused()
    {
        var project = await ProjectAsync("Refusals");
        var silent = await ProjectAsync("Silent");
        await WithoutNewsAsync(silent);
        var made = await client.PostJsonAsync(Path, Body(project, "Told"));

        await RefusedAsync(client.PostJsonAsync(Path, Body(project, "")), "title", "Title can't be blank.");
        await RefusedAsync(client.PostJsonAsync(Path, Body(project, new string('t', 61))), "title", "Title is too long (maximum is 60 characters).");
        await RefusedAsync(client.PostJsonAsync(Path, Body(project, "t", new string('s', 256))), "summary", "Summary is too long (maximum is 255 characters).");
        await RefusedAsync(client.PostJsonAsync(Path, new { title = "Nowhere" }), "project", "Project can't be blank.");
        await RefusedAsync(client.PatchJsonAsync(Self(made), new { _links = new { project = Link("/api/v3/projects/999999") } }), "project", "Project is not set to one of the allowed values.");
        await RefusedAsync(client.PatchJsonAsync(Self(made), new { _links = new { project = Link(silent) } }), "project", "Project is not set to one of the allowed values.");
        var author = await client.PatchJsonAsync(Self(made), new { _links = new { author = Link("/api/v3/users/1") } });
        Assert.That(author["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"), author.ToString());
        Assert.That((await client.PostJsonAsync(Path, Body(silent, "Unheard"))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task News_moves_to_another_project()
    {
        var (from, to) = (await ProjectAsync("From"), await ProjectAsync("To"));
        var made = await client.PostJsonAsync(Path, Body(from, "Moving"));

        var moved = await client.PatchJsonAsync(Self(made), new { _links = new { project = Link(to) } });

        Assert.That(moved["_links/project/href"].GetString(), Is.EqualTo(to), moved.ToString());
    }

    [Test]
    public async Task News_is_seen_where_the_project_has_news()
    {
        var project = await ProjectAsync("Once told");
        var made = await client.PostJsonAsync(Path, Body(project, "Hidden"));

        await WithoutNewsAsync(project);

        Assert.That((await client.GetJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(Titles(await client.GetJsonAsync(Path + "?pageSize=1000")), Does.Not.Contain("Hidden"));
    }

    [Test]
    public async Task Lists_are_newest_first_and_filtered_by_project()
    {
        var project = await ProjectAsync("Listed");
        foreach (var title in new[] { "First", "Second", "Third" })
            await client.PostJsonAsync(Path, Body(project, title));
        var ofProject = $"{Path}?filters=" + Uri.EscapeDataString($$$"""[{"project_id":{"operator":"=","values":["{{{project.Split('/')[^1]}}}"]}}]""");

        Assert.That(Titles(await client.GetJsonAsync(ofProject)), Is.EqualTo(new[] { "Third", "Second", "First" }));
        Assert.That(Titles(await client.GetJsonAsync(ofProject + """&sortBy=[["created_at","asc"]]""")), Is.EqualTo(new[] { "First", "Second", "Third" }));
        Assert.That(Titles(await client.GetJsonAsync(ofProject + """&sortBy=[["id","desc"]]&pageSize=2&offset=2""")), Is.EqualTo(new[] { "First" }));
        var others = await client.GetJsonAsync(ofProject.Replace("%3D", "%21", StringComparison.Ordinal));
        Assert.That(Titles(others), Does.Contain("The conference has a city").And.Not.Contain("First"));
        Assert.That((await client.GetJsonAsync(Path + """?sortBy=[["title","asc"]]""")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task News_goes_with_its_project_and_stays_when_its_author_goes()
    {
        var (going, staying) = (await ProjectAsync("Going"), await ProjectAsync("Staying"));
        await server.JoinAsync("leaver", long.Parse(staying.Split('/')[^1]), "Member");
        using var leaver = await server.ClientOfAsync("leaver");
        var gone = await client.PostJsonAsync(Path, Body(going, "Gone"));
        var left = await leaver.PostJsonAsync(Path, Body(staying, "Left"));

        Assert.That((await client.DeleteJsonAsync(going)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await client.DeleteJsonAsync(left["_links/author/href"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.Accepted));

        Assert.That((await client.GetJsonAsync(Self(gone))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await client.GetJsonAsync(Self(left)))["_links/author/title"].GetString(), Is.EqualTo("Deleted user"));
    }

    private static object Body(string project, string title, string? summary = null, string? description = null) =>
        new { title, summary, description = new { raw = description }, _links = new { project = Link(project) } };

    private static object Link(string href) => new { href };

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static IEnumerable<string?> Titles(ApiAnswer list) => list["_embedded/elements"].EnumerateArray().Select(n => n.GetProperty("title").GetString());

    private static async Task RefusedAsync(Task<ApiAnswer> request, string attribute, string message)
    {
        var answer = await request;
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        Assert.That((answer["_embedded/details/attribute"].GetString(), answer["message"].GetString()), Is.EqualTo((attribute, message)));
    }

    private async Task<string> ProjectAsync(string name) => Self(await client.PostJsonAsync("/api/v3/projects", new { name }));

    private async Task WithoutNewsAsync(string project)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var projects = scope.ServiceProvider.GetRequiredService<IAggregates<Project>>();
        (await projects.FindAsync(long.Parse(project.Split('/')[^1]), CancellationToken.None))!.EnableModules([]);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
    }
}
