namespace OpenProject.Application.Scim;

/// <summary>Which versions a request is about (RFC 9110 sections 13.1.1 and 13.1.2); compared weakly, as versions are weak entity tags.</summary>
public sealed class ScimPrecondition
{
    private readonly IReadOnlyList<string> tags;

    private ScimPrecondition(IReadOnlyList<string> tags) => this.tags = tags;

    /// <summary>Of a header <c>If-Match</c> or <c>If-None-Match</c>; null without it.</summary>
    public static ScimPrecondition? Of(string? header) => string.IsNullOrWhiteSpace(header)
        ? null
        : new([.. header.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Opaque)]);

    /// <summary>Whether a version is one of them.</summary>
    public bool Names(string version) => tags.Contains("*") || tags.Contains(Opaque(version));

    /// <summary>Refuses a resource that is in another version.</summary>
    /// <exception cref="Common.ProblemException"><see cref="ScimErrors.Stale"/>.</exception>
    public void Check(string version)
    {
        if (!Names(version))
            throw ScimErrors.Of(ScimErrors.Stale, $"The resource is in version {version}.");
    }

    private static string Opaque(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
}
