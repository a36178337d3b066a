using OpenProject.Application.Common;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Bcf.Exchange;

/// <summary>What the words and the people of an archive are in the project that it comes into.</summary>
internal sealed class BcfImportTerms
{
    private readonly BcfExtensions known;
    private readonly BcfPolicy policy;
    private readonly Dictionary<string, long> members;
    private readonly HashSet<(string Guid, string Name)> strangers = [];
    private readonly long importerId;
    private readonly bool maySpeakForOthers;
    private readonly DateTime now;

    private BcfImportTerms(BcfExtensions known, BcfPolicy policy, Dictionary<string, long> members, long importerId, DateTime now)
    {
        (this.known, this.policy, this.members, this.importerId, this.now) = (known, policy, members, importerId, now);
        maySpeakForOthers = known.Rights.MaySpeakForOthers;
    }

    /// <summary>Reads the members of a project, after one statement.</summary>
    public static async Task<BcfImportTerms> LoadAsync(
        BcfProject project, BcfExtensions known, BcfPolicy policy, Viewer importer, IReadStore store, DateTime now, CancellationToken cancellationToken)
    {
        var (projectId, importerId) = (project.Id, importer.UserId);
        var people = await store.ListAsync(
            store.Rows<User>().Where(u => u.Email != null && (u.Id == importerId || store.Rows<Membership>().Any(m => m.ProjectId == projectId && m.PrincipalId == u.Id)))
                .Select(u => new { u.Id, Email = u.Email! }),
            cancellationToken);
        var byMail = people.DistinctBy(p => p.Email, StringComparer.OrdinalIgnoreCase).ToDictionary(p => p.Email, p => p.Id, StringComparer.OrdinalIgnoreCase);
        return new BcfImportTerms(known, policy, byMail, importerId, now);
    }

    /// <summary>Where something comes from: its author where he is a member, else the importer; its time, unless that has still to come.</summary>
    public BcfOrigin OriginOf(string topicGuid, string guid, string? author, DateTime? date, BcfWarnings warnings)
    {
        var authorId = (long?)null;
        if (author is not null && members.TryGetValue(author, out var memberId) && (memberId == importerId || maySpeakForOthers))
            authorId = memberId;
        else if (author is not null && strangers.Add((topicGuid, author)))
            warnings.Tell(topicGuid, maySpeakForOthers ? $"'{author}' is no member of the project; what he wrote is the importer's." : $"What '{author}' wrote is the importer's, who may not change what others say.");
        return new BcfOrigin(guid, authorId, date < now ? date : null);
    }

    /// <summary>A topic as the project can have it. What it does not know is left to its defaults, and told.</summary>
    public BcfTopicInput Fit(BcfTopicInput input, string guid, BcfWarnings warnings)
    {
        string? Known(string? name, IReadOnlyList<string> names, string what)
        {
            if (name is null || names.Contains(name, StringComparer.OrdinalIgnoreCase))
                return name;
            warnings.Tell(guid, $"the project does not know the {what} '{name}'.");
            return null;
        }

        var labels = (input.Labels ?? []).Select(l => Cut(string.Concat(l.Where(c => !char.IsControl(c))), BcfTopic.WordLimit)).Take(BcfTopic.ListLimit);
        return input with
        {
            Title = Cut(string.IsNullOrWhiteSpace(input.Title) ? "Untitled" : input.Title, WorkPackage.SubjectLimit),
            Type = Known(input.Type, known.Types, "type"),
            Status = Known(input.Status, known.Statuses, "status"),
            Priority = Known(input.Priority, known.Priorities, "priority"),
            AssignedTo = Known(input.AssignedTo, known.Users, "user"),
            Stage = policy.IsOpen ? input.Stage is { } stage ? Cut(stage, BcfTopic.WordLimit) : null : Known(input.Stage, known.Stages, "stage"),
            Labels = [.. policy.IsOpen ? labels : labels.Where(l => Known(l, known.Labels, "label") is not null)],
            Snippet = policy.IsOpen || Known(input.Snippet?.Type, known.SnippetTypes, "type of snippets") is not null ? input.Snippet : null,
            ReferenceLinks = [.. (input.ReferenceLinks ?? []).Where(l => l.Length <= BcfTopic.LinkLimit).Take(BcfTopic.ListLimit)],
        };
    }

    private static string Cut(string text, int limit) => text.Length <= limit ? text : text[..limit];
}
