using OpenProject.Domain.Bcf;
using OpenProject.Domain.Common;

namespace OpenProject.Domain.WorkPackages;

/// <summary>What somebody says about a work package.</summary>
public sealed record Comment
{
    /// <summary>Something said.</summary>
    /// <param name="raw">Markdown.</param>
    /// <param name="html">The same, rendered.</param>
    /// <param name="isInternal">Whether only those see it who may see internal comments.</param>
    /// <param name="guid">What building models called it elsewhere; null for a guid of ours.</param>
    /// <exception cref="BrokenRule">Nothing is said.</exception>
    public Comment(string? raw, string? html, bool isInternal = false, string? guid = null)
    {
        Guid = guid ?? BcfGuid.New();
        Raw = string.IsNullOrWhiteSpace(raw) ? throw new BrokenRule("comment", "Comment can't be blank.") : raw;
        Html = html;
        IsInternal = isInternal;
    }

    /// <summary>What building models call it.</summary>
    public string Guid { get; }

    /// <summary>Markdown.</summary>
    public string Raw { get; }

    /// <summary>The same, rendered.</summary>
    public string? Html { get; }

    /// <summary>Whether only those see it who may see internal comments.</summary>
    public bool IsInternal { get; }
}
