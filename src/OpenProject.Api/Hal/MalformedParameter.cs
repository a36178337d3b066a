namespace OpenProject.Api.Hal;

/// <summary>The published sentence about a parameter that cannot be understood.</summary>
internal static class MalformedParameter
{
    /// <summary>The sentence.</summary>
    public static string Named(string parameter) => $"The query parameter '{parameter}' is missing or malformed.";
}
