using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Bcf;

namespace OpenProject.Api.Bcf;

/// <summary>Documents of projects (BCF API 2.1 section 4.8).</summary>
[Route(BcfPaths.Version + "/projects/{project}/documents")]
public sealed class BcfDocumentsController(BcfProjectService projects, BcfDocumentService documents, BcfFileService files) : BcfController
{
    /// <summary>The documents.</summary>
    [HttpGet]
    public async Task<BcfAnswer> List(string project, CancellationToken cancellationToken) =>
        BcfAnswer.Of(await documents.ListAsync(project, cancellationToken), Write);

    /// <summary>The bytes of a document.</summary>
    [HttpGet("{document}")]
    public async Task<BcfBytes> Show(string project, string document, CancellationToken cancellationToken) =>
        BcfBytes.File(await documents.OpenAsync(project, document, cancellationToken));

    /// <summary>Stores a new document.</summary>
    [HttpPost]
    public async Task<BcfAnswer> Create(string project, CancellationToken cancellationToken)
    {
        await projects.ManagedAsync(project, cancellationToken);
        var made = await documents.CreateAsync(project, Request.Body, BcfUpload.NameOf(Request, files.MaxBytes), cancellationToken);
        return BcfAnswer.Of(json => Write(json, made), StatusCodes.Status201Created);
    }

    private static void Write(Utf8JsonWriter json, BcfDocumentRow document)
    {
        json.WriteStartObject();
        json.WriteString("guid", document.Guid);
        json.WriteString("filename", document.FileName);
        json.WriteEndObject();
    }
}
