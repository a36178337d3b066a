using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using NSwag.AspNetCore;

namespace OpenProject.Api.Pages;

/// <summary>A file that pages refer to: ours, or one of Swagger UI as NSwag brings it.</summary>
/// <param name="Bytes">The content.</param>
/// <param name="ContentType">The media type.</param>
/// <param name="Tag">The validator.</param>
public sealed record PageFile(byte[] Bytes, string ContentType, EntityTagHeaderValue Tag)
{
    private const string Ours = "OpenProject.Api.Pages.Files.";
    private const string SwaggerUi = "NSwag.AspNetCore.SwaggerUi.";

    private static readonly Dictionary<string, (string Resource, string ContentType)> Known = new(StringComparer.Ordinal)
    {
        ["site.css"] = (Ours, "text/css; charset=utf-8"),
        ["icon.svg"] = (Ours, "image/svg+xml"),
        ["docs.css"] = (Ours, "text/css; charset=utf-8"),
        ["docs.js"] = (Ours, "text/javascript; charset=utf-8"),
        ["swagger-ui.css"] = (SwaggerUi, "text/css; charset=utf-8"),
        ["swagger-ui-bundle.js"] = (SwaggerUi, "text/javascript; charset=utf-8"),
    };

    /// <summary>The file of that name, or null.</summary>
    public static PageFile? Find(string name)
    {
        if (!Known.TryGetValue(name, out var known))
            return null;
        var bytes = Read(known.Resource, name);
        return new PageFile(bytes, known.ContentType, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..16])}\""));
    }

    private static byte[] Read(string resources, string name)
    {
        var assembly = (resources == Ours ? typeof(PageFile) : typeof(SwaggerUiSettings)).Assembly;
        using var content = assembly.GetManifestResourceStream(resources + name)
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} has no {resources}{name}.");
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }
}
