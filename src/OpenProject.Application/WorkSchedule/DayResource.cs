using OpenProject.Application.Permissions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;

namespace OpenProject.Application.WorkSchedule;

/// <summary>Days (<c>/api/v3/days</c>, contract component <c>DayModel</c>). They are computed, and filtered in memory.</summary>
public sealed class DayResource : Resource<DayDto, DayDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public DayResource()
        : base(Kind, Location, d => d.Id, title: null)
    {
        Unpaginated();
        TitledBy(d => d.Name);
        Property("date", d => d.Date);
        Property("name", d => d.Name).Required();
        Property("working", d => d.Working);
        Links("nonWorkingReasons", "[]" + NonWorkingDayResource.Kind, [WeekDayResource.Location, NonWorkingDayResource.Location], d => d.Reasons).OmittedWhenEmpty();
        Link("weekDay", WeekDayResource.Kind, [WeekDayResource.Location], d => d.WeekDay);
        Filter(new DateFilter<DayDto>("date", d => d.Date));
        Filter(new BooleanFilter<DayDto>("working", d => d.Working));
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/days");

    /// <inheritdoc/>
    public static string Kind => "Day";

    /// <inheritdoc/>
    public override Reference SelfOf(DayDto dto) => new(Location, 0, dto.Name, dto.Date.ToString("O"));

    /// <inheritdoc/>
    public override IQueryable<DayDto> VisibleTo(IQueryable<DayDto> rows, Access access) => rows;
}
