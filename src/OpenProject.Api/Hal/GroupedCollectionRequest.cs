using Microsoft.AspNetCore.Mvc;

namespace OpenProject.Api.Hal;

/// <summary>What collections that can be grouped take in addition.</summary>
public sealed class GroupedCollectionRequest
{
    /// <summary>The attribute to group by.</summary>
    [FromQuery(Name = "groupBy")]
    public string? GroupBy { get; set; }

    /// <summary>Whether to add sums: <c>true</c> or <c>false</c>.</summary>
    [FromQuery(Name = "showSums")]
    public string? ShowSums { get; set; }
}
