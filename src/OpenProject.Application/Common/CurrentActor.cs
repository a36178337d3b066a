namespace OpenProject.Application.Common;

/// <summary>The scope's actor: authentication names it in a request, the runner in a job.</summary>
public sealed class CurrentActor : ICurrentActor
{
    /// <inheritdoc/>
    public long? Id { get; private set; }

    /// <inheritdoc/>
    public string? Agent { get; private set; }

    /// <inheritdoc/>
    public bool IsQuiet { get; private set; }

    /// <summary>From here on nobody is told of what the scope changes.</summary>
    public void KeepQuiet() => IsQuiet = true;

    /// <summary>From here on the scope acts as this user.</summary>
    public void ActAs(long userId) => Id = userId;

    /// <summary>From here on it is an agent that acts for the user.</summary>
    /// <param name="agent">What the agent is called.</param>
    public void ActThrough(string? agent) => Agent = agent;
}
