using System.Net.Mime;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;
using OpenProject.Application.Attachments;
using OpenProject.Domain.Attachments;

namespace OpenProject.Infrastructure.Attachments;

/// <summary>Media types by ASP.NET Core's table of endings.</summary>
internal sealed class FileNameContentTypes : IContentTypes
{
    private readonly FileExtensionContentTypeProvider known = new();

    public string Of(string fileName, string? claimed)
    {
        if (known.TryGetContentType(fileName, out var byName))
            return byName;
        return MediaTypeHeaderValue.TryParse(claimed, out var parsed) && parsed is { MediaType: { Value: { Length: <= StoredFile.ContentTypeLimit } type }, MatchesAllTypes: false }
            ? type.ToLowerInvariant()
            : MediaTypeNames.Application.Octet;
    }
}
