using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Domain.Actions;

namespace OpenProject.Application.Actions;

/// <summary>What one may do (<c>/api/v3/actions</c>, contract component <c>View_actionModel</c>).</summary>
public sealed class ActionResource : CodedResource<ActionDto>, IResourceKind
{
    private static readonly IReadOnlyList<ActionDto> Rows = [.. KnownActions.All.Select((action, position) => new ActionDto(action, position))];

    /// <summary>Declares the resource.</summary>
    public ActionResource()
        : base(Kind, Location)
    {
        TitledBy(a => a.Name);
        Property("id", a => a.Code);
        Property("name", a => a.Name);
        Property("description", a => a.Description);
        Property("modules", a => a.Modules);
        Filter(new CodeFilter<ActionDto>("id", KnownActions.Positions, a => a.Position));
        Sort("id", a => a.Code);
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/actions");

    /// <inheritdoc/>
    public static string Kind => "Action";

    /// <inheritdoc/>
    public override IReadOnlyCollection<ActionDto> All => Rows;

    /// <summary>A link to an action.</summary>
    /// <param name="position">Where it stands among all.</param>
    public static Reference LinkTo(int position) => At(KnownActions.All[position]);

    /// <inheritdoc/>
    public override ActionDto? Find(string code) => KnownActions.Positions.TryGetValue(code, out var position) ? Rows[position] : null;

    /// <inheritdoc/>
    public override Reference SelfOf(ActionDto dto) => At(dto.Action);

    // The slash is part of the path.
    private static Reference At(KnownAction action) => Reference.At($"{Location.Value}/{action.Code}", action.Name);
}
