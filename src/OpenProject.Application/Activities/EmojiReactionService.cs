using OpenProject.Application.Common;
using OpenProject.Application.Principals;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.Activities;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.Activities;

/// <summary>Lists reactions to activities, and lets people react.</summary>
public sealed class EmojiReactionService(
    ResourceReader reader,
    EmojiReactionResource resource,
    ActivityResource activities,
    WorkPackageResource workPackages,
    IAggregates<EmojiReaction> reactions,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    /// <summary>The reactions to a visible activity, the first sign first.</summary>
    public async Task<Page<EmojiReactionDto>> ListOfAsync(long activityId, CollectionQuery query, CancellationToken cancellationToken)
    {
        if (!await reader.ExistsAsync(activities, activityId, cancellationToken))
            throw new ProblemException(new Problem.NotFound());
        return await PageAsync(reader.Store.Rows<EmojiReaction>().Where(r => r.JournalId == activityId), query, cancellationToken);
    }

    /// <summary>The reactions to all visible activities of a visible work package.</summary>
    public async Task<Page<EmojiReactionDto>> ListOfWorkPackageAsync(long workPackageId, CollectionQuery query, CancellationToken cancellationToken)
    {
        if (!await reader.ExistsAsync(workPackages, workPackageId, cancellationToken))
            throw new ProblemException(new Problem.NotFound(workPackages.NotFoundMessage));
        return await PageAsync(reader.Visible(resource).Where(r => r.Journal.WorkPackageId == workPackageId), query, cancellationToken);
    }

    /// <summary>The reactions to some activities that the viewer may see, by activity; one statement.</summary>
    public async Task<ILookup<long, EmojiReactionDto>> OfAsync(IReadOnlyCollection<long> activityIds, CancellationToken cancellationToken)
    {
        List<long> ids = [.. activityIds];
        var groups = ids.Count == 0 ? [] : await GroupsAsync(reader.Visible(resource).Where(r => ids.Contains(r.JournalId)), cancellationToken);
        return groups.ToLookup(group => group.JournalId);
    }

    /// <summary>The visible reactions to an activity with one sign.</summary>
    /// <param name="code">The activity's id, a dash and the sign's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Document<EmojiReactionDto>> FindAsync(string code, CancellationToken cancellationToken)
    {
        var dash = code.IndexOf('-', StringComparison.Ordinal);
        var (id, sign) = (dash > 0 && long.TryParse(code.AsSpan(0, dash), out var number) ? number : 0, code[(dash + 1)..]);
        var found = await GroupsAsync(reader.Visible(resource).Where(r => r.JournalId == id && r.Reaction == sign), cancellationToken);
        return found is [var group] ? new Document<EmojiReactionDto>(group, reader.Access) : throw new ProblemException(new Problem.NotFound());
    }

    /// <summary>Adds the viewer's reaction to a visible activity, or takes it back when it is there; those may who may comment.</summary>
    public async Task<Page<EmojiReactionDto>> ToggleAsync(
        long activityId, ChangeSet<EmojiReaction, EmojiReactionDto> changes, CollectionQuery query, CancellationToken cancellationToken)
    {
        var activity = await reader.RowAsync(activities, activityId, cancellationToken);
        var held = await reader.Access.InProjectAsync(activity.WorkPackageProjectId);
        if (reader.Access.Viewer.IsAnonymous || !ActivityContract.MayComment(activity.Internal, held))
            throw new ProblemException(new Problem.Forbidden());
        var sign = (changes.Find("reaction") as PropertyChange<EmojiReaction, EmojiReactionDto, string>)?.Value;
        if (sign is null || !Emojis.All.ContainsKey(sign))
            throw new ProblemException(new Problem.BadRequest("Bad request: reaction " + (sign is null ? "is missing" : "does not have a valid value")));

        var userId = reader.Access.Viewer.UserId;
        var known = await reader.Store.FirstOrDefaultAsync(
            reader.Store.Rows<EmojiReaction>().Where(r => r.JournalId == activityId && r.UserId == userId && r.Reaction == sign), cancellationToken);
        if (known is null)
            reactions.Add(new EmojiReaction(activityId, userId, sign, clock.GetUtcNow().UtcDateTime));
        else
            reactions.Remove(known);
        await unitOfWork.SaveAsync(cancellationToken);
        return await ListOfAsync(activityId, query, cancellationToken);
    }

    private async Task<Page<EmojiReactionDto>> PageAsync(IQueryable<EmojiReaction> rows, CollectionQuery query, CancellationToken cancellationToken)
    {
        var groups = await GroupsAsync(rows, cancellationToken);
        return new Page<EmojiReactionDto>(groups, groups.Count, query, reader.Access);
    }

    private async Task<IReadOnlyList<EmojiReactionDto>> GroupsAsync(IQueryable<EmojiReaction> rows, CancellationToken cancellationToken)
    {
        var found = await reader.Store.ListAsync(
            rows.OrderBy(r => r.Id).Select(r => new Reacted
            {
                Id = r.Id, JournalId = r.JournalId, Reaction = r.Reaction, CreatedAt = r.CreatedAt, UserId = r.UserId, UserName = r.User.Name, UserKind = r.User.Kind,
            }),
            cancellationToken);
        IReadOnlyList<EmojiReactionDto> groups = [.. found.GroupBy(r => (r.JournalId, r.Reaction)).Select(GroupOf)];
        await reader.PrepareAsync(resource, groups, cancellationToken);
        return groups;
    }

    private static EmojiReactionDto GroupOf(IEnumerable<Reacted> reactions)
    {
        var all = reactions.ToList();
        return new EmojiReactionDto
        {
            Id = all[0].Id,
            JournalId = all[0].JournalId,
            Reaction = all[0].Reaction,
            FirstReactionAt = all[0].CreatedAt,
            ReactingUsers = [.. all.Select(r => new Reference(PrincipalPaths.Of(r.UserKind), r.UserId, r.UserName))],
        };
    }

    private sealed class Reacted
    {
        public long Id { get; init; }

        public long JournalId { get; init; }

        public string Reaction { get; init; } = "";

        public DateTime CreatedAt { get; init; }

        public long UserId { get; init; }

        public string UserName { get; init; } = "";

        public PrincipalKind UserKind { get; init; }
    }
}
