namespace OpenProject.Application.Revisions;

/// <summary>What an operator says of a new revision.</summary>
/// <param name="Project">The project's identifier.</param>
/// <param name="Identifier">What the repository calls it.</param>
/// <param name="AuthorName">What the repository calls its author.</param>
/// <param name="UserId">The user that its author is; null where that is not known.</param>
/// <param name="Message">What its author said of it.</param>
/// <param name="Address">The address of the page that shows it.</param>
/// <param name="CommittedAt">When it was committed.</param>
public sealed record RevisionSpec(
    string Project, string Identifier, string AuthorName, long? UserId, string? Message, string Address, DateTimeOffset CommittedAt);
