using System.Linq.Expressions;
using OpenProject.Application.Users;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Users;

namespace OpenProject.Application.CustomFields;

/// <summary>Custom fields of users.</summary>
public sealed class UserCustomization(UserResource resource, CustomFieldTargets targets) : Customization<User, UserDto>(resource, targets)
{
    /// <inheritdoc/>
    public override CustomizedKind Kind => CustomizedKind.User;

    /// <inheritdoc/>
    protected override Expression<Func<User, IEnumerable<CustomValue>>> Values => row => row.CustomValues;
}
