namespace OpenProject.Domain.HelpTexts;

/// <summary>Whose attributes are explained.</summary>
public enum HelpTextScope
{
    /// <summary>Those of work packages.</summary>
    WorkPackage = 1,

    /// <summary>Those of projects.</summary>
    Project = 2,
}
