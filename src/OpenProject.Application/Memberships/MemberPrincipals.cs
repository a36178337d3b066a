using OpenProject.Application.Principals;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Memberships;

/// <summary>Who may become a member: people who are not locked, groups, placeholders; the link must name the right kind.</summary>
public sealed class MemberPrincipals : AllowedValues<Membership, MembershipDto>
{
    /// <summary>The kind of principal that a link names.</summary>
    public static PrincipalKind KindOf(LinkTarget target) =>
        target.Path == PrincipalPaths.Groups ? PrincipalKind.Group
        : target.Path == PrincipalPaths.PlaceholderUsers ? PrincipalKind.PlaceholderUser
        : PrincipalKind.User;

    /// <inheritdoc/>
    public override Task<bool> AllowsAsync(
        Draft<Membership, MembershipDto> draft, LinkTarget wanted, ResourceReader reader, CancellationToken cancellationToken)
    {
        var (id, kind) = (wanted.Id, KindOf(wanted));
        var locked = reader.Store.Rows<User>().Where(u => u.Status == UserStatus.Locked).Select(u => u.Id);
        return reader.Store.AnyAsync(
            reader.Store.Rows<Principal>().Where(p => p.Id == id && p.Kind == kind && !locked.Contains(p.Id)), cancellationToken);
    }

    /// <inheritdoc/>
    public override string RefusalOf(string label) => $"{label} cannot be assigned to a project.";
}
