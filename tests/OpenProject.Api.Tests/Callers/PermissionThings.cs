using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Application.CustomFields;
using OpenProject.Application.Users;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.FileLinks;
using OpenProject.Domain.Notifications;
using OpenProject.Domain.Posts;
using OpenProject.Domain.WikiPages;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Callers;

/// <summary>
/// What operations are asked about: things of the demo project, and of <c>mira</c>, who is a member there, where they belong to a person.
/// What the demo data lacks is made.
/// </summary>
internal sealed class PermissionThings(ApiServer server, HttpClient admin)
{
    // What no list tells, or of whose list the first is not the one that is meant.
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal)
    {
        ["/api/v3/projects"] = "demo-project",
        ["/api/v3/workspaces"] = "demo-project",
        ["/api/v3/views"] = "1",
        ["/api/v3/queries/columns"] = "id",
        ["/api/v3/queries/filters"] = "status",
        ["/api/v3/queries/filter_instance_schemas"] = "status",
        ["/api/v3/queries/group_bys"] = "status",
        ["/api/v3/queries/operators"] = "%3D",
        ["/api/v3/queries/sort_bys"] = "id-asc",
        ["/api/v3/actions"] = "projects/create",
        ["/api/v3/project_statuses"] = "on_track",
        ["/api/v3/work_packages"] = "1",
        ["/api/v3/work_packages/schemas"] = "3-1",
        ["/api/v3/values/schema"] = "startDate",
        ["/api/v3/days"] = "2027-03-01",
        ["/api/v3/days/week"] = "1",
    };

    // Where an operation is about something else than the others below its path.
    private readonly Dictionary<string, string> ofOperations = new(StringComparer.Ordinal)
    {
        ["Create_views"] = "work_packages_table",
        ["List_sprints_in_project"] = "your-scrum-project",
    };

    /// <summary>Known ids, by their lists; <c>project</c> and <c>folder</c> are the demo project's id and its folder in the storage.</summary>
    public IReadOnlyDictionary<string, string> Ids => ids;

    /// <summary>Makes what the demo data lacks.</summary>
    public async Task MakeAsync()
    {
        using var mira = await server.ClientOfAsync("mira");
        Know("/api/v3/users", await mira.GetJsonAsync("/api/v3/users/me"));
        ids["project"] = Id(await admin.GetJsonAsync("/api/v3/projects/demo-project"));
        Know("/api/v3/attachments", await admin.UploadAsync("/api/v3/work_packages/1/attachments", "a.txt", [1]));
        Know("/api/v3/grids", await mira.PostJsonAsync("/api/v3/grids", new { _links = new { scope = new { href = "/my/page" } } }));
        Know("/api/v3/reminders", await mira.PostJsonAsync("/api/v3/work_packages/1/reminders", new { remindAt = "2030-01-01T09:00:00Z" }));
        var (user, activity) = ("/api/v3/users/" + ids["/api/v3/users"], (await admin.GetJsonAsync("/api/v3/work_packages/1/activities"))["_embedded/elements/0/id"].GetInt64());
        Know("/api/v3/users/" + user.Split('/')[^1] + "/working_hours", await admin.PostJsonAsync(user + "/working_hours", new { validFrom = "2030-01-01" }));
        Know("/api/v3/users/" + user.Split('/')[^1] + "/non_working_times", await admin.PostJsonAsync(user + "/non_working_times", new { startDate = "2030-02-01", endDate = "2030-02-02" }));
        Made(await admin.PostJsonAsync("/api/v3/days/non_working", new { date = "2030-05-01", name = "May day" }));
        ids["/api/v3/days/non_working"] = "2030-05-01";
        ids["/api/v3/activities"] = activity.ToString(CultureInfo.InvariantCulture);
        Made(await mira.PatchJsonAsync($"/api/v3/activities/{activity}/emoji_reactions", new { reaction = "rocket" }));
        ids["/api/v3/emoji_reactions"] = $"{activity}-rocket";
        var copy = await admin.PostJsonAsync("/api/v3/projects/demo-project/copy", new { name = "A copy" });
        Assert.That((await admin.JobAsync(copy))["status"].GetString(), Is.EqualTo("success"));
        ids["/api/v3/job_statuses"] = copy.Headers.Location!.OriginalString.Split('/')[^1];
        await StoreAsync(long.Parse(ids["/api/v3/users"], CultureInfo.InvariantCulture));
        await KnowStorageAsync();
    }

    /// <summary>The id that fills the hole behind a path: of the first of the list that it is, where it is none that is known.</summary>
    public async Task<string> IdAsync(string operation, string list)
    {
        if (ofOperations.TryGetValue(operation, out var meant) || ids.TryGetValue(list, out meant))
            return meant;
        var answer = await admin.GetJsonAsync(list);
        var first = answer.Status == HttpStatusCode.OK && answer.Body.TryGetProperty("_embedded", out var embedded)
            && embedded.TryGetProperty("elements", out var elements) && elements.GetArrayLength() > 0 ? elements[0] : default;
        if (first.ValueKind != JsonValueKind.Object)
            return ids[list] = "1";

        // Some keys have slashes in them; some lists tell of what has another path.
        var self = first.GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!;
        return ids[list] = self.StartsWith(list + "/", StringComparison.Ordinal) ? self[(list.Length + 1)..] : self.Split('/')[^1];
    }

    private static ApiAnswer Made(ApiAnswer answer) => (int)answer.Status < 300 ? answer : throw new InvalidOperationException($"The table has nothing to ask about: {answer}");

    private static string Id(ApiAnswer answer) => Made(answer)["id"].GetInt64().ToString(CultureInfo.InvariantCulture);

    private void Know(string list, ApiAnswer made) => ids[list] = Id(made);

    private async Task StoreAsync(long miraId)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var (services, store) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<IReadStore>());
        await services.GetRequiredService<AvatarService>().SetAsync(miraId, [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B], CancellationToken.None);
        var notification = Notification.OfDate(miraId, workPackageId: 1, AlertedDate.DueDate, new DateOnly(2026, 1, 1), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        services.GetRequiredService<IAggregates<Notification>>().Add(notification);
        await services.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
        ids["/api/v3/notifications"] = Text(notification.Id);
        ids[$"/api/v3/notifications/{notification.Id}/details"] = "0";
        ids["/api/v3/wiki_pages"] = Text(await store.FirstOrDefaultAsync(store.Rows<WikiPage>().Select(p => p.Id).Order(), CancellationToken.None));
        ids["/api/v3/posts"] = Text(await store.FirstOrDefaultAsync(store.Rows<Post>().Select(p => p.Id).Order(), CancellationToken.None));
        ids["/api/v3/file_links"] = Text(await store.FirstOrDefaultAsync(store.Rows<FileLink>().Select(f => f.Id).Order(), CancellationToken.None));
        await server.DefineAsync("Venue", CustomFieldFormat.List, "Hall", "Garden");
        var regions = await server.DefineAsync(new CustomFieldSpec("Region", CustomizedKind.WorkPackage, CustomFieldFormat.Hierarchy) { Items = ["Europe"] });
        ids["/api/v3/custom_fields"] = Text(regions);
        ids["/api/v3/custom_options"] = Text(await store.FirstOrDefaultAsync(store.Rows<CustomOption>().Select(o => o.Id).Order(), CancellationToken.None));
        ids["/api/v3/custom_field_items"] = Text(await store.FirstOrDefaultAsync(store.Rows<HierarchyItem>().Where(i => i.ParentId != null).Select(i => i.Id).Order(), CancellationToken.None));
    }

    private async Task KnowStorageAsync()
    {
        var storage = await admin.GetJsonAsync("/api/v3/storages");
        ids["/api/v3/storages"] = storage["_embedded/elements/0/id"].GetInt64().ToString(CultureInfo.InvariantCulture);
        ids["folder"] = "/Demo project";
        var application = Made(await admin.PostJsonAsync(
            "/api/v3/storages",
            new { name = "Another", _links = new { type = new { href = "urn:openproject-org:api:v3:storages:Nextcloud" }, origin = new { href = "https://another.example" } } }));
        var named = Made(await admin.PostJsonAsync(application["_links/self/href"].GetString() + "/oauth_client_credentials", new { clientId = "a", clientSecret = "b" }));
        ids["/api/v3/oauth_client_credentials"] = named["_links/oauthClientCredentials/href"].GetString()!.Split('/')[^1];
        ids["/api/v3/oauth_applications"] = application["_links/oauthApplication/href"].GetString()!.Split('/')[^1];
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
