using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Application.WorkSchedule;

/// <summary>Days of the week (<c>/api/v3/days/week</c>, contract component <c>WeekDayModel</c>).</summary>
public sealed class WeekDayResource : Resource<WeekDay, WeekDayDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public WeekDayResource()
        : base(Kind, Location, d => d.Id, title: null)
    {
        Unpaginated();
        TitledBy(d => d.Name);
        Property("day", d => d.Day);
        Property("name", d => d.Name).Required();
        Property("working", d => d.Working).Write((d, value) => d.BeWorkedOn(value));
        Action("update", "patch", Location.Value + "/{id}").When((_, access) => access.Viewer.IsAdmin);
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/days/week");

    /// <inheritdoc/>
    public static string Kind => "WeekDay";

    /// <summary>A link to the day of the week of a date.</summary>
    public static Reference LinkTo(DateOnly date)
    {
        var id = date.DayOfWeek == DayOfWeek.Sunday ? WeekDay.Count : (int)date.DayOfWeek;
        return new Reference(Location, id, WeekDay.NameOf(id));
    }

    /// <inheritdoc/>
    public override IQueryable<WeekDay> VisibleTo(IQueryable<WeekDay> rows, Access access) => rows;
}
