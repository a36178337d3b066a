using System.Buffers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenProject.Domain.Budgets;
using OpenProject.Domain.Categories;
using OpenProject.Domain.Priorities;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.TimeEntries;
using OpenProject.Domain.Types;
using OpenProject.Domain.Users;
using OpenProject.Domain.Versions;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Benchmarks;

/// <summary>One work package with what its body embeds, by EF's compiled queries: one for it, one for each embedded kind.</summary>
internal static class WorkPackageOne
{
    private static readonly Func<SqliteDbContext, long, Task<WorkPackageRow?>> Row = EF.CompileAsyncQuery((SqliteDbContext c, long id) =>
        c.Set<WorkPackage>().Where(w => w.Id == id).Select(w => new WorkPackageRow(
            w.Id, w.LockVersion, w.Subject, w.Description, w.DescriptionHtml, w.CreatedAt, w.UpdatedAt, w.Status.IsReadonly, w.ScheduleManually,
            w.IgnoreNonWorkingDays, w.StartDate, w.DueDate, w.DurationDays, w.DerivedStartDate, w.DerivedDueDate, w.EstimatedMinutes,
            w.DerivedEstimatedMinutes, w.RemainingMinutes, w.DerivedRemainingMinutes, w.PercentageDone, w.DerivedPercentageDone, w.ProjectId,
            w.Project.Name, w.TypeId, w.Type.Name, w.PriorityId, w.Priority.Name, w.StatusId, w.Status.Name, w.AuthorId, w.Author.Name,
            w.ResponsibleId, w.Responsible!.Name, w.AssigneeId, w.Assignee!.Name, w.CategoryId, w.Category!.Name, w.VersionId, w.Version!.Name,
            w.ParentId, w.Parent!.Subject, w.BudgetId, w.Budget!.Subject, w.PhaseId, (long?)w.Phase!.DefinitionId, w.Phase.Definition.Name)).FirstOrDefault());

    private static readonly Func<SqliteDbContext, long, IAsyncEnumerable<Relative>> Relatives = EF.CompileAsyncQuery((SqliteDbContext c, long id) =>
        c.Set<WorkPackageHierarchy>().Where(h => (h.DescendantId == id && h.Depth > 0) || (h.AncestorId == id && h.Depth == 1))
            .Select(h => h.AncestorId == id
                ? new Relative(id, h.DescendantId, h.Descendant.Subject, h.Depth)
                : new Relative(id, h.AncestorId, h.Ancestor.Subject, -h.Depth)));

    private static readonly Func<SqliteDbContext, long, Task<WorkPackageType?>> Type =
        EF.CompileAsyncQuery((SqliteDbContext c, long id) => c.Set<WorkPackageType>().FirstOrDefault(t => t.Id == id));

    private static readonly Func<SqliteDbContext, long, Task<Priority?>> Priority =
        EF.CompileAsyncQuery((SqliteDbContext c, long id) => c.Set<Priority>().FirstOrDefault(t => t.Id == id));

    private static readonly Func<SqliteDbContext, long, Task<Status?>> Status =
        EF.CompileAsyncQuery((SqliteDbContext c, long id) => c.Set<Status>().FirstOrDefault(t => t.Id == id));

    private static readonly Func<SqliteDbContext, long, Task<ProjectRow?>> Project = EF.CompileAsyncQuery((SqliteDbContext c, long id) =>
        c.Set<Project>().Where(p => p.Id == id)
            .Select(p => new ProjectRow(p.Id, p.Identifier, p.Name, p.Description, p.DescriptionHtml, p.CreatedAt, p.UpdatedAt)).FirstOrDefault());

    private static readonly Func<SqliteDbContext, long?, Task<ProjectVersion?>> Version =
        EF.CompileAsyncQuery((SqliteDbContext c, long? id) => c.Set<ProjectVersion>().FirstOrDefault(v => v.Id == id));

    private static readonly Func<SqliteDbContext, long?, Task<Category?>> Category =
        EF.CompileAsyncQuery((SqliteDbContext c, long? id) => c.Set<Category>().FirstOrDefault(v => v.Id == id));

