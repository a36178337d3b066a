using OpenProject.Application.Permissions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Application.WorkSchedule;

/// <summary>Single free days (<c>/api/v3/days/non_working</c>, contract component <c>NonWorkingDayModel</c>), known by their dates.</summary>
public sealed class NonWorkingDayResource : Resource<NonWorkingDay, NonWorkingDayDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public NonWorkingDayResource()
        : base(Kind, Location, d => d.Id, d => d.Name)
    {
        Unpaginated();
        TitledBy(d => d.Name);
        Property("date", d => d.Date).Required().Write((d, value) => d.FallOn(value)).WritableWhen(draft => draft.IsNew);
        Property("name", d => d.Name).Required().Length(1, NonWorkingDay.NameLimit).Write((d, value) => d.Rename(value));
        Link("weekDay", WeekDayResource.Kind, [WeekDayResource.Location], d => WeekDayResource.LinkTo(d.Date));
        Action("update", "patch", Location.Value + "/{date}", ("date", d => KeyOf(d.Date))).When((_, access) => access.Viewer.IsAdmin);
        Action("delete", "delete", Location.Value + "/{date}", ("date", d => KeyOf(d.Date))).When((_, access) => access.Viewer.IsAdmin);
        Filter(new DateFilter<NonWorkingDay>("date", d => d.Date));
        Sort("date", d => d.Date);
        OrderedBy("date");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/days/non_working");

    /// <inheritdoc/>
    public static string Kind => "NonWorkingDay";

    /// <summary>A link to the free day of a date.</summary>
    public static Reference LinkTo(DateOnly date, string name) => new(Location, 0, name, KeyOf(date));

    /// <inheritdoc/>
    public override Reference SelfOf(NonWorkingDayDto dto) => LinkTo(dto.Date, dto.Name);

    /// <inheritdoc/>
    public override IQueryable<NonWorkingDay> VisibleTo(IQueryable<NonWorkingDay> rows, Access access) => rows;

    private static string KeyOf(DateOnly date) => date.ToString("O");
}
