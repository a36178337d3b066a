using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Application.CustomFields;
using OpenProject.Application.Notifications;
using OpenProject.Application.Projects;
using OpenProject.Domain.Categories;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.JobStatuses;
using OpenProject.Domain.Posts;
using OpenProject.Domain.Projects;
using OpenProject.Domain.WikiPages;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Projects;

/// <summary>Copying projects over HTTP: what the copy has, what it has not, and who may ask for it.</summary>
[OnEachDatabase]
public sealed class ProjectCopyTests(DatabaseProvider provider)
{
    private const string Projects = "/api/v3/projects";

    private ApiServer server = null!;
    private HttpClient client = null!;
    private HttpClient mira = null!;
    private long field;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        mira = await server.ClientOfAsync("mira");
        field = await server.DefineAsync("Colour", CustomFieldFormat.String);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        mira.Dispose();
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_copy_has_what_its_source_has_and_refers_to_its_own()
    {
        var (source, parent, _) = await SourceAsync("Original");
        var started = await client.PostJsonAsync($"{Self(source)}/copy", new { name = "The copy" });
        Assert.That(started.Headers.Location?.OriginalString, Does.Match("^/api/v3/job_statuses/[0-9a-f-]{36}$"), started.ToString());
        var job = await client.JobAsync(started);

        Assert.That((job["_type"].GetString(), job["status"].GetString(), job["message"].GetString()), Is.EqualTo(("JobStatus", "success", "Created project The copy.")), job.ToString());
        Assert.That(started.Headers.Location!.OriginalString, Does.EndWith(job["jobId"].GetString()!));
        var copy = await client.GetJsonAsync(job["payload/_links/project/href"].GetString()!);
        Assert.That(job["payload/redirect"].GetString(), Is.EqualTo(Self(copy)));
        Assert.That((copy["identifier"].GetString(), copy["description/raw"].GetString(), copy["_links/status/title"].GetString()), Is.EqualTo(("the-copy", "What it is *about*", "At risk")));
        Assert.That(await NamesAsync($"{Self(copy)}/types"), Is.EqualTo(await NamesAsync($"{Self(source)}/types")));
        Assert.That(await NamesAsync($"{Self(copy)}/categories"), Is.EqualTo(new[] { "Front" }));
        Assert.That(await MembersAsync(copy), Is.EquivalentTo(await MembersAsync(source)));

        var work = await WorkAsync(copy);
        Assert.That(work.Keys, Is.EquivalentTo(new[] { "Above", "Below", "After" }));
        var (above, below) = (work["Above"], work["Below"]);
        Assert.That(Href(below, "parent"), Is.EqualTo(Href(above, "self")));
        Assert.That(Href(below, "version"), Is.EqualTo((await client.GetJsonAsync($"{Self(copy)}/versions"))["_embedded/elements/0/_links/self/href"].GetString()));
        Assert.That(Href(below, "category"), Is.EqualTo((await client.GetJsonAsync($"{Self(copy)}/categories"))["_embedded/elements/0/_links/self/href"].GetString()));
        Assert.That(below.GetProperty("_links").GetProperty("assignee").GetProperty("title").GetString(), Is.EqualTo("Mira Lindgren"));
        Assert.That(below.GetProperty($"customField{field}").GetString(), Is.EqualTo("red"));
        Assert.That((above.GetProperty("derivedStartDate").GetString(), above.GetProperty("scheduleManually").GetBoolean()), Is.EqualTo(("2026-03-02", false)));
        var after = await client.GetJsonAsync(Href(work["After"], "relations"));
        Assert.That(after["_embedded/elements/0/_links/to/href"].GetString(), Is.EqualTo(Href(below, "self")), after.ToString());
        Assert.That((await client.GetJsonAsync(Self(source) + "/work_packages"))["total"].GetInt32(), Is.EqualTo(3));
        Assert.That((await client.GetJsonAsync($"{Href(above, "self")}/activities"))["total"].GetInt32(), Is.EqualTo(1));

        var attached = await client.GetJsonAsync($"{Href(above, "self")}/attachments");
        Assert.That(attached["_embedded/elements/0/fileName"].GetString(), Is.EqualTo("note.txt"));
        var content = attached["_embedded/elements/0/_links/downloadLocation/href"].GetString()!;
        Assert.That(await client.GetStringAsync(content), Is.EqualTo("noted"));
        await client.DeleteJsonAsync((await client.GetJsonAsync($"{parent}/attachments"))["_embedded/elements/0/_links/self/href"].GetString()!);
        Assert.That(await client.GetStringAsync(content), Is.EqualTo("noted"), "The bytes are the copy's, too.");

        var queries = await client.GetJsonAsync("/api/v3/queries?filters=" + Uri.EscapeDataString($$$"""[{"project":{"operator":"=","values":["{{{copy["id"]}}}"]}}]"""));
        var query = await client.GetJsonAsync(queries["_embedded/elements/0/_links/self/href"].GetString()!);
        Assert.That((query["name"].GetString(), query["_embedded/results/total"].GetInt32()), Is.EqualTo(("Of the version", 1)), query.ToString());
    }

