using OpenProject.Application.Resources;
using OpenProject.Domain.Actions;

namespace OpenProject.Application.Actions;

/// <summary>An action, as read.</summary>
/// <param name="Action">The action.</param>
/// <param name="Position">Where it stands among all.</param>
public sealed record ActionDto(KnownAction Action, int Position) : ICodedDto
{
    /// <inheritdoc/>
    public long Id => 0;

    /// <inheritdoc/>
    public string Code => Action.Code;

    /// <summary>The label.</summary>
    public string Name => Action.Name;

    /// <summary>What it is, in a sentence.</summary>
    public string Description => Action.Description;

    /// <summary>What it is about, the resource first.</summary>
    public TextList Modules => new(Action.Modules);
}
