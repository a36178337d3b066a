using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Bcf;
using OpenProject.Application.Common;
using OpenProject.Domain.Bcf;

namespace OpenProject.Api.Bcf;

/// <summary>What hangs on topics beside comments and viewpoints (BCF API 2.1 sections 4.2.6, 4.2.7, 4.3, 4.6 and 4.7).</summary>
[Route(BcfPaths.Version + "/projects/{project}/topics/{topic}")]
public sealed class BcfTopicPartsController(
    BcfProjectService projects,
    BcfSnippetService snippets,
    BcfFileService files,
    BcfModelFileService modelFiles,
    BcfRelatedTopicService related,
    BcfDocumentReferenceService references) : BcfController
{
    /// <summary>The bytes of the snippet.</summary>
    [HttpGet("snippet")]
    public async Task<BcfBytes> Snippet(string project, string topic, CancellationToken cancellationToken) =>
        BcfBytes.File(await snippets.OpenAsync(project, topic, cancellationToken));

    /// <summary>Stores the bytes of the snippet.</summary>
    [HttpPut("snippet")]
    public async Task<NoContentResult> StoreSnippet(string project, string topic, CancellationToken cancellationToken)
    {
        await projects.ManagedAsync(project, cancellationToken);
        await snippets.StoreAsync(project, topic, Request.Body, BcfUpload.NameOf(Request, files.MaxBytes), cancellationToken);
        return NoContent();
    }

    /// <summary>The files of building models that the topic is about.</summary>
    [HttpGet("files")]
    public async Task<BcfAnswer> Files(string project, string topic, CancellationToken cancellationToken) =>
        BcfAnswer.Of(await modelFiles.ListAsync(project, topic, cancellationToken), Write);

    /// <summary>Replaces the files.</summary>
    [HttpPut("files")]
    public async Task<BcfAnswer> ReplaceFiles(string project, string topic, CancellationToken cancellationToken)
    {
        await projects.ManagedAsync(project, cancellationToken);
        using var document = await BcfBody.DocumentAsync(Request);
        var sent = BcfBody.Elements(document).Select(body => new BcfModelFile(
            body.Text("ifc_project"), body.Text("ifc_spatial_structure_element"), body.Text("file_name"), body.Text("date"), body.Text("reference"))).ToList();
        return BcfAnswer.Of(await modelFiles.ReplaceAsync(project, topic, sent, cancellationToken), Write);
    }

    /// <summary>The related topics.</summary>
    [HttpGet("related_topics")]
    public async Task<BcfAnswer> Related(string project, string topic, CancellationToken cancellationToken) =>
        BcfAnswer.Of(await related.ListAsync(project, topic, cancellationToken), WriteRelated);

    /// <summary>Replaces the related topics.</summary>
    [HttpPut("related_topics")]
    public async Task<BcfAnswer> ReplaceRelated(string project, string topic, CancellationToken cancellationToken)
    {
        await projects.ManagedAsync(project, cancellationToken);
        using var document = await BcfBody.DocumentAsync(Request);
        var sent = BcfBody.Elements(document).Select(body => body.Text("related_topic_guid") ?? "").ToList();
        return BcfAnswer.Of(await related.ReplaceAsync(project, topic, sent, cancellationToken), WriteRelated);
    }

    /// <summary>The documents that the topic refers to.</summary>
    [HttpGet("document_references")]
    public async Task<BcfAnswer> References(string project, string topic, CancellationToken cancellationToken) =>
        BcfAnswer.Of(await references.ListAsync(project, topic, cancellationToken), Write);

    /// <summary>Refers to one document more.</summary>
    [HttpPost("document_references")]
    public async Task<BcfAnswer> Refer(string project, string topic, CancellationToken cancellationToken)
    {
        await projects.ManagedAsync(project, cancellationToken);
        var made = await references.CreateAsync(project, topic, await ReferenceAsync(), guid: null, cancellationToken);
        return BcfAnswer.Of(json => Write(json, made), StatusCodes.Status201Created);
    }

    /// <summary>Refers to another document instead.</summary>
    [HttpPut("document_references/{reference}")]
    public async Task<BcfAnswer> ReferElsewhere(string project, string topic, string reference, CancellationToken cancellationToken)
    {
        await projects.ManagedAsync(project, cancellationToken);
        var changed = await references.UpdateAsync(project, topic, reference, await ReferenceAsync(), cancellationToken);
        return BcfAnswer.Of(json => Write(json, changed));
    }

    private async Task<BcfDocumentReferenceInput> ReferenceAsync()
    {
        using var body = await BcfBody.ReadAsync(Request);
        return new BcfDocumentReferenceInput(body.Text("document_guid"), body.Text("url"), body.Text("description"), body.Errors);
    }

    private static void Write(Utf8JsonWriter json, BcfModelFile file)
    {
        json.WriteStartObject();
        json.WriteString("ifc_project", file.IfcProject);
        json.WriteString("ifc_spatial_structure_element", file.IfcSpatialStructureElement);
        json.WriteString("file_name", file.FileName);
        json.WriteString("date", file.Date);
        json.WriteString("reference", file.Reference);
        json.WriteEndObject();
    }

    private static void WriteRelated(Utf8JsonWriter json, string guid)
    {
        json.WriteStartObject();
        json.WriteString("related_topic_guid", guid);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BcfDocumentReferenceRow reference)
    {
        json.WriteStartObject();
        json.WriteString("guid", reference.Guid);
        json.WriteString("document_guid", reference.DocumentGuid);
        json.WriteString("url", reference.Url);
        json.WriteString("description", reference.Description);
        json.WriteEndObject();
    }
}
