using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Resources;
using OpenProject.Application.Users;
using OpenProject.Domain.WorkingHours;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkingHours;

/// <summary>How much users work (<c>/api/v3/users/{id}/working_hours</c>, contract component <c>UserWorkingHoursModel</c>).</summary>
public sealed class UserWorkingHoursResource : Resource<UserWorkingHours, UserWorkingHoursDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public UserWorkingHoursResource()
        : base(Kind, Location, h => h.Id, title: null)
    {
        Unpaginated();
        Property("id", h => h.Id).Named("ID").Required();
        Property("validFrom", h => h.ValidFrom).Required().Write((h, value) => h.BeginOn(value));
        Property("mondayHours", h => h.MondayHours).Defaulted().Required().Write((h, value) => h.Work(DayOfWeek.Monday, value));
        Property("tuesdayHours", h => h.TuesdayHours).Defaulted().Required().Write((h, value) => h.Work(DayOfWeek.Tuesday, value));
        Property("wednesdayHours", h => h.WednesdayHours).Defaulted().Required().Write((h, value) => h.Work(DayOfWeek.Wednesday, value));
        Property("thursdayHours", h => h.ThursdayHours).Defaulted().Required().Write((h, value) => h.Work(DayOfWeek.Thursday, value));
        Property("fridayHours", h => h.FridayHours).Defaulted().Required().Write((h, value) => h.Work(DayOfWeek.Friday, value));
        Property("saturdayHours", h => h.SaturdayHours).Defaulted().Required().Write((h, value) => h.Work(DayOfWeek.Saturday, value));
        Property("sundayHours", h => h.SundayHours).Defaulted().Required().Write((h, value) => h.Work(DayOfWeek.Sunday, value));
        Property("availabilityFactor", h => h.AvailabilityFactor).Defaulted().Required().Write((h, value) => h.BeAvailable(value));
        Link("user", UserResource.Kind, [PrincipalPaths.Users], h => new Reference(PrincipalPaths.Users, h.UserId, h.UserName)).Required();
        Sort("validFrom", h => h.ValidFrom);
        OrderedBy("validFrom", descending: true);
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/working_hours");

    /// <inheritdoc/>
    public static string Kind => "UserWorkingHours";

    /// <summary>None: they are found below their user's.</summary>
    public override IReadOnlyList<ResourcePath> Paths => [];

    /// <inheritdoc/>
    public override Reference SelfOf(UserWorkingHoursDto dto) => Reference.At($"{PrincipalPaths.Users.Of(dto.UserId)}/working_hours/{dto.Id}", title: null);

    /// <summary>Whoever manages working times sees all; others their own. The viewer's global permissions must be loaded.</summary>
    public override IQueryable<UserWorkingHours> VisibleTo(IQueryable<UserWorkingHours> rows, Access access)
    {
        var me = access.Viewer.UserId;
        return access.Global.Contains(Permission.ManageWorkingTimes) ? rows : rows.Where(h => h.UserId == me);
    }
}
