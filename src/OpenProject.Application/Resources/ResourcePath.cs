using System.Text;

namespace OpenProject.Application.Resources;

/// <summary>Where the resources of a kind live, e.g. <c>/api/v3/statuses</c>. An href is such a path, a slash and a key.</summary>
public sealed class ResourcePath
{
    /// <summary>No path: what links say instead of the href of a resource that the viewer may not see.</summary>
    public static ResourcePath Undisclosed { get; } = new("urn:openproject-org:api:v3:undisclosed");

    /// <summary>Anywhere: links to what is no resource of the API, whose keys are whole hrefs.</summary>
    public static ResourcePath Elsewhere { get; } = new("");

    /// <summary>A path, root-relative and without trailing slash.</summary>
    public ResourcePath(string value)
    {
        Value = value;
        Prefix = Encoding.UTF8.GetBytes(value + "/");
        Segment = value[(value.LastIndexOf('/') + 1)..];
    }

    /// <summary>The path without trailing slash.</summary>
    public string Value { get; }

    /// <summary>The last segment, e.g. <c>statuses</c>.</summary>
    public string Segment { get; }

    /// <summary>The path with a trailing slash, as UTF-8.</summary>
    public ReadOnlyMemory<byte> Prefix { get; }

    /// <summary>The href of one resource.</summary>
    public string Of(long id) => Value + "/" + id;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
