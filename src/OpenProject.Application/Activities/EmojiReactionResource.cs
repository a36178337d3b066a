using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Resources;
using OpenProject.Domain.Activities;

namespace OpenProject.Application.Activities;

/// <summary>Reactions to activities, one resource a sign (contract component <c>EmojiReactionModel</c>).</summary>
public sealed class EmojiReactionResource : Resource<EmojiReaction, EmojiReactionDto>, IResourceKind
{
    private readonly ActivityResource activities;

    /// <summary>Declares the resource.</summary>
    public EmojiReactionResource(ActivityResource activities)
        : base(Kind, Location, r => r.Id, title: null)
    {
        this.activities = activities;
        Unpaginated();
        Property("id", r => r.Code);
        Property("reaction", r => r.Reaction).Required().OneOf([.. Emojis.All.Keys.Order(StringComparer.Ordinal)]).Write((_, _) => { });
        Property("emoji", r => Emojis.All[r.Reaction]).Required();
        Property("reactionsCount", r => r.ReactingUsers.Count);
        Property("firstReactionAt", r => r.FirstReactionAt);
        Link("reactable", ActivityResource.Kind, [ActivityResource.Location], r => new Reference(ActivityResource.Location, r.JournalId, null));
        Links("reactingUsers", "[]User", PrincipalPaths.All, r => r.ReactingUsers);
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/emoji_reactions");

    /// <inheritdoc/>
    public static string Kind => "EmojiReaction";

    /// <inheritdoc/>
    public override Reference SelfOf(EmojiReactionDto dto) => new(Location, dto.Id, null, dto.Code);

    /// <inheritdoc/>
    public override IQueryable<EmojiReaction> VisibleTo(IQueryable<EmojiReaction> rows, Access access)
    {
        var visible = activities.VisibleTo(access.Store.Rows<Domain.WorkPackages.WorkPackageJournal>(), access).Select(j => j.Id);
        return rows.Where(r => visible.Contains(r.JournalId));
    }
}
