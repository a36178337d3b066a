using Microsoft.AspNetCore.Mvc;

namespace OpenProject.Api.V3.CustomFields;

/// <summary>Which items of a hierarchy are asked for.</summary>
public sealed class HierarchyItemsRequest
{
    /// <summary>The id of the item to begin with; the root where none is named.</summary>
    [FromQuery(Name = "parent")]
    public string? Parent { get; set; }

    /// <summary>How many levels below it; all where none is named.</summary>
    [FromQuery(Name = "depth")]
    public string? Depth { get; set; }

    internal long? ParentId => long.TryParse(Parent, out var id) ? id : null;

    internal int? Levels => int.TryParse(Depth, out var levels) ? levels : null;
}
