namespace OpenProject.Application.Resources;

/// <summary>Another resource as a link names it.</summary>
/// <param name="Path">The kind's path.</param>
/// <param name="Id">The numeric key; unused when <paramref name="Code"/> is set.</param>
/// <param name="Title">The label, or null for none.</param>
/// <param name="Code">A textual key, for kinds that have no number (project statuses).</param>
public readonly record struct Reference(ResourcePath Path, long Id, string? Title, string? Code = null)
{
    /// <summary>The href of the resource.</summary>
    public string Href => Code is null ? Path.Of(Id) : Path.Value + "/" + Code;
}
