namespace OpenProject.Application.Bcf;

/// <summary>A topic as its viewer sees it.</summary>
/// <param name="Row">The topic.</param>
/// <param name="Rights">What he may do in its project.</param>
/// <param name="Statuses">The statuses that he may give it; none where he may not write topics.</param>
public sealed record BcfTopicView(BcfTopicRow Row, BcfRights Rights, IReadOnlyList<string> Statuses);
