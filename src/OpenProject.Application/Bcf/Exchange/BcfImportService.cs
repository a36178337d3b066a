using OpenProject.Application.Common;
using OpenProject.Domain.Bcf;

namespace OpenProject.Application.Bcf.Exchange;

/// <summary>
/// Takes the topics of a <c>.bcfzip</c> (BCF-XML 2.0, 2.1 and 3.0) into a project: new ones with their guids, known ones where the archive is
/// newer; of what hangs on them, what is not here yet. Each topic and each part is stored for itself: what cannot be is told and left out,
/// and an import that was stopped can be done again.
/// </summary>
public sealed class BcfImportService(
    BcfProjectService projects,
    BcfExtensionsService extensions,
    BcfTopicReadService topics,
    BcfTopicService writes,
    BcfTopicPartImportService parts,
    BcfTalkImportService talk,
    BcfRelatedTopicService related,
    BcfPolicy policy,
    CurrentViewer current,
    IReadStore store,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    private static readonly string[] Versions = ["2.0", "2.1", "3.0"];

    /// <summary>Imports an archive.</summary>
    /// <param name="projectKey">The project's id or identifier.</param>
    /// <param name="archive">The archive, which seeks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemException">The viewer may not, or the archive is refused; then nothing is stored.</exception>
    public async Task<BcfImport> ImportAsync(string projectKey, Stream archive, CancellationToken cancellationToken)
    {
        var project = await projects.ManagedAsync(projectKey, cancellationToken);
        if (archive.Length > policy.MaxArchiveBytes)
            throw new ProblemException(new Problem.TooLarge(policy.MaxArchiveBytes));
        using var zip = new BcfZip(archive, policy.MaxUnpackedBytes);
        if (!Versions.Contains(BcfMarkup.Attribute(zip.Xml("bcf.version"), "VersionId"), StringComparer.Ordinal))
            throw BcfZip.Refused("It is not of version 2.0, 2.1 or 3.0.");

        // They are read twice, so that what cannot be read is refused before anything is stored, and never all are in memory.
        var places = zip.Names.Where(n => n.EndsWith('/' + BcfEntryNames.Markup, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList();
        foreach (var place in places)
            BcfMarkup.Read(zip.Xml(place)!, place);
        var terms = await BcfImportTerms.LoadAsync(
            project, await extensions.FindAsync(projectKey, cancellationToken), policy, current.Viewer, store, clock.GetUtcNow().UtcDateTime, cancellationToken);
        var names = new Lazy<IReadOnlyDictionary<string, string>>(() => BcfMarkup.DocumentNames(zip.Xml("documents.xml")));
        var (counts, warnings, relatives) = (new int[3], new BcfWarnings(unitOfWork), new List<(string Guid, IReadOnlyList<string> Related)>());
        foreach (var place in places)
        {
            var markup = BcfMarkup.Read(zip.Xml(place)!, place);
            var fitted = markup with { Input = terms.Fit(markup.Input, markup.Guid, warnings) };
            var taken = new BcfImportedTopic(project, fitted, zip, names, place[..(place.LastIndexOf('/') + 1)], terms, warnings);
            if (!await warnings.TryAsync(markup.Guid, "The topic", async () => counts[(int)await TakeAsync(taken, cancellationToken)]++))
                continue;
            await parts.TakeAsync(taken, cancellationToken);
            await talk.TakeAsync(taken, cancellationToken);
            if (markup.Related.Count > 0)
                relatives.Add((markup.Guid, markup.Related));
        }

        foreach (var (guid, relations) in relatives)
            await warnings.TryAsync(guid, "What is related to it", () => RelateAsync(project, guid, relations, cancellationToken));
        return new BcfImport(counts[0], counts[1], counts[2], warnings.Told);
    }

    private async Task<Fate> TakeAsync(BcfImportedTopic taken, CancellationToken cancellationToken)
    {
        var (markup, key) = (taken.Markup, taken.ProjectKey);
        var guid = markup.Guid;
        var projectId = await store.FirstOrDefaultAsync(
            store.Rows<BcfTopic>().Where(t => t.Guid == guid).Select(t => (long?)t.WorkPackage.ProjectId), cancellationToken);
        if (projectId is null)
        {
            var origin = taken.Terms.OriginOf(guid, guid, markup.CreationAuthor, markup.CreationDate, taken.Warnings);
            await writes.CreateAsync(key, markup.Input, origin, cancellationToken);
            return Fate.Created;
        }

        if (projectId != taken.Project.Id)
            throw new ProblemException(new Problem.Invalid("guid", "It is a topic of another project."));
        var present = await topics.FindAsync(taken.Project, guid, cancellationToken);
        if (!(markup.ModifiedDate > present.Row.ModifiedDate))
            return Fate.Unchanged;
        var input = markup.Input;
        if (input.Status is { } status && !present.Statuses.Contains(status, StringComparer.OrdinalIgnoreCase))
        {
            taken.Warnings.Tell(guid, $"the workflow does not lead to '{status}'; the status stays.");
            input = input with { Status = present.Row.StatusName };
        }

        await writes.UpdateAsync(key, guid, input, cancellationToken);
        taken.IsReplaced = true;
        return Fate.Updated;
    }

    private async Task RelateAsync(BcfProject project, string guid, IReadOnlyList<string> relations, CancellationToken cancellationToken)
    {
        var (key, before) = (project.Id.ToString(), await related.ListAsync(project.Id.ToString(), guid, cancellationToken));
        List<string> wanted = [.. before.Union(relations.Where(g => g != guid), StringComparer.Ordinal)];
        if (wanted.Count > before.Count)
            await related.ReplaceAsync(key, guid, wanted, cancellationToken);
    }

    private enum Fate
    {
        Created,
        Updated,
        Unchanged,
    }
}

/// <summary>A topic on its way in.</summary>
/// <param name="Project">Where it comes in.</param>
/// <param name="Markup">What the archive tells of it, as the project can have it.</param>
/// <param name="Zip">The archive.</param>
/// <param name="Names">What the archive's list of documents calls them, by guid; read when the first topic asks.</param>
/// <param name="Folder">Its folder there, with the slash.</param>
/// <param name="Terms">What words and people of the archive are here.</param>
/// <param name="Warnings">What could not be taken over.</param>
internal sealed record BcfImportedTopic(
    BcfProject Project, BcfMarkup Markup, BcfZip Zip, Lazy<IReadOnlyDictionary<string, string>> Names, string Folder, BcfImportTerms Terms, BcfWarnings Warnings)
{
    /// <summary>The project's id, as paths name it.</summary>
    public string ProjectKey { get; } = Project.Id.ToString();

    /// <summary>What documents are called, by guid.</summary>
    /// <exception cref="ProblemException">The archive's list of them cannot be read.</exception>
    public IReadOnlyDictionary<string, string> DocumentNames => Names.Value;

    /// <summary>Whether the archive knew it newer: then what it holds replaces what was here.</summary>
    public bool IsReplaced { get; set; }

    /// <summary>Where a reference leads in the archive: it is relative to the topic's folder, and may lead beside it.</summary>
    public string PlaceOf(string reference) => reference.StartsWith("../", StringComparison.Ordinal) ? reference[3..] : Folder + reference;
}
