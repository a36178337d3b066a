using OpenProject.Application.Principals;
using OpenProject.Application.Resources;
using OpenProject.Application.Users;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Groups;

/// <summary>What the links of a group may lead to.</summary>
public sealed class GroupTargets(UserResource users)
{
    /// <summary>People with an account, in whatever state it is.</summary>
    public AllowedValues<Group, GroupDto> Members { get; } =
        new AllowedRows<Group, GroupDto, User, UserDto>(() => users, (_, rows, _) => rows.Where(u => u.Kind == PrincipalKind.User))
            .At(_ => PrincipalPaths.Users.Value).Otherwise(label => $"{label} does not exist.");
}
