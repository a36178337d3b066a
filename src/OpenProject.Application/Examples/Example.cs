namespace OpenProject.Application.Examples;

/// <summary>What the published description shows forms and schemas by. It is filled in and judged, and never stored.</summary>
public sealed class Example
{
    /// <summary>A line of text.</summary>
    public string? Subject { get; private set; }

    /// <summary>Takes another line.</summary>
    public void Say(string? subject) => Subject = subject;
}
