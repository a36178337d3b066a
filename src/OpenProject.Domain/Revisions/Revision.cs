using System.Globalization;
using System.Text.RegularExpressions;
using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Users;

namespace OpenProject.Domain.Revisions;

/// <summary>A commit to a repository that belongs to a project, as it was told by somebody who sees the repository.</summary>
public sealed partial class Revision : AggregateRoot
{
    /// <summary>Longest identifier.</summary>
    public const int IdentifierLimit = 255;

    /// <summary>Longest name of an author.</summary>
    public const int AuthorLimit = 255;

    /// <summary>Longest address.</summary>
    public const int AddressLimit = 2000;

    /// <summary>Longest message.</summary>
    public const int MessageLimit = 100_000;

    private const int ShownDigits = 8;

    private readonly List<RevisionMention> mentions = [];

    private Revision()
    {
    }

    /// <summary>The project.</summary>
    public long ProjectId { get; private set; }

    /// <summary>The project; for queries only.</summary>
    public Project Project { get; private set; } = null!;

    /// <summary>What the repository calls it.</summary>
    public string Identifier { get; private set; } = "";

    /// <summary>What the repository calls its author.</summary>
    public string AuthorName { get; private set; } = "";

    /// <summary>The user that its author is; null where that is not known.</summary>
    public long? UserId { get; private set; }

    /// <summary>The user that its author is; for queries only.</summary>
    public User? User { get; private set; }

    /// <summary>What its author said of it; null for nothing.</summary>
    public string? Message { get; private set; }

    /// <summary>The address of the page that shows it.</summary>
    public string Address { get; private set; } = "";

    /// <summary>When it was committed, UTC.</summary>
    public DateTime CommittedAt { get; private set; }

    /// <summary>The work packages that it is about, in no particular order.</summary>
    public IReadOnlyCollection<RevisionMention> Mentions => mentions;

    /// <summary>A revision.</summary>
    /// <exception cref="BrokenRule">A text is blank or too long, or the address is none of a page.</exception>
    public static Revision Create(long projectId, string? identifier, string? authorName, string? message, string? address, DateTime committedAt) => new()
    {
        ProjectId = projectId,
        Identifier = TextRule.Required(identifier, "identifier", "Identifier", IdentifierLimit),
        AuthorName = TextRule.Required(authorName, "authorName", "Author name", AuthorLimit),
        Message = TextRule.Optional(message, "message", "Message", MessageLimit),
        Address = PageAt(TextRule.Required(address, "address", "Address", AddressLimit)),
        CommittedAt = committedAt,
    };

    /// <summary>Says which user its author is.</summary>
    public void AttributeTo(long? userId) => UserId = userId;

    /// <summary>Says which work packages it is about.</summary>
    public void Mention(IEnumerable<long> workPackageIds)
    {
        mentions.Clear();
        mentions.AddRange(workPackageIds.Distinct().Select(RevisionMention.Of));
    }

    /// <summary>An identifier as people read it: the first eight digits of a hash, anything else whole.</summary>
    public static string Shorten(string identifier) => Hash().IsMatch(identifier) ? identifier[..ShownDigits] : identifier;

    /// <summary>The ids that a message names as <c>#12</c>, each once.</summary>
    public static IReadOnlyList<long> MentionedIn(string? message) =>
        [.. Reference().Matches(message ?? "").Select(m => long.Parse(m.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).Distinct()];

    private static string PageAt(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var page) && (page.Scheme == Uri.UriSchemeHttp || page.Scheme == Uri.UriSchemeHttps)
            ? page.AbsoluteUri
            : throw new BrokenRule("address", "Address is invalid.");

    [GeneratedRegex("^(?:[0-9a-f]{40}|[0-9a-f]{64})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hash();

    [GeneratedRegex(@"(?<![\w&/])#(?<id>[0-9]{1,18})(?!\w)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}

/// <summary>A work package that a revision is about.</summary>
public sealed class RevisionMention
{
    private RevisionMention()
    {
    }

    /// <summary>The revision.</summary>
    public long RevisionId { get; private set; }

    /// <summary>The work package.</summary>
    public long WorkPackageId { get; private set; }

    internal static RevisionMention Of(long workPackageId) => new() { WorkPackageId = workPackageId };
}
