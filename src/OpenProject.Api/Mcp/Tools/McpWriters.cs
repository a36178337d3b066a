using OpenProject.Api.Hal.Writers;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>
/// Writers of all declarations as agents read them: without HTML, which says the same again, and without links to what can be done,
/// which their tokens do not open.
/// </summary>
public sealed class McpWriters(ResourceRegistry registry)
{
    /// <summary>How many characters of a text elements of lists have.</summary>
    internal const int LongestInLists = 2000;

    /// <summary>For one resource: its texts are whole, so that they can be sent back.</summary>
    public HalWriters Single { get; } = new(registry, new HalProfile(TellsHtml: false, TellsActions: false, LongestText: null));

    /// <summary>For elements of lists.</summary>
    public HalWriters Lists { get; } = new(registry, new HalProfile(TellsHtml: false, TellsActions: false, LongestInLists));
}
