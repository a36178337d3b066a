using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Types;
using OpenProject.Domain.Workflows;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.WorkPackages;

/// <summary>Which statuses who may give a work package, over HTTP.</summary>
[OnEachDatabase]
public sealed class StatusStepTests(DatabaseProvider provider)
{
    private const string Work = "/api/v3/work_packages";

    private readonly Dictionary<string, string> statuses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> types = new(StringComparer.Ordinal);
    private ApiServer server = null!;
    private HttpClient admin = null!;
    private HttpClient clerk = null!;
    private string project = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        admin = server.Client();
        await ReadAsync("/api/v3/statuses", statuses);
        await ReadAsync("/api/v3/types", types);
        var made = await admin.PostJsonAsync("/api/v3/projects", new { name = "Steps" });
        project = Self(made);
        await AddClerkRoleAsync();
        clerk = await server.ClientOfAsync("clerk");
        await server.JoinAsync("clerk", made["id"].GetInt64(), "Clerk");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        clerk.Dispose();
        admin.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_form_lists_the_steps_that_the_role_takes_and_others_are_refused()
    {
        var work = await CreateAsync();

        var form = await clerk.PostJsonAsync(work + "/form", new { });
        Assert.That(Titles(form), Is.EqualTo(new[] { "New", "In progress" }));
        Assert.That(await MoveAsync(clerk, work, "Closed"), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "status")));
        Assert.That(await MoveAsync(clerk, work, "In progress"), Is.EqualTo((HttpStatusCode.OK, "")));
        Assert.That(await MoveAsync(clerk, work, "In progress"), Is.EqualTo((HttpStatusCode.OK, "")), "the status it has");
        Assert.That(await MoveAsync(clerk, work, "Rejected"), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "status")));
    }

    [Test]
    public async Task Administrators_take_the_steps_of_all_roles_and_no_others()
    {
        var work = await CreateAsync();

        Assert.That(await MoveAsync(admin, work, "In testing"), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "status")), "no task is tested");
        Assert.That(await MoveAsync(admin, work, "Closed"), Is.EqualTo((HttpStatusCode.OK, "")));
    }

    [Test]
    public async Task Some_steps_are_the_authors_alone()
    {
        var (own, others) = (await CreateAsync(clerk, "In progress"), await CreateAsync(admin, "In progress"));

        Assert.That(await MoveAsync(clerk, own, "Closed"), Is.EqualTo((HttpStatusCode.OK, "")));
        Assert.That(await MoveAsync(clerk, others, "Closed"), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "status")));
    }

    [Test]
    public async Task Some_steps_are_the_assignees_alone_as_he_was_before()
    {
        var me = Self(await clerk.GetJsonAsync("/api/v3/users/me"));
        var work = await CreateAsync(admin, "In progress");
        var version = (await admin.GetJsonAsync(work))["lockVersion"].GetInt32();

        var both = await clerk.PatchJsonAsync(work, new { lockVersion = version, _links = new { assignee = new { href = me }, status = new { href = statuses["On hold"] } } });
        Assert.That(AnswerOf(both), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "status")));
        var assigned = await clerk.PatchJsonAsync(work, new { lockVersion = version, _links = new { assignee = new { href = me } } });
        Assert.That(assigned.Status, Is.EqualTo(HttpStatusCode.OK), assigned.ToString());
        Assert.That(await MoveAsync(clerk, work, "On hold"), Is.EqualTo((HttpStatusCode.OK, "")));
    }

    [Test]
    public async Task Any_status_may_be_the_first()
    {
        var made = await CreateAsync(clerk, "Rejected");

        Assert.That((await clerk.GetJsonAsync(made))["_links/status/title"].GetString(), Is.EqualTo("Rejected"));
    }

    [Test]
    public async Task Another_type_keeps_the_status_if_it_passes_it_and_begins_anew_if_not()
    {
        var (kept, anew) = (await CreateAsync(admin, "In progress"), await CreateAsync(admin, "In progress", "Summary task"));
        await MoveAsync(admin, anew, "Scheduled");

        Assert.That(await RetypeAsync(kept, "Summary task"), Is.EqualTo("In progress"));
        Assert.That(await RetypeAsync(anew, "Task"), Is.EqualTo("New"));
    }

    [Test]
    public async Task A_work_package_that_an_open_one_blocks_is_not_closed()
    {
        var (blocker, blocked) = (await CreateAsync(), await CreateAsync());
        await admin.PostJsonAsync(blocker + "/relations", new { type = "blocks", _links = new { to = new { href = blocked } } });

        Assert.That(await MoveAsync(admin, blocked, "Closed"), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "status")));
        Assert.That(await MoveAsync(admin, blocked, "In progress"), Is.EqualTo((HttpStatusCode.OK, "")));
        await MoveAsync(admin, blocker, "Rejected");
        Assert.That(await MoveAsync(admin, blocked, "Closed"), Is.EqualTo((HttpStatusCode.OK, "")));
    }

    [Test]
    public async Task A_status_that_allows_nothing_else_is_left_first()
    {
        var work = await CreateAsync();
        await ChangeStatusAsync("New", status => status.Freeze(isReadonly: true));
        try
        {
            var read = await admin.GetJsonAsync(work);
            var answer = await admin.PatchJsonAsync(work, new { lockVersion = read["lockVersion"].GetInt32(), subject = "Other" });
            Assert.That(answer["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"), answer.ToString());
            Assert.That(await MoveAsync(admin, work, "In progress"), Is.EqualTo((HttpStatusCode.OK, "")));
        }
        finally
        {
            await ChangeStatusAsync("New", status => status.Freeze(isReadonly: false));
        }
    }

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static IEnumerable<string?> Titles(ApiAnswer form) =>
        form["_embedded/schema/status/_links/allowedValues"].EnumerateArray().Select(link => link.GetProperty("title").GetString());

    private static (HttpStatusCode Status, string Attribute) AnswerOf(ApiAnswer answer) =>
        (answer.Status, answer.Status == HttpStatusCode.OK ? "" : answer["_embedded/details/attribute"].GetString()!);

    private async Task ReadAsync(string path, Dictionary<string, string> into)
    {
        foreach (var element in (await admin.GetJsonAsync(path))["_embedded/elements"].EnumerateArray())
            into[element.GetProperty("name").GetString()!] = element.GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!;
    }

    private async Task AddClerkRoleAsync()
    {
        await using var scope = server.Services.CreateAsyncScope();
        var (services, store) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<IReadStore>());
        var role = Role.Create("Clerk", RoleKind.Project, 40, DateTime.UnixEpoch);
        role.SetPermissions(new[] { "view_work_packages", "add_work_packages", "edit_work_packages", "work_package_assigned" }.Select(name => Permissions.Find(name)!));
        services.GetRequiredService<IAggregates<Role>>().Add(role);
        await services.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
        var task = (await store.FirstOrDefaultAsync(store.Rows<WorkPackageType>().Where(t => t.Name == "Task"), CancellationToken.None))!.Id;
        var ids = (await store.ListAsync(store.Rows<Status>(), CancellationToken.None)).ToDictionary(s => s.Name, s => s.Id);
        var steps = services.GetRequiredService<IAggregates<Workflow>>();
        steps.Add(Workflow.Allow(task, ids["New"], ids["In progress"], role.Id));
        steps.Add(Workflow.Allow(task, ids["In progress"], ids["Closed"], role.Id, authorOnly: true));
        steps.Add(Workflow.Allow(task, ids["In progress"], ids["On hold"], role.Id, assigneeOnly: true));
        await services.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
    }

    private async Task ChangeStatusAsync(string name, Action<Status> change)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var status = await scope.ServiceProvider.GetRequiredService<IAggregates<Status>>().FindAsync(long.Parse(statuses[name].Split('/')[^1]), CancellationToken.None);
        change(status!);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
    }

    private async Task<string> CreateAsync(HttpClient? by = null, string status = "New", string type = "Task")
    {
        var made = await (by ?? admin).PostJsonAsync(Work, new
        {
            subject = "Step",
            _links = new { project = new { href = project }, status = new { href = statuses[status] }, type = new { href = types[type] } },
        });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return Self(made);
    }

    private async Task<(HttpStatusCode Status, string Attribute)> MoveAsync(HttpClient by, string work, string status)
    {
        var version = (await by.GetJsonAsync(work))["lockVersion"].GetInt32();
        return AnswerOf(await by.PatchJsonAsync(work, new { lockVersion = version, _links = new { status = new { href = statuses[status] } } }));
    }

    private async Task<string?> RetypeAsync(string work, string type)
    {
        var version = (await admin.GetJsonAsync(work))["lockVersion"].GetInt32();
        var answer = await admin.PatchJsonAsync(work, new { lockVersion = version, _links = new { type = new { href = types[type] } } });
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        return answer["_links/status/title"].GetString();
    }
}