    private static readonly Func<SqliteDbContext, long?, Task<Budget?>> Budget =
        EF.CompileAsyncQuery((SqliteDbContext c, long? id) => c.Set<Budget>().FirstOrDefault(v => v.Id == id));

    private static readonly Func<SqliteDbContext, long, IAsyncEnumerable<Relative>> Above = EF.CompileAsyncQuery((SqliteDbContext c, long id) =>
        c.Set<ProjectHierarchy>().Where(h => h.DescendantId == id && h.Depth > 0).Select(h => new Relative(id, h.AncestorId, h.Ancestor.Name, h.Depth)));

    private static readonly Func<SqliteDbContext, List<long>, IAsyncEnumerable<UserRow>> Users = EF.CompileAsyncQuery((SqliteDbContext c, List<long> ids) =>
        c.Set<User>().Where(u => ids.Contains(u.Id)).Select(u => new UserRow(u.Id, u.Name, u.Login, u.FirstName, u.LastName, u.Email, u.CreatedAt, u.UpdatedAt)));

    private static readonly Func<SqliteDbContext, long, Task<int>> Spent = EF.CompileAsyncQuery((SqliteDbContext c, long id) =>
        c.Set<WorkPackageHierarchy>().Where(h => h.AncestorId == id)
            .Join(c.Set<TimeEntry>(), h => h.DescendantId, e => e.WorkPackageId, (_, e) => e.Minutes ?? 0).Sum());

    public static async Task<bool> WriteAsync(SqliteDbContext context, IBufferWriter<byte> buffer, long id)
    {
        if (await Row(context, id) is not { } row)
            return false;
        var relatives = await Relatives(context, id).ToListAsync();
        var (type, priority, status) = (await Type(context, row.TypeId), await Priority(context, row.PriorityId), await Status(context, row.StatusId));
        var project = await Project(context, row.ProjectId);
        var above = await Above(context, row.ProjectId).ToListAsync();
        var (version, category, budget) = (await Version(context, row.VersionId), await Category(context, row.CategoryId), await Budget(context, row.BudgetId));
        var users = await Users(context, [row.AuthorId, row.AssigneeId ?? row.AuthorId, row.ResponsibleId ?? row.AuthorId]).ToDictionaryAsync(u => u.Id);
        using var json = new Utf8JsonWriter(buffer, WorkPackageJson.Options);
        WorkPackageJson.Write(json, row, relatives, await Spent(context, id), () =>
        {
            json.WriteStartObject("_embedded"u8);
            Named(json, "type"u8, "/api/v3/types/", type!.Id, type.Name, type.Color, type.Position, type.IsDefault, type.IsMilestone);
            Named(json, "priority"u8, "/api/v3/priorities/", priority!.Id, priority.Name, priority.Color, priority.Position, priority.IsDefault, priority.IsActive);
            Write(json, project!, above);
            Named(json, "status"u8, "/api/v3/statuses/", status!.Id, status.Name, status.Color, status.Position, status.IsDefault, status.IsClosed);
            Write(json, "author"u8, users[row.AuthorId]);
            if (row.AssigneeId is { } assignee)
                Write(json, "assignee"u8, users[assignee]);
            if (row.ResponsibleId is { } responsible)
                Write(json, "responsible"u8, users[responsible]);
            if (version is not null)
                Write(json, version, row);
            if (category is not null)
                Part(json, "category"u8, "/api/v3/categories/", category.Id, category.Name, row);
            if (budget is not null)
                Part(json, "budget"u8, "/api/v3/budgets/", budget.Id, budget.Subject, row);
            json.WriteEndObject();
        });
        return true;
    }

