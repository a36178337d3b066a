using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Bcf;

namespace OpenProject.Api.Bcf;

/// <summary>Comments on topics (BCF API 2.1 section 4.4).</summary>
[Route(BcfPaths.Version + "/projects/{project}/topics/{topic}/comments")]
public sealed class BcfCommentsController(BcfCommentService comments, BcfProjectService projects, BcfPolicy policy) : BcfController
{
    /// <summary>The comments that a query asks for.</summary>
    [HttpGet]
    public async Task<BcfAnswer> List(string project, string topic, CancellationToken cancellationToken) =>
        BcfAnswer.Of(await comments.ListAsync(project, topic, Query, cancellationToken), Write);

    /// <summary>One comment.</summary>
    [HttpGet("{comment}")]
    public async Task<BcfAnswer> Show(string project, string topic, string comment, CancellationToken cancellationToken) =>
        Answer(await comments.FindAsync(project, topic, comment, cancellationToken));

    /// <summary>Stores a new comment.</summary>
    [HttpPost]
    public async Task<BcfAnswer> Create(string project, string topic, CancellationToken cancellationToken)
    {
        await projects.ManagedAsync(project, cancellationToken);
        return Answer(await comments.CreateAsync(project, topic, await InputAsync(), cancellationToken), StatusCodes.Status201Created);
    }

    /// <summary>Replaces a comment.</summary>
    [HttpPut("{comment}")]
    public async Task<BcfAnswer> Update(string project, string topic, string comment, CancellationToken cancellationToken)
    {
        await projects.ManagedAsync(project, cancellationToken);
        return Answer(await comments.UpdateAsync(project, topic, comment, await InputAsync(), cancellationToken));
    }

    /// <summary>Takes a comment back.</summary>
    [HttpDelete("{comment}")]
    public async Task<NoContentResult> Delete(string project, string topic, string comment, CancellationToken cancellationToken)
    {
        await comments.DeleteAsync(project, topic, comment, cancellationToken);
        return NoContent();
    }

    private BcfAnswer Answer(BcfCommentView comment, int status = StatusCodes.Status200OK) => BcfAnswer.Of(json => Write(json, comment), status);

    private async Task<BcfCommentInput> InputAsync()
    {
        using var body = await BcfBody.ReadAsync(Request);
        return new BcfCommentInput(body.Text("comment"), body.Text("viewpoint_guid"), body.Text("reply_to_comment_guid"), body.Errors);
    }

    private void Write(Utf8JsonWriter json, BcfCommentView comment)
    {
        var row = comment.Row;
        json.WriteStartObject();
        json.WriteString("guid", row.Guid);
        json.WriteTime("date", row.Date);
        json.WriteString("author", row.Author);
        json.WriteString("comment", row.Comment);
        json.WriteString("topic_guid", row.TopicGuid);
        json.WriteString("viewpoint_guid", row.ViewpointGuid);
        json.WriteString("reply_to_comment_guid", row.ReplyToGuid);
        json.WriteTime("modified_date", row.ModifiedDate);
        json.WriteString("modified_author", row.ModifiedAuthor ?? row.Author);
        json.WriteStartObject("authorization");
        json.WriteTexts("comment_actions", BcfActions.OfComment(comment.MayEdit, policy));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
