namespace OpenProject.Application.Common;

/// <summary>The scope's viewer: authentication names him in a request, the runner in a job.</summary>
public sealed class CurrentViewer(CurrentActor actor)
{
    private Viewer? viewer;

    /// <summary>Who asks.</summary>
    /// <exception cref="InvalidOperationException">Nobody has been named yet.</exception>
    public Viewer Viewer => viewer ?? throw new InvalidOperationException("The request has not been authenticated.");

    /// <summary>From here on the scope asks, and acts, as this viewer.</summary>
    public void Set(Viewer asking)
    {
        viewer = asking;
        actor.ActAs(asking.UserId);
    }
}