    [Test]
    public async Task Only_what_is_wanted_is_copied()
    {
        var (source, _, _) = await SourceAsync("Half");
        var nothing = new { copyMembers = false, copyVersions = false, copyCategories = false, copyWorkPackages = false, copyQueries = false };
        var bare = await CopyAsync(source, new { name = "Bare", @public = true, _meta = nothing });
        Assert.That((await client.GetJsonAsync(Self(bare) + "/work_packages"))["total"].GetInt32(), Is.Zero);
        Assert.That((await client.GetJsonAsync(Self(bare) + "/versions"))["total"].GetInt32(), Is.Zero);
        Assert.That(await NamesAsync(Self(bare) + "/categories"), Is.Empty);
        Assert.That(await MembersAsync(bare), Is.EqualTo(new[] { "OpenProject Admin: Project admin" }));
        Assert.That(bare["public"].GetBoolean(), Is.True);

        var work = await WorkAsync(await CopyAsync(source, new { name = "Work alone", _meta = new { copyMembers = false, copyVersions = false, copyCategories = false, copyWorkPackageAttachments = false } }));
        foreach (var link in new[] { "version", "category", "assignee" })
            Assert.That(work["Below"].GetProperty("_links").GetProperty(link).GetProperty("href").ValueKind, Is.EqualTo(JsonValueKind.Null), link);
        Assert.That((await client.GetJsonAsync($"{Href(work["Above"], "self")}/attachments"))["total"].GetInt32(), Is.Zero);
    }

