using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Domain.Categories;
using OpenProject.Domain.Versions;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.WorkPackages;

/// <summary>Moving work packages between projects, over HTTP.</summary>
[OnEachDatabase]
public sealed class RelocationTests(DatabaseProvider provider)
{
    private const string Work = "/api/v3/work_packages";

    private ApiServer server = null!;
    private HttpClient client = null!;
    private ApiAnswer from = null!;
    private ApiAnswer to = null!;
    private (string Own, string Shared, string Closed) versions;
    private (string Here, string There, string Else) categories;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        from = await client.PostJsonAsync("/api/v3/projects", new { name = "From" });
        to = await client.PostJsonAsync("/api/v3/projects", new { name = "To" });
        await using var scope = server.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (own, shared, closed) = (Version("Own"), Version("Shared"), Version("Closed"));
        shared.Share(VersionSharing.System);
        closed.Share(VersionSharing.System);
        var (here, there, other) = (Category.Create(Id(from), "Kitchen"), Category.Create(Id(to), "Kitchen"), Category.Create(Id(from), "Cellar"));
        foreach (var version in new[] { own, shared, closed })
            services.GetRequiredService<IAggregates<ProjectVersion>>().Add(version);
        foreach (var category in new[] { here, there, other })
            services.GetRequiredService<IAggregates<Category>>().Add(category);
        await services.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
        versions = (Link("versions", own.Id), Link("versions", shared.Id), Link("versions", closed.Id));
        categories = (Link("categories", here.Id), Link("categories", there.Id), Link("categories", other.Id));

        ProjectVersion Version(string name) => ProjectVersion.Create(Id(from), name, DateTime.UnixEpoch);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task Versions_that_are_not_shared_and_categories_of_other_names_are_dropped()
    {
        var (one, other) = (await CreateAsync(versions.Own, categories.Else), await CreateAsync(versions.Shared, categories.Here));

        var (moved, kept) = (await MoveAsync(one), await MoveAsync(other));

        Assert.That(Has(moved), Is.EqualTo((Self(to), (string?)null, (string?)null)));
        Assert.That(Has(kept), Is.EqualTo((Self(to), versions.Shared, categories.There)));
    }

    [Test]
    public async Task What_the_request_says_wins()
    {
        var work = await CreateAsync(versions.Shared, categories.Here);

        var moved = await MoveAsync(work, new Dictionary<string, object?> { ["version"] = null, ["category"] = null });

        Assert.That(Has(moved), Is.EqualTo((Self(to), (string?)null, (string?)null)));
    }

    [Test]
    public async Task All_below_in_the_same_project_comes_along_with_a_journal_each_and_parents_and_relations_stay()
    {
        var above = await CreateAsync(null, null);
        var top = await CreateAsync(null, null, above);
        var child = await CreateAsync(versions.Own, categories.Here, top);
        var grandchild = await CreateAsync(versions.Shared, categories.Else, child);
        var other = await CreateAsync(null, null);
        await client.PostJsonAsync(child + "/relations", new { type = "relates", _links = new { to = new { href = other } } });

        await MoveAsync(top);

        var (below, deepest) = (await client.GetJsonAsync(child), await client.GetJsonAsync(grandchild));
        Assert.That(Has(below), Is.EqualTo((Self(to), (string?)null, categories.There)));
        Assert.That(Has(deepest), Is.EqualTo((Self(to), versions.Shared, (string?)null)));
        Assert.That((await client.GetJsonAsync(top))["_links/parent/href"].GetString(), Is.EqualTo(above));
        Assert.That((await client.GetJsonAsync(above))["_links/project/href"].GetString(), Is.EqualTo(Self(from)));
        Assert.That((await client.GetJsonAsync(child + "/relations"))["total"].GetInt32(), Is.EqualTo(1));
        var told = (await client.GetJsonAsync(child + "/activities"))["_embedded/elements"].EnumerateArray().Last().GetProperty("version").GetInt32();
        Assert.That(told, Is.EqualTo(1), "the journal of its making still runs");
    }

