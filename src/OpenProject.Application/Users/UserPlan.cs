using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Users;

/// <summary>How users are written.</summary>
public sealed class UserPlan(UserResource resource, UserContract contract, IAggregates<User> aggregates)
{
    /// <summary>The plan.</summary>
    public WritePlan<User, UserDto> Writes { get; } = new(resource, contract, aggregates);
}
