using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Resources;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Users;

/// <summary>What a user prefers (<c>/api/v3/my_preferences</c>, contract component <c>UserPreferencesModel</c>).</summary>
public sealed class UserPreferencesResource : Resource<User, UserPreferencesDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public UserPreferencesResource()
        : base(Kind, Location, u => u.Id, title: null)
    {
        Property("hideMail", p => p.HideEmail).Named("Hide my email").Write((u, value) => u.HideAddress(value));
        Property("timeZone", p => p.TimeZone).Length(1, User.TimeZoneLimit).Write((u, value) => u.LiveIn(value));
        Property("warnOnLeavingUnsaved", p => p.WarnOnLeavingUnsaved).Write((u, value) => u.WarnOnLeaving(value));
        Property("commentSortDescending", p => p.CommentSortDescending).Write((u, value) => u.SortComments(value));
        Property("autoHidePopups", p => p.AutoHidePopups).Write((u, value) => u.HidePopups(value));
        Property("disableKeyboardShortcuts", p => p.DisableKeyboardShortcuts).Write((u, value) => u.DisableShortcuts(value));
        Property("notifications", p => p.Notifications).Typed("[]Object").Write((u, value) => value.Check(u.Id));
        Link("user", UserResource.Kind, [PrincipalPaths.Users], p => new Reference(PrincipalPaths.Users, p.Id, p.Name));
        Action("updateImmediately", "patch", PrincipalPaths.Users.Value + "/{id}/preferences");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/my_preferences");

    /// <inheritdoc/>
    public static string Kind => "UserPreferences";

    /// <summary>None: they are found by their user's.</summary>
    public override IReadOnlyList<ResourcePath> Paths => [];

    /// <inheritdoc/>
    public override Reference SelfOf(UserPreferencesDto dto) => Reference.At($"{PrincipalPaths.Users.Of(dto.Id)}/preferences", title: null);

    /// <inheritdoc/>
    public override IQueryable<User> VisibleTo(IQueryable<User> rows, Access access) =>
        PrincipalVisibility.VisibleTo(rows.Where(u => u.Kind == PrincipalKind.User), access);
}
