namespace OpenProject.Domain.Projects;

/// <summary>What there is to read in a project beside its work.</summary>
public enum ProjectContentKind
{
    /// <summary>A document.</summary>
    Document = 1,

    /// <summary>A page of the wiki.</summary>
    WikiPage = 2,

    /// <summary>A post in the forum.</summary>
    Post = 3,

    /// <summary>A meeting.</summary>
    Meeting = 4,
}
