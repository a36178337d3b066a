using System.Text.Json;

namespace OpenProject.Api.Hal;

/// <summary>Member names that every document shares, encoded once.</summary>
internal static class Names
{
    public static readonly JsonEncodedText Type = HalJson.Encode("_type");
    public static readonly JsonEncodedText Meta = HalJson.Encode("_meta");
    public static readonly JsonEncodedText Links = HalJson.Encode("_links");
    public static readonly JsonEncodedText Embedded = HalJson.Encode("_embedded");
    public static readonly JsonEncodedText Elements = HalJson.Encode("elements");
    public static readonly JsonEncodedText Self = HalJson.Encode("self");
    public static readonly JsonEncodedText Href = HalJson.Encode("href");
    public static readonly JsonEncodedText Title = HalJson.Encode("title");
    public static readonly JsonEncodedText Method = HalJson.Encode("method");
    public static readonly JsonEncodedText Templated = HalJson.Encode("templated");
    public static readonly JsonEncodedText Total = HalJson.Encode("total");
    public static readonly JsonEncodedText Count = HalJson.Encode("count");
    public static readonly JsonEncodedText PageSize = HalJson.Encode("pageSize");
    public static readonly JsonEncodedText Offset = HalJson.Encode("offset");
    public static readonly JsonEncodedText Format = HalJson.Encode("format");
    public static readonly JsonEncodedText Raw = HalJson.Encode("raw");
    public static readonly JsonEncodedText Html = HalJson.Encode("html");
    public static readonly JsonEncodedText Name = HalJson.Encode("name");
    public static readonly JsonEncodedText Attributes = HalJson.Encode("attributes");
    public static readonly JsonEncodedText Message = HalJson.Encode("message");
    public static readonly JsonEncodedText ErrorIdentifier = HalJson.Encode("errorIdentifier");
}
