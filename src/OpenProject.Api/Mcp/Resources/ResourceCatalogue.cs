using System.Globalization;
using OpenProject.Api.Mcp.Prompts;
using OpenProject.Api.Mcp.Tools;
using OpenProject.Api.Mcp.Tools.Sets;
using OpenProject.Application.Activities;
using OpenProject.Application.Attachments;
using OpenProject.Application.Common;
using OpenProject.Application.CustomFields;
using OpenProject.Application.Meetings;
using OpenProject.Application.News;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Relations;
using OpenProject.Application.Resources;
using OpenProject.Application.SavedQueries;
using OpenProject.Application.Sprints;
using OpenProject.Application.Statuses;
using OpenProject.Application.TimeEntries;
using OpenProject.Application.Types;
using OpenProject.Application.Users;
using OpenProject.Application.Versions;
using OpenProject.Application.WikiPages;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Api.Mcp.Resources;

/// <summary>All resources and templates.</summary>
internal static class ResourceCatalogue
{
    private const int RowsOfQuery = 40;

    /// <summary>All of them, those before templates that could mean them too.</summary>
    public static IReadOnlyList<DeclaredResource> All { get; } =
    [
        Fixed("current_user", "Current user", "Who you act as.", UserResource.Location.Value + "/me", async (services, _, ct) => await Of<UserService>(services).FindAsync("me", ct)),
        Fixed(
            "status_list", "Statuses", "All statuses of work packages.", StatusResource.Location.Value,
            async (services, query, ct) => await Of<StatusService>(services).ListAsync(query, ct)),
        Fixed("type_list", "Types", "All types of work packages.", TypeResource.Location.Value, async (services, query, ct) => await Of<TypeService>(services).ListAsync(query, ct)),
        One(
            "custom_field", "Custom field", "The definition of a custom field: its name, and what its values are.", CustomFieldResource.Location,
            async (services, id, ct) => await Of<CustomFieldService>(services).FindFieldAsync(id, ct)),
        One("project", "Project", "A project, by its id.", WorkspacePaths.Projects, async (services, id, ct) => await Of<ProjectService>(services).FindAsync(ValueText.Of(id), kind: null, ct)) with
        {
            Completed = Completed.Project,
        },
        One("status", "Status", "A status of work packages.", StatusResource.Location, async (services, id, ct) => await Of<StatusService>(services).FindAsync(id, ct)),
        One("type", "Type", "A type of work packages.", TypeResource.Location, async (services, id, ct) => await Of<TypeService>(services).FindAsync(id, ct)),
        DeclaredResource.Of("user", "User", "A person, by id or login.", UserResource.Location.Value + "/{id}", async (services, id, ct) => await Of<UserService>(services).FindAsync(id, ct)) with
        {
            Completed = Completed.User,
        },
        One("version", "Version", "A version of a project.", VersionResource.Location, async (services, id, ct) => await Of<VersionService>(services).FindAsync(id, ct)) with
        {
            Completed = Completed.Version,
        },
        One(
            "work_package", "Work package", "A work package with its whole description.", WorkPackageResource.Location,
            async (services, id, ct) => await Of<WorkPackageService>(services).FindAsync(id, ct)) with
        {
            Completed = Completed.WorkPackage, OtherPaths = ["/work_packages/{id}", "/wp/{id}"],
        },
        One("activity", "Activity", "A change of a work package or a comment, whole.", ActivityResource.Location, async (services, id, ct) => await Of<ActivityService>(services).FindAsync(id, ct)),
        One(
            "attachment", "Attachment", "What there is to know of a file: name, size, type, digest.", AttachmentResource.Location,
            async (services, id, ct) => await Of<AttachmentService>(services).FindAsync(id, ct)),
        new("attachment_content", "Contents of an attachment", "What a file says: its text, or else its bytes, up to 1 MiB.", AttachmentResource.Location.Value + "/{id}/content", (services, id, uri, ct) =>
            AttachmentReading.ContentsAsync(Of<AttachmentService>(services), IdOf(id), uri, ct))
        {
            MimeType = null,
        },
        One("meeting", "Meeting", "A meeting.", MeetingResource.Location, async (services, id, ct) => await Of<MeetingService>(services).FindAsync(id, ct)),
        One("news", "News", "News with their whole text.", NewsResource.Location, async (services, id, ct) => await Of<NewsService>(services).FindAsync(id, ct)),
        One("query", "Stored query", "A stored query with the work packages that it finds.", SavedQueryResource.Location, async (services, id, ct) =>
            await Of<SavedQueryService>(services).FindAsync(id, new QueryOverrides { PageSize = RowsOfQuery }, ct)),
        One("relation", "Relation", "A relation between work packages.", RelationResource.Location, async (services, id, ct) => await Of<RelationService>(services).FindAsync(id, ct)),
        One("sprint", "Sprint", "A sprint.", SprintResource.Location, async (services, id, ct) => await Of<SprintService>(services).FindAsync(id, ct)) with { Completed = Completed.Sprint },
        One("time_entry", "Time entry", "Booked time.", TimeEntryResource.Location, async (services, id, ct) => await Of<TimeEntryService>(services).FindAsync(id, ct)),
        One("wiki_page", "Wiki page", "A page of a wiki.", WikiPageResource.Location, async (services, id, ct) => await Of<WikiPageService>(services).FindAsync(id, ct)),
        Part("project_types", "Types of a project", "The types that work packages of a project can have.", WorkspacePaths.Projects, "/types", Completed.Project, async (services, id, query, ct) =>
            await Of<TypeService>(services).ListInAsync(ValueText.Of(id), query, ct)),
        Part("project_versions", "Versions of a project", "The versions that a project can use.", WorkspacePaths.Projects, "/versions", Completed.Project, async (services, id, query, ct) =>
            await Of<VersionService>(services).ListInAsync(ValueText.Of(id), query, ct)),
        Part(
            "work_package_activities", "Activities of a work package", "All that was done to a work package and said about it.", WorkPackageResource.Location, "/activities", Completed.WorkPackage,
            async (services, id, query, ct) => await Of<ActivityService>(services).ListOfAsync(id, query, ct)),
    ];

    private static T Of<T>(IServiceProvider services)
        where T : notnull =>
        services.GetRequiredService<T>();

    private static DeclaredResource Fixed(
        string name, string title, string description, string path, Func<IServiceProvider, CollectionQuery, CancellationToken, Task<IHalDocument>> read) =>
        DeclaredResource.Of(name, title, description, path, (services, _, cancellationToken) => read(services, new CollectionQuery { Path = path }, cancellationToken));

    private static DeclaredResource One(
        string name, string title, string description, ResourcePath path, Func<IServiceProvider, long, CancellationToken, Task<IHalDocument>> read) =>
        DeclaredResource.Of(name, title, description, path.Value + "/{id}", (services, key, cancellationToken) => read(services, IdOf(key), cancellationToken));

    private static DeclaredResource Part(
        string name,
        string title,
        string description,
        ResourcePath whole,
        string part,
        Completed completed,
        Func<IServiceProvider, long, CollectionQuery, CancellationToken, Task<IHalDocument>> read) =>
        DeclaredResource.Of(name, title, description, whole.Value + "/{id}" + part, (services, key, cancellationToken) =>
            read(services, IdOf(key), new CollectionQuery { Path = whole.Of(IdOf(key)) + part }, cancellationToken)) with
        {
            Completed = completed,
        };

    private static long IdOf(string key) =>
        long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new ProblemException(new Problem.NotFound());
}
