namespace OpenProject.Application.Common;

/// <summary>The scope's viewer: authentication names him in a request, the runner in a job. A scope keeps the one it has, as what he may do is remembered.</summary>
public sealed class CurrentViewer(CurrentActor actor)
{
    private Viewer? viewer;

    /// <summary>Who asks.</summary>
    /// <exception cref="InvalidOperationException">Nobody has been named yet.</exception>
    public Viewer Viewer => viewer ?? throw new InvalidOperationException("Nobody has been named as the viewer of this scope; the request has not been authenticated.");

    /// <summary>From here on the scope asks, and acts, as this viewer.</summary>
    /// <exception cref="InvalidOperationException">Somebody else has been named before.</exception>
    public void Set(Viewer asking)
    {
        if (viewer is not null && viewer != asking)
            throw new InvalidOperationException("The scope has a viewer already; ask in another scope.");
        viewer = asking;
        actor.ActAs(asking.UserId);
    }
}
