using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Bcf;
using OpenProject.Domain.Bcf;

namespace OpenProject.Api.Bcf;

/// <summary>Topics (BCF API 2.1 section 4.2).</summary>
[Route(BcfPaths.Version + "/projects/{project}/topics")]
public sealed class BcfTopicsController(BcfTopicReadService topics, BcfTopicService writes, BcfProjectService projects, BcfPolicy policy) : BcfController
{
    private static readonly string[] SnippetTexts = ["snippet_type", "reference", "reference_schema"];

    /// <summary>The topics that a query asks for.</summary>
    [HttpGet]
    public async Task<BcfAnswer> List(string project, CancellationToken cancellationToken) =>
        BcfAnswer.Of(await topics.ListAsync(project, Query, cancellationToken), Write);

    /// <summary>One topic.</summary>
    [HttpGet("{topic}")]
    public async Task<BcfAnswer> Show(string project, string topic, CancellationToken cancellationToken) =>
        Answer(await topics.FindAsync(project, topic, cancellationToken));

    /// <summary>Stores a new topic.</summary>
    [HttpPost]
    public async Task<BcfAnswer> Create(string project, CancellationToken cancellationToken)
    {
        await projects.ManagedAsync(project, cancellationToken);
        return Answer(await writes.CreateAsync(project, await InputAsync(), origin: null, cancellationToken), StatusCodes.Status201Created);
    }

    /// <summary>Replaces a topic.</summary>
    [HttpPut("{topic}")]
    public async Task<BcfAnswer> Update(string project, string topic, CancellationToken cancellationToken)
    {
        await topics.KeyOfAsync(await projects.ManagedAsync(project, cancellationToken), topic, cancellationToken);
        return Answer(await writes.UpdateAsync(project, topic, await InputAsync(), cancellationToken));
    }

    /// <summary>Removes a topic with its work package.</summary>
    [HttpDelete("{topic}")]
    public async Task<NoContentResult> Delete(string project, string topic, CancellationToken cancellationToken)
    {
        await writes.DeleteAsync(project, topic, cancellationToken);
        return NoContent();
    }

    private BcfAnswer Answer(BcfTopicView topic, int status = StatusCodes.Status200OK) => BcfAnswer.Of(json => Write(json, topic), status);

    private async Task<BcfTopicInput> InputAsync()
    {
        using var body = await BcfBody.ReadAsync(Request);
        var day = body.Text("due_date") is { Length: > 0 } due ? BcfTime.ParseDay(due) ?? body.Wrong<DateOnly?>("due_date", "is not a valid date.") : null;
        return new BcfTopicInput
        {
            Title = body.Text("title"),
            Type = body.Text("topic_type"),
            Status = body.Text("topic_status"),
            Priority = body.Text("priority"),
            Index = body.Integer("index"),
            Labels = body.Texts("labels"),
            Stage = body.Text("stage"),
            Description = body.Text("description"),
            DueDate = day,
            AssignedTo = body.Text("assigned_to"),
            ReferenceLinks = body.Texts("reference_links"),
            Snippet = Snippet(body),
            Errors = body.Errors,
        };
    }

    private static BimSnippet? Snippet(BcfBody body)
    {
        if (body.Object("bim_snippet") is not { } snippet)
            return null;
        if (!snippet.TryGetProperty("is_external", out var external) || external.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            return body.Wrong<BimSnippet>("bim_snippet");
        var texts = SnippetTexts
            .Select(name => snippet.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null).ToArray();
        return texts is [{ } type, { } reference, { } schema]
            ? new BimSnippet(type, external.GetBoolean(), reference, schema)
            : body.Wrong<BimSnippet>("bim_snippet");
    }

    private void Write(Utf8JsonWriter json, BcfTopicView topic)
    {
        var row = topic.Row;
        json.WriteStartObject();
        json.WriteString("guid", row.Guid);
        json.WriteString("topic_type", row.TypeName);
        json.WriteString("topic_status", row.StatusName);
        json.WriteTexts("reference_links", row.Links);
        json.WriteString("title", row.Title);
        json.WriteString("priority", row.PriorityName);
        json.WriteInteger("index", row.Index);
        json.WriteTexts("labels", row.Labels);
        json.WriteTime("creation_date", row.CreationDate);
        json.WriteString("creation_author", row.CreationAuthor);
        json.WriteTime("modified_date", row.ModifiedDate);
        json.WriteString("modified_author", row.ModifiedAuthor);
        json.WriteString("assigned_to", row.AssignedTo);
        json.WriteString("stage", row.Stage);
        json.WriteString("description", row.Description);
        WriteSnippet(json, row);
        json.WriteDay("due_date", row.DueDate);
        json.WriteStartObject("authorization");
        json.WriteTexts("topic_actions", BcfActions.OfTopic(topic.Rights, policy));
        json.WriteTexts("topic_status", topic.Statuses);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSnippet(Utf8JsonWriter json, BcfTopicRow row)
    {
        if (row.SnippetType is null)
        {
            json.WriteNull("bim_snippet");
            return;
        }

        json.WriteStartObject("bim_snippet");
        json.WriteString("snippet_type", row.SnippetType);
        json.WriteBoolean("is_external", row.SnippetIsExternal);
        json.WriteString("reference", row.SnippetReference);
        json.WriteString("reference_schema", row.SnippetReferenceSchema);
        json.WriteEndObject();
    }
}
