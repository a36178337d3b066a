namespace OpenProject.Application.Resources;

/// <summary>Another resource as a link names it.</summary>
/// <param name="Path">The kind's path.</param>
/// <param name="Id">The numeric key; unused when <paramref name="Code"/> is set.</param>
/// <param name="Title">The label, or null for none.</param>
/// <param name="Code">A textual key, for kinds that have no number (project statuses); empty when the path is the whole href.</param>
public readonly record struct Reference(ResourcePath Path, long Id, string? Title, string? Code = null)
{
    /// <summary>Whether it only says that there is something the viewer may not see.</summary>
    public bool IsUndisclosed => ReferenceEquals(Path, ResourcePath.Undisclosed);

    /// <summary>The href of the resource.</summary>
    public string Href => IsUndisclosed || Code is "" ? Path.Value : Code is null ? Path.Of(Id) : Path.Value + "/" + Uri.EscapeDataString(Code);

    /// <summary>A link to something that is no row.</summary>
    public static Reference At(string href, string? title) => new(new ResourcePath(href), 0, title, Code: "");

    /// <summary>A link that names nothing but the reason; sent back, it keeps what is stored.</summary>
    public static Reference Undisclosed(string reason) => new(ResourcePath.Undisclosed, 0, "Undisclosed - " + reason);
}
