using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Authentication;
using OpenProject.Application.Common;
using OpenProject.Application.Scim;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Groups;
using OpenProject.Application.Scim.Users;

namespace OpenProject.Api.Scim;

/// <summary>What the server can do, which types there are, and what they consist of (RFC 7644 section 4).</summary>
[Route("scim_v2")]
public sealed class ScimDiscoveryController(ScimUserType users, ScimGroupType groups, ScimConfiguration configuration) : ScimController
{
    private ScimSchema[] Types => [users, groups];

    /// <summary>What the server can do; to callers without credentials, how to come by some.</summary>
    [HttpGet("ServiceProviderConfig")]
    [Anonymous]
    public Task Configuration()
    {
        RefuseFilter();
        var isWhole = Caller is not null;
        return IsKnown(configuration.Tag(isWhole)) ? Task.CompletedTask : ScimJson.SendAsync(HttpContext, StatusCodes.Status200OK, json => configuration.Write(json, Root, isWhole));
    }

    /// <summary>The types of resources.</summary>
    [HttpGet("ResourceTypes")]
    public Task ResourceTypes() => ListAsync(Types, WriteType);

    /// <summary>One type.</summary>
    [HttpGet("ResourceTypes/{name}")]
    public Task ResourceType(string name) => OneAsync(Types.FirstOrDefault(type => type.Name.Equals(name, StringComparison.OrdinalIgnoreCase)), name, WriteType);

    /// <summary>The schemas; of one name that one alone.</summary>
    [HttpGet("Schemas")]
    public Task Schemas([FromQuery] string? name)
    {
        var named = name is null ? Types : [.. Types.Where(type => type.Urn.Equals(name, StringComparison.OrdinalIgnoreCase))];
        return named.Length > 0 ? ListAsync(named, WriteSchema) : throw Missing(name!);
    }

    /// <summary>One schema.</summary>
    [HttpGet("Schemas/{urn}")]
    public Task Schema(string urn) => OneAsync(Types.FirstOrDefault(type => type.Urn.Equals(urn, StringComparison.OrdinalIgnoreCase)), urn, WriteSchema);

    /// <summary>Whoever asks is a program, and no user (RFC 7644 section 3.11): by whatever method, there is none.</summary>
    [Route("Me")]
    public void Me() => throw ScimErrors.Of(ScimErrors.NotImplemented, "Clients are no users: there is no Me.");

    private Task OneAsync(ScimSchema? type, string name, Action<Utf8JsonWriter, ScimSchema> write)
    {
        RefuseFilter();
        return type is null ? throw Missing(name) : ScimJson.SendAsync(HttpContext, StatusCodes.Status200OK, json => write(json, type));
    }

    private Task ListAsync(ScimSchema[] types, Action<Utf8JsonWriter, ScimSchema> write)
    {
        RefuseFilter();
        return ScimJson.SendAsync(HttpContext, StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteSchemas(ScimJson.ListResponse);
            json.WriteNumber("totalResults", types.Length);
            json.WriteNumber("startIndex", 1);
            json.WriteNumber("itemsPerPage", types.Length);
            json.WriteStartArray("Resources");
            foreach (var type in types)
                write(json, type);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private void WriteType(Utf8JsonWriter json, ScimSchema type)
    {
        json.WriteStartObject();
        json.WriteSchemas("urn:ietf:params:scim:schemas:core:2.0:ResourceType");
        json.WriteString("id", type.Name);
        json.WriteString("name", type.Name);
        json.WriteString("endpoint", "/" + type.Endpoint);
        json.WriteString("schema", type.Urn);
        WriteMeta(json, "ResourceType", $"{Root}/ResourceTypes/{type.Name}");
        json.WriteEndObject();
    }

    private void WriteSchema(Utf8JsonWriter json, ScimSchema type)
    {
        json.WriteStartObject();
        json.WriteSchemas("urn:ietf:params:scim:schemas:core:2.0:Schema");
        json.WriteString("id", type.Urn);
        json.WriteString("name", type.Name);
        json.WriteString("description", type.Description);
        WriteAttributes(json, "attributes", type.Published);
        WriteMeta(json, "Schema", $"{Root}/Schemas/{type.Urn}");
        json.WriteEndObject();
    }

    private static void WriteMeta(Utf8JsonWriter json, string resourceType, string location)
    {
        json.WriteStartObject("meta");
        json.WriteString("resourceType", resourceType);
        json.WriteString("location", location);
        json.WriteEndObject();
    }

    private static void WriteAttributes(Utf8JsonWriter json, string name, IEnumerable<ScimAttribute> attributes)
    {
        json.WriteStartArray(name);
        foreach (var attribute in attributes.Where(attribute => !attribute.Unpublished))
        {
            json.WriteStartObject();
            json.WriteBoolean("multiValued", attribute.MultiValued);
            json.WriteBoolean("required", attribute.Required);
            json.WriteBoolean("caseExact", attribute.CaseExact);
            json.WriteString("mutability", JsonNamingPolicy.CamelCase.ConvertName(attribute.Mutability.ToString()));
            json.WriteString("uniqueness", attribute.Uniqueness);
            json.WriteString("returned", attribute.Returned);
            json.WriteString("name", attribute.Name);
            json.WriteString("type", JsonNamingPolicy.CamelCase.ConvertName(attribute.Type.ToString()));
            if (attribute.CanonicalValues.Count > 0)
            {
                json.WriteStartArray("canonicalValues");
                foreach (var value in attribute.CanonicalValues)
                    json.WriteStringValue(value);
                json.WriteEndArray();
            }

            if (attribute.SubAttributes.Count > 0)
                WriteAttributes(json, "subAttributes", attribute.SubAttributes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // RFC 7644 section 4: these are not filtered.
    private void RefuseFilter()
    {
        if (Request.Query.ContainsKey("filter"))
            throw new ProblemException(new Problem.Forbidden("This cannot be filtered."));
    }

    private static ProblemException Missing(string name) => new(new Problem.NotFound($"Resource \"{name}\" not found"));
}
