using OpenProject.Domain.Common;

namespace OpenProject.Domain.WorkPackages;

/// <summary>What somebody says about a work package.</summary>
public sealed record Comment
{
    /// <summary>Something said.</summary>
    /// <param name="raw">Markdown.</param>
    /// <param name="html">The same, rendered.</param>
    /// <param name="isInternal">Whether only those see it who may see internal comments.</param>
    /// <exception cref="BrokenRule">Nothing is said.</exception>
    public Comment(string? raw, string? html, bool isInternal = false)
    {
        Raw = string.IsNullOrWhiteSpace(raw) ? throw new BrokenRule("comment", "Comment can't be blank.") : raw;
        Html = html;
        IsInternal = isInternal;
    }

    /// <summary>Markdown.</summary>
    public string Raw { get; }

    /// <summary>The same, rendered.</summary>
    public string? Html { get; }

    /// <summary>Whether only those see it who may see internal comments.</summary>
    public bool IsInternal { get; }
}
