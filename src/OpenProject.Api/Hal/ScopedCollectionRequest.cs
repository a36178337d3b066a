using Microsoft.AspNetCore.Mvc;

namespace OpenProject.Api.Hal;

/// <summary>What collections take that may be looked at through a workspace or a stored query.</summary>
public sealed class ScopedCollectionRequest
{
    /// <summary>Whether elements of workspaces below count, inside a workspace: <c>true</c> (the default) or <c>false</c>.</summary>
    [FromQuery(Name = "includeSubprojects")]
    public string? IncludeSubprojects { get; set; }

    /// <summary>The stored query whose order by hand counts.</summary>
    [FromQuery(Name = "queryId")]
    public string? QueryId { get; set; }
}
