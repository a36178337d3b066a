using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace OpenProject.Api.Scim;

/// <summary>The service provider's configuration (RFC 7643 section 5, RFC 9865 section 2.3). It is of the time when the server started.</summary>
public sealed class ScimConfiguration(IOptions<ScimOptions> options, TimeProvider clock)
{
    /// <summary>Most operations of one bulk request.</summary>
    public const int MostOperations = 1000;

    private readonly DateTime started = clock.GetUtcNow().UtcDateTime;

    /// <summary>Its entity tag; what is told to callers without credentials has another one.</summary>
    public string Tag(bool isWhole) => string.Create(CultureInfo.InvariantCulture, $"W/\"{started.Ticks:x}{(isWhole ? "" : "-open")}\"");

    /// <summary>Writes it.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="root">The public address of the API.</param>
    /// <param name="isWhole">Whether the caller has credentials; others are told how to come by some.</param>
    public void Write(Utf8JsonWriter json, string root, bool isWhole)
    {
        json.WriteStartObject();
        WriteMeta(json, root);
        json.WriteSchemas("urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig");
        WriteSchemes(json);
        if (isWhole)
            WriteFeatures(json);
        json.WriteEndObject();
    }

    private void WriteMeta(Utf8JsonWriter json, string root)
    {
        json.WriteStartObject("meta");
        json.WriteString("resourceType", "ServiceProviderConfig");
        foreach (var name in new[] { "created", "lastModified" })
        {
            json.WritePropertyName(name);
            json.WriteMoment(started);
        }

        json.WriteString("location", root + "/ServiceProviderConfig");
        json.WriteString("version", "1");
        json.WriteEndObject();
    }

    private static void WriteSchemes(Utf8JsonWriter json)
    {
        json.WriteStartArray("authenticationSchemes");
        json.WriteStartObject();
        json.WriteString("type", "oauthbearertoken");
        json.WriteString("name", "OAuth Bearer Token");
        json.WriteString("description", "A bearer token: the client's own, one that it gets by OAuth client credentials, or one of its OpenID Connect provider.");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteFeatures(Utf8JsonWriter json)
    {
        WriteFeature(json, "patch", isSupported: true);
        json.WriteStartObject("bulk");
        json.WriteBoolean("supported", true);
        json.WriteNumber("maxOperations", MostOperations);
        json.WriteNumber("maxPayloadSize", ScimBodies.MostBytes);
        json.WriteEndObject();
        json.WriteStartObject("filter");
        json.WriteBoolean("supported", true);
        json.WriteNumber("maxResults", options.Value.MaxResults);
        json.WriteEndObject();
        WriteFeature(json, "changePassword", isSupported: false);
        WriteFeature(json, "sort", isSupported: true);
        WriteFeature(json, "etag", isSupported: true);
        if (!options.Value.AdvertisePagination)
            return;
        json.WriteStartObject("pagination");
        json.WriteBoolean("cursor", true);
        json.WriteBoolean("index", true);
        json.WriteString("defaultPaginationMethod", "index");
        json.WriteNumber("defaultPageSize", options.Value.MaxResults);
        json.WriteNumber("maxPageSize", options.Value.MaxResults);
        json.WriteNumber("cursorTimeout", (int)ScimCursors.Lifetime.TotalSeconds);
        json.WriteEndObject();
    }

    private static void WriteFeature(Utf8JsonWriter json, string name, bool isSupported)
    {
        json.WriteStartObject(name);
        json.WriteBoolean("supported", isSupported);
        json.WriteEndObject();
    }
}
