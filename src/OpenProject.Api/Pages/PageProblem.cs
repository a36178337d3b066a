namespace OpenProject.Api.Pages;

/// <summary>A problem as a page tells it.</summary>
/// <param name="Title">What, in two or three words.</param>
/// <param name="Message">A sentence or two.</param>
public sealed record PageProblem(string Title, string Message);
