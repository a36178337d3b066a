using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using OpenProject.Application.Bcf;
using OpenProject.Application.Bcf.Exchange;
using OpenProject.Application.Common;

namespace OpenProject.Api.Bcf;

/// <summary>Topics as a <c>.bcfzip</c> of BCF-XML; an addition of ours to the standard's API.</summary>
[Route(BcfPaths.Version + "/projects/{project}/bcfzip")]
public sealed class BcfExchangeController(
    BcfProjectService projects, BcfExportService exports, BcfImportService imports, IOptions<BcfOptions> options) : BcfController
{
    private const int InMemory = 1024 * 1024;
    private const int BufferSize = 81_920;

    /// <summary>The topics of a project.</summary>
    [HttpGet]
    public async Task<IActionResult> Export(string project, CancellationToken cancellationToken)
    {
        await projects.SeenAsync(project, cancellationToken);

        // It goes when the answer is sent, and when the process ends.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await exports.WriteAsync(project, file, cancellationToken);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        Response.Headers.CacheControl = "private, no-cache";
        Response.Headers.XContentTypeOptions = "nosniff";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName("topics.bcfzip");
        Response.Headers.ContentDisposition = disposition.ToString();
        return new FileStreamResult(file, "application/octet-stream");
    }

    /// <summary>Takes topics in.</summary>
    [HttpPost]
    public async Task<BcfAnswer> Import(string project, CancellationToken cancellationToken)
    {
        await projects.ManagedAsync(project, cancellationToken);
        var limit = options.Value.MaxArchiveBytes;
        if (Request.ContentLength > limit)
            throw new ProblemException(new Problem.TooLarge(limit));
        if (HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
            server.MaxRequestBodySize = limit + 1;
        await using var body = new FileBufferingReadStream(Request.Body, InMemory, limit, Path.GetTempPath());
        await DrainAsync(body, limit, cancellationToken);
        body.Position = 0;
        var import = await imports.ImportAsync(project, body, cancellationToken);
        return BcfAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("created", import.Created);
            json.WriteNumber("updated", import.Updated);
            json.WriteNumber("unchanged", import.Unchanged);
            json.WriteTexts("warnings", import.Warnings);
            json.WriteEndObject();
        });
    }

    private static async Task DrainAsync(FileBufferingReadStream body, long limit, CancellationToken cancellationToken)
    {
        try
        {
            await body.DrainAsync(cancellationToken);
        }
        catch (IOException exceeded) when (exceeded is not BadHttpRequestException)
        {
            throw new ProblemException(new Problem.TooLarge(limit));
        }
    }
}
