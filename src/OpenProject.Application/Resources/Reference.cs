namespace OpenProject.Application.Resources;

/// <summary>Another resource as a link names it.</summary>
/// <param name="Path">The kind's path.</param>
/// <param name="Id">The numeric key; unused when <paramref name="Code"/> is set.</param>
/// <param name="Title">The label, or null for none.</param>
/// <param name="Code">A textual key, for kinds that have no number (project statuses); the whole href <see cref="ResourcePath.Elsewhere"/>.</param>
public readonly record struct Reference(ResourcePath Path, long Id, string? Title, string? Code = null)
{
    /// <summary>Whether it only says that there is something the viewer may not see.</summary>
    public bool IsUndisclosed => ReferenceEquals(Path, ResourcePath.Undisclosed);

    /// <summary>The href of the resource.</summary>
    public string Href => this switch
    {
        { IsUndisclosed: true } => Path.Value,
        { Code: null } => Path.Of(Id),
        { Code: var code } => ReferenceEquals(Path, ResourcePath.Elsewhere) ? code : Path.Value + "/" + Uri.EscapeDataString(code),
    };

    /// <summary>A link to something that is no row.</summary>
    public static Reference At(string href, string? title) => new(ResourcePath.Elsewhere, 0, title, href);

    /// <summary>A link that names nothing but the reason; sent back, it keeps what is stored.</summary>
    public static Reference Undisclosed(string reason) => new(ResourcePath.Undisclosed, 0, "Undisclosed - " + reason);
}
