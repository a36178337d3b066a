namespace OpenProject.Api.Mcp.Prompts;

/// <summary>What the values of an argument are, as far as the server can complete them.</summary>
internal enum Completed
{
    /// <summary>Something else: nothing is proposed.</summary>
    Nothing,

    /// <summary>A project, by its identifier.</summary>
    Project,

    /// <summary>A version, by its id.</summary>
    Version,

    /// <summary>A work package, by its id.</summary>
    WorkPackage,

    /// <summary>A sprint, by its id.</summary>
    Sprint,

    /// <summary>A person, by the id.</summary>
    User,
}