    [Test]
    public async Task One_goes_where_he_may_move_work_packages_to_and_is_told_nothing_of_elsewhere()
    {
        var mover = await server.ClientOfAsync("mover");
        await server.JoinAsync("mover", Id(from), "Member");
        var work = await CreateAsync(versions.Own, categories.Here);

        var refused = await mover.PatchJsonAsync(work, new { lockVersion = 0, _links = new { project = new { href = Self(to) } } });
        Assert.That((refused.Status, refused["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "project")), refused.ToString());
        var form = await mover.PostJsonAsync(work + "/form", new { _links = new { project = new { href = Self(to) } } });
        Assert.That(form["_embedded/payload/_links/category/href"].GetString(), Is.EqualTo(categories.Here));

        await server.JoinAsync("mover", Id(to), "Member");
        var moved = await mover.PatchJsonAsync(work, new { lockVersion = 0, _links = new { project = new { href = Self(to) } } });
        Assert.That(moved.Status, Is.EqualTo(HttpStatusCode.OK), moved.ToString());
    }

    [Test]
    public async Task A_type_that_the_project_does_not_offer_becomes_its_first()
    {
        var scrum = await client.GetJsonAsync("/api/v3/projects/your-scrum-project");
        var bug = (await client.GetJsonAsync("/api/v3/types"))["_embedded/elements"].EnumerateArray().Single(t => t.GetProperty("name").GetString() == "Bug")
            .GetProperty("_links").GetProperty("self").GetProperty("href").GetString();
        var made = await client.PostJsonAsync(Work, new { subject = "Bug", _links = new { project = new { href = Self(scrum) }, type = new { href = bug } } });

        var moved = await MoveAsync(Self(made));

        Assert.That((moved["_links/type/title"].GetString(), moved["_links/status/title"].GetString()), Is.EqualTo(("Task", "New")));
    }

    [Test]
    public async Task What_comes_along_leaves_its_sprint_and_tells_it()
    {
        const string Scrum = "/api/v3/projects/your-scrum-project";
        var sprint = (await client.GetJsonAsync(Scrum + "/sprints"))["_embedded/elements/0/_links/self/href"].GetString()!;
        var above = await client.PostJsonAsync(Scrum + "/work_packages", new { subject = "Above" });
        var below = await client.PostJsonAsync(Scrum + "/work_packages", new { subject = "Below", _links = new { parent = new { href = Self(above) }, sprint = new { href = sprint } } });
        await client.PostJsonAsync(Self(below) + "/activities", new { comment = new { raw = "Now it goes." } });
        var job = await client.JobAsync(await client.PostJsonAsync(Scrum + "/copy", new { name = "Another scrum", _meta = new { copyWorkPackages = false } }));
        var (current, there) = (await client.GetJsonAsync(Self(above)), new { href = job["payload/_links/project/href"].GetString() });
        var moved = await client.PatchJsonAsync(Self(above), new { lockVersion = current["lockVersion"].GetInt32(), _links = new { project = there } });
        Assert.That(moved.Status, Is.EqualTo(HttpStatusCode.OK), moved.ToString());

        Assert.That((await client.GetJsonAsync(Self(below)))["_links/sprint/href"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        var told = (await client.GetJsonAsync(Self(below) + "/activities"))["_embedded/elements/2/details"].EnumerateArray().Select(d => d.GetProperty("raw").GetString());
        Assert.That(told, Is.EquivalentTo(new[] { "Project changed from Scrum project to Another scrum", "Sprint deleted (Sprint 1)" }));
    }

    private static long Id(ApiAnswer resource) => resource["id"].GetInt64();

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static string Link(string kind, long id) => $"/api/v3/{kind}/{id}";

    private static (string?, string?, string?) Has(ApiAnswer work) =>
        (work["_links/project/href"].GetString(), work["_links/version/href"].GetString(), work["_links/category/href"].GetString());

    private async Task<string> CreateAsync(string? version, string? category, string? parent = null)
    {
        var made = await client.PostJsonAsync(Work, new
        {
            subject = "Luggage",
            _links = new { project = new { href = Self(from) }, version = new { href = version }, category = new { href = category }, parent = new { href = parent } },
        });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return Self(made);
    }

    private async Task<ApiAnswer> MoveAsync(string work, Dictionary<string, object?>? links = null)
    {
        links ??= [];
        var body = links.ToDictionary(l => l.Key, l => (object)new { href = l.Value });
        body["project"] = new { href = Self(to) };
        var answer = await client.PatchJsonAsync(work, new { lockVersion = (await client.GetJsonAsync(work))["lockVersion"].GetInt32(), _links = body });
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        return answer;
    }
}
