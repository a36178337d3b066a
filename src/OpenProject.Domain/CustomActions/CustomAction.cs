using OpenProject.Domain.Common;

namespace OpenProject.Domain.CustomActions;

/// <summary>A change of work packages that has a name, and is offered where its conditions hold.</summary>
public sealed class CustomAction : AggregateRoot
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 255;

    /// <summary>Longest description.</summary>
    public const int DescriptionLimit = 4000;

    private CustomAction()
    {
    }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it does, in words.</summary>
    public string? Description { get; private set; }

    /// <summary>The place in lists, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>The change, as a client of API v3 would send it: a JSON object.</summary>
    public string Change { get; private set; } = "{}";

    /// <summary>Where it is offered.</summary>
    public ActionConditions Conditions { get; private set; } = new();

    /// <summary>An action.</summary>
    /// <exception cref="BrokenRule">Blank or too long name, too long description.</exception>
    public static CustomAction Create(string? name, string? description, int position, string change, ActionConditions conditions) => new()
    {
        Name = TextRule.Required(name, "name", "Name", NameLimit),
        Description = TextRule.Optional(description, "description", "Description", DescriptionLimit),
        Position = position,
        Change = change,
        Conditions = conditions,
    };
}

/// <summary>Where an action is offered: each list names ids of which one must hold; none for any.</summary>
public sealed record ActionConditions
{
    /// <summary>The status that the work package has.</summary>
    public IReadOnlyList<long> StatusIds { get; init; } = [];

    /// <summary>The type that the work package has.</summary>
    public IReadOnlyList<long> TypeIds { get; init; } = [];

    /// <summary>The project that the work package is in.</summary>
    public IReadOnlyList<long> ProjectIds { get; init; } = [];

    /// <summary>A role that the user has in the project.</summary>
    public IReadOnlyList<long> RoleIds { get; init; } = [];

    /// <summary>Whether they hold, but for roles.</summary>
    public bool HoldFor(long statusId, long typeId, long projectId) =>
        Holds(StatusIds, statusId) && Holds(TypeIds, typeId) && Holds(ProjectIds, projectId);

    private static bool Holds(IReadOnlyList<long> wanted, long id) => wanted.Count == 0 || wanted.Contains(id);
}
