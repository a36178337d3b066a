using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;

namespace OpenProject.Api.V3.Projects;

/// <summary>What the list of parents takes in addition.</summary>
public sealed class ParentCandidatesRequest
{
    /// <summary>The id or identifier of the project; none for a new one.</summary>
    [FromQuery(Name = "of")]
    public string? Of { get; set; }

    /// <summary>What is new: <c>project</c>, <c>program</c> or <c>portfolio</c>.</summary>
    [FromQuery(Name = "workspace_type")]
    public string? WorkspaceType { get; set; }

    /// <summary>The kind of what is new; null when the text names none.</summary>
    internal ProjectKind? Kind => WorkspaceType is null ? ProjectKind.Project : Codes.Parse<ProjectKind>(WorkspaceType);
}
