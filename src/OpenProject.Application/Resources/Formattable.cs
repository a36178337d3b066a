namespace OpenProject.Application.Resources;

/// <summary>Text that is written raw and read as HTML too. Two are equal when their raw texts are.</summary>
/// <param name="Raw">What was written, or null.</param>
/// <param name="Html">Sanitised HTML, or null for none.</param>
/// <param name="Format"><c>markdown</c>, <c>plain</c> or <c>custom</c>.</param>
public readonly record struct Formattable(string? Raw, string? Html, string Format = Formattable.Markdown)
{
    /// <summary>CommonMark text.</summary>
    public const string Markdown = "markdown";

    /// <summary>A sentence that the server makes.</summary>
    public const string Custom = "custom";

    /// <summary>Text without markup.</summary>
    public const string Plain = "plain";

    /// <summary>Whether the raw texts are the same; no text and empty text are.</summary>
    public bool Equals(Formattable other) => string.Equals(Raw ?? "", other.Raw ?? "", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Raw ?? "");
}
