using Microsoft.Extensions.Options;
using OpenProject.Api.V3;
using OpenProject.Application.Common;

namespace OpenProject.Api.Hal;

/// <summary>Reads bodies whole, as far as the settings allow.</summary>
public static class BoundedBody
{
    /// <summary>The bytes of a body; a larger one leaves as <see cref="Problem.TooLarge"/>.</summary>
    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await ReadAsync(request, request.HttpContext.RequestServices.GetRequiredService<IOptions<ApiV3Options>>().Value.MaxBodyBytes, cancellationToken);

    /// <summary>The bytes of a body; one that is larger than a limit leaves as <see cref="Problem.TooLarge"/>.</summary>
    public static async Task<byte[]> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var chunk = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            if (body.Length + read > limit)
                throw new ProblemException(new Problem.TooLarge(limit));
            body.Write(chunk, 0, read);
        }

        return body.ToArray();
    }
}
