namespace OpenProject.Application.Common;

/// <summary>Texts of work packages in which an index finds words.</summary>
[Flags]
public enum WordPlaces
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>What work packages are about, in a line.</summary>
    Subjects = 1,

    /// <summary>The same at length.</summary>
    Descriptions = 2,

    /// <summary>What was said of them.</summary>
    Comments = 4,

    /// <summary>What the files are called that hang on them.</summary>
    FileNames = 8,
}
