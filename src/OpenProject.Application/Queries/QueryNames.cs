namespace OpenProject.Application.Queries;

/// <summary>
/// Clients spell one name in many ways: <c>project</c>, <c>projectId</c> and <c>project_id</c> are the same filter.
/// </summary>
public static class QueryNames
{
    /// <summary>Lower case, without underscores and without a trailing <c>id</c> (but for <c>id</c> itself).</summary>
    public static string Normalize(string name)
    {
        var plain = name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        return plain.Length > 2 && plain.EndsWith("id", StringComparison.Ordinal) ? plain[..^2] : plain;
    }
}
