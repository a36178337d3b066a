using OpenProject.Application.Common;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.Priorities;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Bcf;

/// <summary>Translates what BCF says of a topic into what API v3 would say of its work package, so that the same rules judge it.</summary>
public sealed class BcfTopicChangeService(IReadStore store, IMarkdown markdown, WorkPackageResource resource)
{
    /// <summary>What a work package is to be like.</summary>
    /// <param name="projectId">Its project.</param>
    /// <param name="input">What was sent of the topic.</param>
    /// <param name="before">The stored work package; null for a new one.</param>
    /// <param name="replaces">Whether what was not sent is emptied, or gets its default; otherwise it stays.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ChangeSet<WorkPackage, WorkPackageDto>> OfAsync(
        long projectId, BcfTopicInput input, BcfTopicBefore? before, bool replaces, CancellationToken cancellationToken)
    {
        var errors = new List<FieldError>(input.Errors);
        var changes = new ChangeSet<WorkPackage, WorkPackageDto>([], errors, before?.LockVersion).With(resource, "subject", input.Title ?? "");
        foreach (var (attribute, name, named, defaults) in Choices(projectId, input))
        {
            if (name is null && !replaces)
                continue;
            var id = await store.FirstOrDefaultAsync(name is null ? defaults : named, cancellationToken);
            if (id != 0)
                changes = changes.WithLink(resource, attribute, id);
            else if (name is not null)
                errors.Add(new FieldError(attribute, $"{char.ToUpperInvariant(attribute[0])}{attribute[1..]} does not exist."));
        }

        if (replaces || input.Description is not null)
            changes = changes.With(resource, "description", new Formattable(input.Description, input.Description is { } text ? markdown.ToHtml(text) : null));
        if (replaces || input.DueDate is not null)
            changes = changes.With(resource, "dueDate", input.DueDate);
        if (input.AssignedTo is not { } person)
            return replaces ? changes.WithLink(resource, "assignee", id: null) : changes;
        if (await AssigneeAsync(projectId, person, before, cancellationToken) is { } assigneeId)
            return changes.WithLink(resource, "assignee", assigneeId);
        errors.Add(new FieldError("assignee", "Assignee does not exist."));
        return changes;
    }

    // What is chosen by its name: the attribute, the name, those of that name, and those of which the first is the default.
    private IEnumerable<(string Attribute, string? Name, IQueryable<long> Named, IQueryable<long> Defaults)> Choices(long projectId, BcfTopicInput input)
    {
        var (type, status, priority) = (input.Type, input.Status, input.Priority);
        var types = store.Rows<Project>().Where(p => p.Id == projectId).SelectMany(p => p.Types).Select(t => t.Type);
        yield return ("type", type, types.Where(t => t.Name == type).OrderBy(t => t.Position).Select(t => t.Id), types.OrderBy(t => t.Position).Select(t => t.Id));
        var statuses = store.Rows<Status>().OrderBy(s => s.Position);
        yield return ("status", status, statuses.Where(s => s.Name == status).Select(s => s.Id), statuses.Where(s => s.IsDefault).Select(s => s.Id));
        var priorities = store.Rows<Priority>().Where(p => p.IsActive).OrderBy(p => p.Position);
        yield return ("priority", priority, priorities.Where(p => p.Name == priority).Select(p => p.Id), priorities.Where(p => p.IsDefault).Select(p => p.Id));
    }

    // Who works on it stays even where he may not be assigned any more.
    private async Task<long?> AssigneeAsync(long projectId, string name, BcfTopicBefore? before, CancellationToken cancellationToken) =>
        before is { AssigneeId: { } id } && string.Equals(before.AssignedTo, name, StringComparison.OrdinalIgnoreCase)
            ? id
            : await store.FirstOrDefaultAsync(
                WorkPackageTargets.AssignableIn(projectId, store).Select(m => m.Principal).Where(BcfUsers.Named(name)).OrderBy(p => p.Id).Select(p => (long?)p.Id),
                cancellationToken);
}

/// <summary>What a change of a stored work package depends on.</summary>
/// <param name="LockVersion">The state that is changed.</param>
/// <param name="AssigneeId">Who works on it.</param>
/// <param name="AssignedTo">The same, as BCF names people.</param>
public sealed record BcfTopicBefore(int LockVersion, long? AssigneeId, string? AssignedTo);
