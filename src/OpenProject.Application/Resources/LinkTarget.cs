namespace OpenProject.Application.Resources;

/// <summary>Where a link in a request leads: a kind and a key that is not checked yet.</summary>
/// <param name="Path">The kind, one of those the field accepts.</param>
/// <param name="Key">The last segment of the href, unescaped; all of it <see cref="ResourcePath.Elsewhere"/>.</param>
public sealed record LinkTarget(ResourcePath Path, string Key)
{
    /// <summary>The numeric key; -1, which no resource has, when it is no number.</summary>
    public long Id => long.TryParse(Key, System.Globalization.NumberStyles.None, null, out var id) ? id : -1;
}
