using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Bcf;

namespace OpenProject.Api.Bcf;

/// <summary>Projects that use building models, and what their topics may be set to (BCF API 2.1 section 4.1).</summary>
[Route(BcfPaths.Version + "/projects")]
public sealed class BcfProjectsController(BcfProjectService projects, BcfExtensionsService extensions, BcfPolicy policy) : BcfController
{
    /// <summary>The projects.</summary>
    [HttpGet]
    public async Task<BcfAnswer> List(CancellationToken cancellationToken) =>
        BcfAnswer.Of(await projects.ListAsync(cancellationToken), (json, project) => Write(json, project));

    /// <summary>One project.</summary>
    [HttpGet("{project}")]
    public async Task<BcfAnswer> Show(string project, CancellationToken cancellationToken)
    {
        var found = await projects.FindAsync(project, cancellationToken);
        return BcfAnswer.Of(json => Write(json, found));
    }

    /// <summary>Renames a project.</summary>
    [HttpPut("{project}")]
    public async Task<BcfAnswer> Update(string project, CancellationToken cancellationToken)
    {
        // Who may not is told before what he sent is looked at.
        await projects.EditableAsync(project, cancellationToken);
        using var body = await BcfBody.ReadAsync(Request);
        var id = body.Find("project_id") is { } sent ? sent.ValueKind == JsonValueKind.String ? sent.GetString() : sent.GetRawText() : null;
        var updated = await projects.UpdateAsync(project, new BcfProjectInput(body.Text("name"), id, body.Errors), cancellationToken);
        return BcfAnswer.Of(json => Write(json, updated));
    }

    /// <summary>What topics may be set to.</summary>
    [HttpGet("{project}/extensions")]
    public async Task<BcfAnswer> Extensions(string project, CancellationToken cancellationToken)
    {
        var found = await extensions.FindAsync(project, cancellationToken);
        return BcfAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteTexts("topic_type", found.Types);
            json.WriteTexts("topic_status", found.Statuses);
            json.WriteTexts("topic_label", found.Labels);
            json.WriteTexts("snippet_type", found.SnippetTypes);
            json.WriteTexts("priority", found.Priorities);
            json.WriteTexts("user_id_type", found.Users);
            json.WriteTexts("stage", found.Stages);
            json.WriteTexts("project_actions", BcfActions.OfProject(found.Rights, policy));
            json.WriteTexts("topic_actions", BcfActions.OfTopic(found.Rights, policy));
            json.WriteTexts("comment_actions", policy.SpeaksOpenProject ? [] : BcfActions.OfComment(found.Rights.MayManage, policy));
            json.WriteEndObject();
        });
    }

    private void Write(Utf8JsonWriter json, BcfProject project)
    {
        json.WriteStartObject();
        if (policy.SpeaksOpenProject)
            json.WriteNumber("project_id", project.Id);
        else
            json.WriteString("project_id", project.Id.ToString());
        json.WriteString("name", project.Name);
        json.WriteStartObject("authorization");
        json.WriteTexts("project_actions", BcfActions.OfProject(project.Rights, policy));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