    [Test]
    public async Task What_cannot_be_is_refused_at_once()
    {
        var source = await client.PostJsonAsync(Projects, new { name = "Refusing" });
        var unnamed = await client.PostJsonAsync($"{Self(source)}/copy", new { });
        Assert.That(unnamed.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(unnamed["_embedded/errors"].EnumerateArray().Select(e => e.GetProperty("message").GetString()), Does.Contain("Name can't be blank."), unnamed.ToString());
        var taken = await client.PostJsonAsync($"{Self(source)}/copy", new { name = "Other", identifier = "refusing" });
        Assert.That(taken["message"].GetString(), Is.EqualTo("Identifier has already been taken."));
        Assert.That((await client.PostJsonAsync($"{Projects}/999999/copy", new { name = "Of nothing" })).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await mira.PostJsonAsync($"{Self(source)}/copy", new { name = "Unseen" })).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await mira.PostJsonAsync($"{Projects}/demo-project/copy", new { name = "Unentitled" })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await mira.PostJsonAsync($"{Projects}/demo-project/copy/form", new { name = "Unentitled" })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_job_is_shown_to_whom_it_was_asked_by()
    {
        var source = await client.PostJsonAsync(Projects, new { name = "Secret" });
        var started = await client.PostJsonAsync($"{Self(source)}/copy", new { name = "Secret too" });
        var job = await client.JobAsync(started);
        Assert.That(job["status"].GetString(), Is.EqualTo("success"));
        Assert.That((await mira.GetJsonAsync(started.Headers.Location!.OriginalString)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await client.GetJsonAsync("/api/v3/job_statuses/00000000-0000-0000-0000-000000000000")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await client.GetJsonAsync("/api/v3/job_statuses/17")).Status, Is.EqualTo(HttpStatusCode.NotFound));

        await client.DeleteJsonAsync(job["payload/_links/project/href"].GetString()!);
        var later = await client.GetJsonAsync(started.Headers.Location!.OriginalString);
        Assert.That((later.Status, later["payload"].EnumerateObject().Count()), Is.EqualTo((HttpStatusCode.OK, 0)), "Its project is gone.");
    }

    [Test]
    public async Task What_the_copier_does_not_see_is_not_copied_and_a_job_does_not_tell_what_he_sees_no_more()
    {
        var (released, internally) = (await server.DefineAsync(new CustomFieldSpec("Released by", CustomizedKind.Version, CustomFieldFormat.String)),
            await server.DefineAsync(new CustomFieldSpec("Known internally as", CustomizedKind.Version, CustomFieldFormat.String) { IsAdminOnly = true }));
        var (code, secret) = (await server.DefineAsync(new CustomFieldSpec("Code", CustomizedKind.Project, CustomFieldFormat.String)),
            await server.DefineAsync(new CustomFieldSpec("Secret", CustomizedKind.WorkPackage, CustomFieldFormat.String) { IsAdminOnly = true }));
        var source = await MadeAsync(Projects, new Dictionary<string, object> { ["name"] = "Half seen", [$"customField{code}"] = "hidden" });
        await MadeAsync($"{Self(source)}/work_packages", new Dictionary<string, object> { ["subject"] = "Seen", [$"customField{secret}"] = "hidden" });
        await MadeAsync("/api/v3/versions", new Dictionary<string, object>
        {
            ["name"] = "1.0", [$"customField{released}"] = "Mira", [$"customField{internally}"] = "hidden", ["_links"] = new { definingProject = new { href = Self(source) } },
        });
        await server.RoleAsync("Copier", "copy_projects", "view_work_packages");
        await server.JoinAsync("mira", source["id"].GetInt64(), "Copier");

        var form = await mira.PostJsonAsync($"{Self(source)}/copy/form", new { name = "Half copied" });
        Assert.That(form.Status, Is.EqualTo(HttpStatusCode.OK), form.ToString());
        Assert.That(form.Text, Does.Not.Contain("hidden"));
        var started = await mira.PostJsonAsync($"{Self(source)}/copy", new { name = "Half copied" });
        var job = await mira.JobAsync(started);
        Assert.That(job["status"].GetString(), Is.EqualTo("success"), job.ToString());
        var copy = await client.GetJsonAsync(job["payload/_links/project/href"].GetString()!);
        Assert.That(copy[$"customField{code}"].ValueKind, Is.EqualTo(JsonValueKind.Null), copy.ToString());
        var work = await client.GetJsonAsync($"{Self(copy)}/work_packages");
        Assert.That((work["total"].GetInt32(), work[$"_embedded/elements/0/customField{secret}"].ValueKind), Is.EqualTo((1, JsonValueKind.Null)), work.ToString());
        var version = (await client.GetJsonAsync($"{Self(copy)}/versions"))["_embedded/elements/0"];
        Assert.That((version.GetProperty($"customField{released}").GetString(), version.GetProperty($"customField{internally}").ValueKind), Is.EqualTo(("Mira", JsonValueKind.Null)), version.ToString());

        var memberships = await client.GetJsonAsync("/api/v3/memberships?filters=" + Uri.EscapeDataString($$$"""[{"project":{"operator":"=","values":["{{{copy["id"]}}}"]}}]"""));
        foreach (var membership in memberships["_embedded/elements"].EnumerateArray())
            await client.DeleteJsonAsync(Href(membership, "self"));
        var later = await mira.GetJsonAsync(started.Headers.Location!.OriginalString);
        Assert.That((later["status"].GetString(), later["payload"].EnumerateObject().Count()), Is.EqualTo(("success", 0)), later.ToString());
    }

    [Test]
    public async Task Nobody_has_the_queue_for_himself()
    {
        await using var scope = server.Services.CreateAsyncScope();
        var (jobs, work) = (scope.ServiceProvider.GetRequiredService<IAggregates<Job>>(), scope.ServiceProvider.GetRequiredService<IUnitOfWork>());
        await server.RoleAsync("Copier at large", "copy_projects", "view_work_packages");
        var source = await client.PostJsonAsync(Projects, new { name = "Wanted by many" });
        await server.JoinAsync("mira", source["id"].GetInt64(), "Copier at large");
        var miraId = (await mira.GetJsonAsync("/api/v3/users/me"))["id"].GetInt64();
        var context = scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>();
        for (var count = 0; count < Job.MostOfUser; count++)
            jobs.Add(Job.Ask(JobKind.ProjectCopy, miraId, "{}", DateTime.UnixEpoch));
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().InTransactionAsync(
            async token =>
            {
                await work.SaveAsync(token);

                // Some server has them, and not for long.
                await context.Set<Job>().Where(j => j.UserId == miraId).ExecuteUpdateAsync(
                    set => set.SetProperty(j => j.State, JobState.InProcess).SetProperty(j => j.LeasedUntil, new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc)), token);
            },
            default);

        var refused = await mira.PostJsonAsync($"{Self(source)}/copy", new { name = "One too many" });
        Assert.That((int)refused.Status, Is.EqualTo(422), refused.ToString());
        Assert.That(refused["message"].GetString(), Is.EqualTo("20 jobs of yours have still to be done. Try again when one of them is."));
        Assert.That((await client.PostJsonAsync($"{Self(source)}/copy", new { name = "Somebody else's" })).Status, Is.EqualTo(HttpStatusCode.Redirect));

        await context.Set<Job>().Where(j => j.UserId == miraId).ExecuteUpdateAsync(set => set.SetProperty(j => j.State, JobState.Success));
        Assert.That((await mira.PostJsonAsync($"{Self(source)}/copy", new { name = "The next one" })).Status, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_copy_tells_those_who_are_told_of_new_work_only_when_asked_to(bool asked)
    {
        var (source, _, _) = await SourceAsync($"Told {asked}");
        var before = await ToldAsync();
        await CopyAsync(source, new { name = $"Copy told {asked}", _meta = new { sendNotifications = asked } });

        Assert.That(await ToldAsync() - before, asked ? Is.Positive : Is.Zero);
    }

    [Test]
    public async Task The_form_says_what_the_copy_would_be_and_what_can_be_copied()
    {
        var (source, _, _) = await SourceAsync("Formed");
        var form = await client.PostJsonAsync($"{Self(source)}/copy/form", new { name = "Formed too", _meta = new { copyMembers = false } });

        Assert.That((form["_embedded/payload/name"].GetString(), form["_embedded/payload/description/raw"].GetString()), Is.EqualTo(("Formed too", "What it is *about*")), form.ToString());
        Assert.That((form["_embedded/payload/_meta/copyMembers"].GetBoolean(), form["_embedded/payload/_meta/copyWorkPackages"].GetBoolean()), Is.EqualTo((false, true)));
        Assert.That((form["_embedded/schema/copyMembers/location"].GetString(), form["_embedded/schema/copyMembers/type"].GetString()), Is.EqualTo(("_meta", "Boolean")));
        Assert.That((form["_links/commit/href"].GetString(), form["_links/commit/method"].GetString()), Is.EqualTo(($"{Self(source)}/copy", "post")));
        var plain = await client.PostJsonAsync($"{Projects}/form", new { name = "Plain" });
        Assert.That(plain["_embedded/schema"].TryGetProperty("copyMembers", out _), Is.False);
        Assert.That(plain["_embedded/payload"].TryGetProperty("_meta", out _), Is.False);
    }

    [Test]
    public async Task Wiki_forum_and_links_to_files_are_copied_each_when_it_is_wanted()
    {
        var source = await client.PostJsonAsync(Projects, new { name = "Read" });
        await server.ModulesAsync(source["id"].GetInt64(), "work_package_tracking", "wiki", "forums");
        var work = await MadeAsync($"{Self(source)}/work_packages", new { subject = "Linked" });
        WikiPage page;
        Post post;
        await using (var scope = server.Services.CreateAsyncScope())
        {
            page = WikiPage.Create(source["id"].GetInt64(), 1, "How", DateTime.UnixEpoch);
            page.Write("*So*", "<p><em>So</em></p>");
            post = Post.Create(source["id"].GetInt64(), 1, "Who?", DateTime.UnixEpoch);
            scope.ServiceProvider.GetRequiredService<IAggregates<ProjectContent>>().Add(page);
            scope.ServiceProvider.GetRequiredService<IAggregates<ProjectContent>>().Add(post);
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
        }

        foreach (var at in new[] { $"/api/v3/wiki_pages/{page.Id}", $"/api/v3/posts/{post.Id}" })
            Assert.That((await client.UploadAsync(at + "/attachments", "note.txt", "noted"u8.ToArray(), "text/plain")).Status, Is.EqualTo(HttpStatusCode.Created), at);
        await MadeAsync("/api/v3/storages", new { name = "Files", _links = new { type = Link("urn:openproject-org:api:v3:storages:Nextcloud"), origin = Link("https://files.example/") } });
        await server.UseStorageAsync("read", "Files", "77");
        await MadeAsync(Self(work) + "/file_links", new
        {
            _type = "Collection",
            _embedded = new { elements = new[] { new { originData = new { id = "5503", name = "logo.png" }, _links = new { storageUrl = Link("https://files.example/") } } } },
        });

        var copy = await CopyAsync(source, new { name = "Read too" });
        var (how, who) = (await PathOfAsync<WikiPage>(copy), await PathOfAsync<Post>(copy));
        Assert.That(((await client.GetJsonAsync(how!))["title"].GetString(), (await client.GetJsonAsync(who!))["subject"].GetString()), Is.EqualTo(("How", "Who?")));
        foreach (var at in new[] { how, who })
            Assert.That((await client.GetJsonAsync(at + "/attachments"))["_embedded/elements/0/fileName"].GetString(), Is.EqualTo("note.txt"), at);
        var linked = await client.GetJsonAsync(Href((await WorkAsync(copy))["Linked"], "self") + "/file_links");
        Assert.That((linked["total"].GetInt32(), linked["_embedded/elements/0/originData/name"].GetString()), Is.EqualTo((1, "logo.png")), linked.ToString());
        var used = await client.GetJsonAsync("/api/v3/project_storages?filters=" + Uri.EscapeDataString($$$"""[{"projectId":{"operator":"=","values":["{{{copy["id"]}}}"]}}]"""));
        Assert.That((used["total"].GetInt32(), used["_embedded/elements/0/projectFolderMode"].GetString()), Is.EqualTo((1, "manual")), used.ToString());

        var bare = await CopyAsync(source, new { name = "Unread", _meta = new { copyWiki = false, copyForums = false, copyStorages = false } });
        Assert.That((await PathOfAsync<WikiPage>(bare), await PathOfAsync<Post>(bare)), Is.EqualTo(((string?)null, (string?)null)));
        Assert.That((await client.GetJsonAsync(Href((await WorkAsync(bare))["Linked"], "self") + "/file_links"))["total"].GetInt32(), Is.Zero);
        var plain = await CopyAsync(source, new { name = "Files apart", _meta = new { copyWikiPageAttachments = false, copyFileLinks = false } });
        Assert.That((await client.GetJsonAsync(await PathOfAsync<WikiPage>(plain) + "/attachments"))["total"].GetInt32(), Is.Zero);
        Assert.That((await client.GetJsonAsync(Href((await WorkAsync(plain))["Linked"], "self") + "/file_links"))["total"].GetInt32(), Is.Zero);
    }

    [Test]
    public async Task Boards_are_copied_with_the_queries_of_their_lists_that_one_sees()
    {
        var source = await client.PostJsonAsync(Projects, new { name = "Boarded" });
        await server.RoleAsync("Arranger", "copy_projects", "view_work_packages", "save_queries", "show_board_views", "manage_board_views");
        await server.JoinAsync("mira", source["id"].GetInt64(), "Arranger");
        var (seen, everywhere) = (await ListedAsync(client, source, "Seen", isPublic: true), await ListedAsync(client, null, "Everywhere", isPublic: false));
        var (own, hidden) = (await ListedAsync(mira, source, "Own", isPublic: false), await ListedAsync(client, source, "Hidden", isPublic: false));
        var lists = new[] { seen, own, hidden, everywhere }.Select((id, i) => new
        {
            identifier = "work_package_query", startRow = 1, endRow = 2, startColumn = i + 1, endColumn = i + 2, options = new { queryId = i == 0 ? (object)$"{id}" : id, kept = i },
        });
        var scope = new { scope = Link($"/projects/{source["identifier"].GetString()}/boards") };

        // Each of the two sees one list that the other does not.
        var made = await MadeAsync("/api/v3/grids", new { name = "Everything", options = new { type = "free" }, widgets = lists.Where((_, i) => i != 1), _links = scope });
        var changed = await mira.PatchJsonAsync(Self(made), new { widgets = lists });
        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.ToString());

        foreach (var withQueries in new[] { true, false })
        {
            var job = await mira.JobAsync(await mira.PostJsonAsync($"{Self(source)}/copy", new { name = $"Boarded {withQueries}", _meta = new { copyQueries = withQueries } }));
            Assert.That(job["status"].GetString(), Is.EqualTo("success"), job.ToString());
            var copy = await client.GetJsonAsync(job["payload/_links/project/href"].GetString()!);
            var board = await BoardAsync(copy);
            var copied = board.GetProperty("widgets").EnumerateArray().Select(w => w.GetProperty("options")).ToDictionary(o => o.GetProperty("kept").GetInt32(), o => o.GetProperty("queryId").GetInt64());

            Assert.That((board.GetProperty("name").GetString(), board.GetProperty("options").GetProperty("type").GetString()), Is.EqualTo(("Everything", "free")));
            Assert.That(copied.Keys, Is.EquivalentTo(new[] { 0, 1, 3 }), "the query that the copier does not see is no list of the copy");
            Assert.That((copied[3], copied[0] == seen, copied[1] == own), Is.EqualTo((everywhere, false, false)));
            Assert.That((await client.GetJsonAsync($"/api/v3/queries/{copied[0]}"))["_links/project/href"].GetString(), Is.EqualTo(Self(copy)));
            Assert.That(board.GetProperty("widgets").EnumerateArray().Select(w => w.GetProperty("startColumn").GetInt32()), Is.EqualTo(new[] { 1, 2, 4 }));
        }

        var bare = await CopyAsync(source, new { name = "Boarded no more", _meta = new { copyBoards = false } });
        Assert.That((await BoardAsync(bare)).ValueKind, Is.EqualTo(JsonValueKind.Undefined));
    }

    private static async Task<long> ListedAsync(HttpClient owner, ApiAnswer? project, string name, bool isPublic)
    {
        object links = project is null ? new { } : new { project = Link(Self(project)) };
        var made = await owner.PostJsonAsync("/api/v3/queries", new { name, @public = isPublic, _links = links });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made["id"].GetInt64();
    }

    private async Task<JsonElement> BoardAsync(ApiAnswer project)
    {
        var boards = await client.GetJsonAsync("/api/v3/grids?filters=" + Uri.EscapeDataString($$$"""[{"scope":{"operator":"=","values":["/projects/{{{project["id"]}}}/boards"]}}]"""));
        return boards["_embedded/elements"].EnumerateArray().SingleOrDefault();
    }

    // Nothing lists them.
    private async Task<string?> PathOfAsync<TContent>(ApiAnswer project)
        where TContent : ProjectContent
    {
        await using var scope = server.Services.CreateAsyncScope();
        var (store, id) = (scope.ServiceProvider.GetRequiredService<IReadStore>(), project["id"].GetInt64());
        var found = await store.ListAsync(store.Rows<TContent>().Where(c => c.ProjectId == id).Select(c => new { c.Id, c.Kind }), CancellationToken.None);
        return found.Count == 0 ? null : $"{ContentRights.Of(found.Single().Kind).Path.Value}/{found.Single().Id}";
    }

    private async Task<int> ToldAsync()
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NotificationDispatchService>().TellAllAsync(CancellationToken.None);
        return (await mira.GetJsonAsync("/api/v3/notifications"))["total"].GetInt32();
    }

    private async Task<ApiAnswer> CopyAsync(ApiAnswer source, object body)
    {
        var job = await client.JobAsync(await client.PostJsonAsync($"{Self(source)}/copy", body));
        Assert.That(job["status"].GetString(), Is.EqualTo("success"), job.ToString());
        return await client.GetJsonAsync(job["payload/_links/project/href"].GetString()!);
    }

    // A project with a member, a version, a category, three work packages that belong together, a file and a query.
    private async Task<(ApiAnswer Project, string Parent, string Child)> SourceAsync(string name)
    {
        var project = await client.PostJsonAsync(Projects, new { name, description = new { raw = "What it is *about*" }, _links = new { status = Link("/api/v3/project_statuses/at_risk") } });
        var me = (await mira.GetJsonAsync("/api/v3/users/me"))["_links/self/href"].GetString()!;
        var member = await client.GetJsonAsync("/api/v3/roles?filters=" + Uri.EscapeDataString("""[{"unit":{"operator":"=","values":["project"]}}]"""));
        var role = member["_embedded/elements"].EnumerateArray().First(r => r.GetProperty("name").GetString() == "Member");
        await MadeAsync("/api/v3/memberships", new { _links = new { project = Link(Self(project)), principal = Link(me), roles = new[] { Link(Href(role, "self")) } } });
        var version = await MadeAsync("/api/v3/versions", new { name = "1.0", _links = new { definingProject = Link(Self(project)) } });
        var category = Category.Create(project["id"].GetInt64(), "Front");
        await using (var scope = server.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<IAggregates<Category>>().Add(category);
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
        }

        var above = await MadeAsync($"{Self(project)}/work_packages", new { subject = "Above" });
        var below = await MadeAsync($"{Self(project)}/work_packages", new Dictionary<string, object>
        {
            ["subject"] = "Below", ["startDate"] = "2026-03-02", ["dueDate"] = "2026-03-03", [$"customField{field}"] = "red",
            ["_links"] = new { parent = Link(Self(above)), version = Link(Self(version)), category = Link($"/api/v3/categories/{category.Id}"), assignee = Link(me) },
        });
        var current = await client.GetJsonAsync(Self(above));
        await client.PatchJsonAsync(Self(above), new { lockVersion = current["lockVersion"].GetInt32(), scheduleManually = false });
        var after = await MadeAsync($"{Self(project)}/work_packages", new { subject = "After" });
        await MadeAsync($"{Self(after)}/relations", new { type = "follows", _links = new { to = Link(Self(below)) } });
        Assert.That((await client.UploadAsync($"{Self(above)}/attachments", "note.txt", "noted"u8.ToArray(), "text/plain")).Status, Is.EqualTo(HttpStatusCode.Created));
        var filters = new[]
        {
            new
            {
                _links = new
                {
                    filter = Link("/api/v3/queries/filters/version"), @operator = Link("/api/v3/queries/operators/="), values = new[] { Link(Self(version)) },
                },
            },
        };
        await MadeAsync("/api/v3/queries", new { name = "Of the version", filters, _links = new { project = Link(Self(project)) } });
        return (project, Self(above), Self(below));
    }

    private async Task<ApiAnswer> MadeAsync(string path, object body)
    {
        var made = await client.PostJsonAsync(path, body);
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made;
    }

    private async Task<Dictionary<string, JsonElement>> WorkAsync(ApiAnswer project) =>
        (await client.GetJsonAsync(Self(project) + "/work_packages"))["_embedded/elements"].EnumerateArray().ToDictionary(w => w.GetProperty("subject").GetString()!);

    private async Task<string[]> NamesAsync(string path) =>
        [.. (await client.GetJsonAsync(path))["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("name").GetString()!)];

    private async Task<string[]> MembersAsync(ApiAnswer project)
    {
        var members = await client.GetJsonAsync("/api/v3/memberships?filters=" + Uri.EscapeDataString($$$"""[{"project":{"operator":"=","values":["{{{project["id"]}}}"]}}]"""));
        return [.. members["_embedded/elements"].EnumerateArray().Select(m =>
        {
            var links = m.GetProperty("_links");
            return $"{links.GetProperty("principal").GetProperty("title").GetString()}: {string.Join(", ", links.GetProperty("roles").EnumerateArray().Select(r => r.GetProperty("title").GetString()))}";
        })];
    }

    private static object Link(string href) => new { href };

    private static string Self(ApiAnswer answer) => answer["_links/self/href"].GetString()!;

    private static string Href(JsonElement element, string link) => element.GetProperty("_links").GetProperty(link).GetProperty("href").GetString()!;
}
