using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using OpenProject.Application.Common;
using OpenProject.Domain.Attachments;

namespace OpenProject.Api.Bcf;

/// <summary>A body of bytes with a name in <c>Content-Disposition</c> (BCF API 2.1 section 1.10).</summary>
internal static class BcfUpload
{
    /// <summary>The name: the last part of a path, of which RFC 5987 may say more than ASCII.</summary>
    /// <exception cref="ProblemException">There is none, or the body is larger than files may be.</exception>
    public static string NameOf(HttpRequest request, long maxBytes)
    {
        if (request.ContentLength > maxBytes)
            throw new ProblemException(new Problem.TooLarge(maxBytes));
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = maxBytes + 1;
        var named = ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition)
            ? disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : HeaderUtilities.RemoveQuotes(disposition.FileName).Value
            : null;
        return Attachment.LastPartOf(named)?.Trim() is { Length: > 0 } name
            ? name
            : throw new ProblemException(new Problem.Invalid("filename", "File name can't be blank."));
    }
}
