namespace OpenProject.Application.Resources;

/// <summary>What links need to know of a declaration before it exists: where its resources live and what they are called.</summary>
public interface IResourceKind
{
    /// <summary>The path of the kind.</summary>
    static abstract ResourcePath Location { get; }

    /// <summary>The <c>_type</c>, also the schema's name for links to it.</summary>
    static abstract string Kind { get; }
}
