using System.ComponentModel.DataAnnotations;
using OpenProject.Application.Bcf;
using OpenProject.Domain.Bcf;

namespace OpenProject.Api.Bcf;

/// <summary>Settings of BCF API 2.1 (section <c>Bcf</c>).</summary>
public sealed class BcfOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Bcf";

    /// <summary>Whose reading answers follow where the standard and OpenProject contradict each other.</summary>
    public BcfDialect Dialect { get; set; } = BcfDialect.Standard;

    /// <summary>Whether new labels, stages and types of snippets join the project's vocabulary; otherwise they are refused.</summary>
    public bool OpenVocabulary { get; set; } = true;

    /// <summary>The labels that every project has, separated by commas.</summary>
    public string Labels { get; set; } = "Architecture,Structural,MEP";

    /// <summary>The planning stages that every project has, separated by commas.</summary>
    public string Stages { get; set; } = "Preliminary planning,Design,Construction,Operation";

    /// <summary>The types of snippets that every project has, separated by commas.</summary>
    public string SnippetTypes { get; set; } = ".ifc,.csv";

    /// <summary>The largest archive that is imported, in bytes.</summary>
    [Range(1024, 1L << 32)]
    public long MaxArchiveBytes { get; set; } = 100 * 1024 * 1024;

    /// <summary>Whether tools may register themselves as OAuth applications, without credentials.</summary>
    public bool DynamicRegistration { get; set; }

    /// <summary>What the application is told of them.</summary>
    public BcfPolicy Policy => new(Dialect, OpenVocabulary, Words(Labels), Words(Stages), Words(SnippetTypes), MaxArchiveBytes, DynamicRegistration);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from words in new[] { Labels, Stages, SnippetTypes }
        from word in Words(words)
        where word.Length > BcfTopic.WordLimit
        select new ValidationResult($"{Section} has a word of {word.Length} characters; {BcfTopic.WordLimit} is the most.");

    private static string[] Words(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
