using OpenProject.Domain.Bcf;

namespace OpenProject.Application.Bcf;

/// <summary>Whose reading of BCF API 2.1 answers follow where the two contradict each other.</summary>
public enum BcfDialect
{
    /// <summary>The published standard and its schemas.</summary>
    Standard,

    /// <summary>OpenProject's.</summary>
    OpenProject,
}

/// <summary>What the settings say of BCF.</summary>
/// <param name="Dialect">Whose reading answers follow.</param>
/// <param name="IsOpen">Whether a new label, stage or snippet type joins the project's vocabulary; otherwise it is refused.</param>
/// <param name="Labels">The labels that every project has.</param>
/// <param name="Stages">The stages that every project has.</param>
/// <param name="SnippetTypes">The types of snippets that every project has.</param>
/// <param name="MaxArchiveBytes">The largest archive that is imported.</param>
/// <param name="DynamicRegistration">Whether tools may register themselves.</param>
public sealed record BcfPolicy(
    BcfDialect Dialect,
    bool IsOpen,
    IReadOnlyList<string> Labels,
    IReadOnlyList<string> Stages,
    IReadOnlyList<string> SnippetTypes,
    long MaxArchiveBytes,
    bool DynamicRegistration)
{
    private const int MostUnpacking = 10;

    /// <summary>The most bytes that the files of an archive may have together when they are unpacked: images hardly shrink, and XML not always.</summary>
    public long MaxUnpackedBytes => MaxArchiveBytes * MostUnpacking;

    /// <summary>Whether answers follow OpenProject.</summary>
    public bool SpeaksOpenProject => Dialect == BcfDialect.OpenProject;

    /// <summary>The words that every project has.</summary>
    public IReadOnlyList<string> WordsOf(BcfWordKind kind) => kind switch
    {
        BcfWordKind.Label => Labels,
        BcfWordKind.Stage => Stages,
        _ => SnippetTypes,
    };
}
