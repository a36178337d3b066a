using OpenProject.Application.Common;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Scopes beside that of the request, in which the same person acts through the same agent, as quietly.</summary>
internal static class ActingScopes
{
    /// <summary>Has a new scope act so.</summary>
    public static void ActAs(this IServiceProvider scope, CurrentViewer viewer, CurrentActor actor)
    {
        scope.GetRequiredService<CurrentViewer>().Set(viewer.Viewer);
        var acting = scope.GetRequiredService<CurrentActor>();
        acting.ActThrough(actor.Agent);
        if (actor.IsQuiet)
            acting.KeepQuiet();
    }
}
