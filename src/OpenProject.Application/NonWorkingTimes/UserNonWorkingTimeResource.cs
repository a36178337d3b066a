using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Resources;
using OpenProject.Application.Users;
using OpenProject.Domain.NonWorkingTimes;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.NonWorkingTimes;

/// <summary>When users do not work (<c>/api/v3/users/{id}/non_working_times</c>, contract component <c>UserNonWorkingTimeModel</c>).</summary>
public sealed class UserNonWorkingTimeResource : Resource<UserNonWorkingTime, UserNonWorkingTimeDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public UserNonWorkingTimeResource()
        : base(Kind, Location, t => t.Id, title: null)
    {
        Unpaginated();
        Property("id", t => t.Id).Named("ID").Required();
        Property("startDate", t => t.StartDate).Required().Write((t, value) => t.StartOn(value));
        Property("endDate", t => t.EndDate).Required().Write((t, value) => t.EndOn(value));
        Link("user", UserResource.Kind, [PrincipalPaths.Users], t => new Reference(PrincipalPaths.Users, t.UserId, t.UserName)).Required();
        Sort("startDate", t => t.StartDate);
        OrderedBy("startDate");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/non_working_times");

    /// <inheritdoc/>
    public static string Kind => "UserNonWorkingTime";

    /// <summary>None: they are found below their user's.</summary>
    public override IReadOnlyList<ResourcePath> Paths => [];

    /// <inheritdoc/>
    public override Reference SelfOf(UserNonWorkingTimeDto dto) => Reference.At($"{PrincipalPaths.Users.Of(dto.UserId)}/non_working_times/{dto.Id}", title: null);

    /// <summary>Whoever manages working times sees all; who manages his own, these. The viewer's global permissions must be loaded.</summary>
    public override IQueryable<UserNonWorkingTime> VisibleTo(IQueryable<UserNonWorkingTime> rows, Access access)
    {
        if (access.Global.Contains(Permission.ManageWorkingTimes))
            return rows;
        var own = access.Global.Contains(Permission.ManageOwnWorkingTimes) ? access.Viewer.UserId : 0;
        return rows.Where(t => t.UserId == own);
    }
}
