using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Bcf.Events;

namespace OpenProject.Api.Bcf;

/// <summary>What happened to topics and comments (BCF API 2.1 sections 4.9 and 4.10).</summary>
[Route(BcfPaths.Version + "/projects/{project}/topics")]
public sealed class BcfEventsController(BcfEventService events) : BcfController
{
    /// <summary>What happened to the topics of a project.</summary>
    [HttpGet("events")]
    public async Task<BcfAnswer> OfTopics(string project, CancellationToken cancellationToken) =>
        BcfAnswer.Of(await events.OfTopicsAsync(project, topicGuid: null, Query, cancellationToken), Write);

    /// <summary>What happened to one topic.</summary>
    [HttpGet("{topic}/events")]
    public async Task<BcfAnswer> OfTopic(string project, string topic, CancellationToken cancellationToken) =>
        BcfAnswer.Of(await events.OfTopicsAsync(project, topic, Query, cancellationToken), Write);

    /// <summary>What happened to the comments of a project.</summary>
    [HttpGet("comments/events")]
    public async Task<BcfAnswer> OfComments(string project, CancellationToken cancellationToken) =>
        BcfAnswer.Of(await events.OfCommentsAsync(project, topicGuid: null, commentGuid: null, Query, cancellationToken), Write);

    /// <summary>What happened to one comment.</summary>
    [HttpGet("{topic}/comments/{comment}/events")]
    public async Task<BcfAnswer> OfComment(string project, string topic, string comment, CancellationToken cancellationToken) =>
        BcfAnswer.Of(await events.OfCommentsAsync(project, topic, comment, Query, cancellationToken), Write);

    private static void Write(Utf8JsonWriter json, BcfEvent told)
    {
        json.WriteStartObject();
        if (told.CommentGuid is { } comment)
            json.WriteString("comment_guid", comment);
        json.WriteString("topic_guid", told.TopicGuid);
        json.WriteTime("date", told.Date);
        json.WriteString("author", told.Author);
        // The schemas call them actions, the standard's examples events.
        foreach (var name in (ReadOnlySpan<string>)["actions", "events"])
        {
            json.WriteStartArray(name);
            foreach (var action in told.Actions)
            {
                json.WriteStartObject();
                json.WriteString("type", action.Type);
                json.WriteString("value", action.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