    private static void Named(
        Utf8JsonWriter json, ReadOnlySpan<byte> name, string prefix, long id, string title, string? color, int position, bool isDefault, bool flag)
    {
        json.WriteStartObject(name);
        json.WriteNumber("id"u8, id);
        json.WriteString("name"u8, title);
        json.WriteString("color"u8, color);
        json.WriteNumber("position"u8, position);
        json.WriteBoolean("isDefault"u8, isDefault);
        json.WriteBoolean("flag"u8, flag);
        json.WriteStartObject("_links"u8);
        WorkPackageJson.Link(json, "self"u8, prefix, id, title);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ProjectVersion version, WorkPackageRow row)
    {
        json.WriteStartObject("version"u8);
        json.WriteNumber("id"u8, version.Id);
        json.WriteString("name"u8, version.Name);
        WorkPackageJson.Formattable(json, "description"u8, null, null);
        json.WriteString("startDate"u8, version.StartDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("endDate"u8, version.EndDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("status"u8, "open"u8);
        json.WriteString("sharing"u8, "none"u8);
        WorkPackageJson.Time(json, "createdAt"u8, version.CreatedAt);
        WorkPackageJson.Time(json, "updatedAt"u8, version.UpdatedAt);
        json.WriteStartObject("_links"u8);
        WorkPackageJson.Link(json, "self"u8, "/api/v3/versions/", version.Id, version.Name);
        WorkPackageJson.Link(json, "definingProject"u8, "/api/v3/projects/", row.ProjectId, row.ProjectName);
        foreach (var action in new[] { "schema", "update", "updateImmediately", "delete", "availableInProjects" })
            WorkPackageJson.Action(json, System.Text.Encoding.UTF8.GetBytes(action), $"/api/v3/versions/{version.Id}/{action}", "patch"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Part(Utf8JsonWriter json, ReadOnlySpan<byte> name, string prefix, long id, string title, WorkPackageRow row)
    {
        json.WriteStartObject(name);
        json.WriteNumber("id"u8, id);
        json.WriteString("name"u8, title);
        json.WriteStartObject("_links"u8);
        WorkPackageJson.Link(json, "self"u8, prefix, id, title);
        WorkPackageJson.Link(json, "project"u8, "/api/v3/projects/", row.ProjectId, row.ProjectName);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ProjectRow project, List<Relative> above)
    {
        json.WriteStartObject("project"u8);
        json.WriteNumber("id"u8, project.Id);
        json.WriteString("identifier"u8, project.Identifier);
        json.WriteString("name"u8, project.Name);
        WorkPackageJson.Formattable(json, "description"u8, project.Description, project.DescriptionHtml);
        WorkPackageJson.Time(json, "createdAt"u8, project.CreatedAt);
        WorkPackageJson.Time(json, "updatedAt"u8, project.UpdatedAt);
        json.WriteStartObject("_links"u8);
        WorkPackageJson.Link(json, "self"u8, "/api/v3/projects/", project.Id, project.Name);
        foreach (var name in new[] { "categories", "memberships", "workPackages", "types", "versions", "update", "updateImmediately", "delete", "createWorkPackage", "favor" })
        {
            json.WriteStartObject(name);
            json.WriteString("href"u8, $"/api/v3/workspaces/{project.Id}/{name}");
            json.WriteEndObject();
        }

        json.WriteStartArray("ancestors"u8);
        foreach (var ancestor in above)
        {
            json.WriteStartObject();
            json.WriteString("href"u8, $"/api/v3/projects/{ancestor.Id}");
            json.WriteString("title"u8, ancestor.Subject);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, UserRow user)
    {
        json.WriteStartObject(name);
        json.WriteNumber("id"u8, user.Id);
        json.WriteString("name"u8, user.Name);
        json.WriteString("login"u8, user.Login);
        json.WriteString("firstName"u8, user.FirstName);
        json.WriteString("lastName"u8, user.LastName);
        json.WriteString("email"u8, user.Email);
        WorkPackageJson.Time(json, "createdAt"u8, user.CreatedAt);
        WorkPackageJson.Time(json, "updatedAt"u8, user.UpdatedAt);
        json.WriteStartObject("_links"u8);
        WorkPackageJson.Link(json, "self"u8, "/api/v3/users/", user.Id, user.Name);
        foreach (var action in new[] { "memberships", "updateImmediately", "lock", "delete" })
            WorkPackageJson.Action(json, System.Text.Encoding.UTF8.GetBytes(action), $"/api/v3/users/{user.Id}/{action}", "patch"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private sealed record ProjectRow(
        long Id, string Identifier, string Name, string? Description, string? DescriptionHtml, DateTime CreatedAt, DateTime UpdatedAt);

    private sealed record UserRow(
        long Id, string Name, string Login, string FirstName, string LastName, string? Email, DateTime CreatedAt, DateTime UpdatedAt);
}
