namespace OpenProject.Api.V3;

/// <summary>Names the media type of an action that answers text or bytes instead of a resource.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AnswersAttribute(string contentType, string? format = null) : Attribute
{
    /// <summary>The media type, without parameters.</summary>
    public string ContentType { get; } = contentType;

    /// <summary>The format of the API description; null for plain text.</summary>
    public string? Format { get; } = format;
}
