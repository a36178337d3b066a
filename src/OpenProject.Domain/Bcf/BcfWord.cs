using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;

namespace OpenProject.Domain.Bcf;

/// <summary>What a word of a project's vocabulary is for.</summary>
public enum BcfWordKind
{
    /// <summary>A label of topics.</summary>
    Label,

    /// <summary>A planning stage.</summary>
    Stage,

    /// <summary>A type of snippets.</summary>
    SnippetType,
}

/// <summary>A word that people of a project have added to what its topics may be labelled with.</summary>
public sealed class BcfWord : IContent
{
    private BcfWord()
    {
    }

    /// <summary>A word of a project.</summary>
    public BcfWord(long projectId, BcfWordKind kind, string text) => (ProjectId, Kind, Text) = (projectId, kind, text);

    /// <summary>The database identity; the order in which words were added.</summary>
    public long Id { get; private set; }

    /// <summary>The project.</summary>
    public long ProjectId { get; private set; }

    /// <summary>The project; for queries only.</summary>
    public Project Project { get; private set; } = null!;

    /// <summary>What it is for.</summary>
    public BcfWordKind Kind { get; private set; }

    /// <summary>The word.</summary>
    public string Text { get; private set; } = "";
}
