using System.Text.Json;
using OpenProject.Application.Bcf.Viewpoints;
using OpenProject.Application.Common;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Bcf.Exchange;

/// <summary>
/// Takes the topics of a <c>.bcfzip</c> (BCF-XML 2.0 and 2.1) into a project: new ones with their guids, known ones where the archive is
/// newer; comments and viewpoints that are not here yet. Author and time of what comes in are the importer's and the present. Each topic
/// is stored for itself, so an import that was stopped can be done again.
/// </summary>
public sealed class BcfImportService(
    BcfProjectService projects,
    BcfExtensionsService extensions,
    BcfTopicReadService topics,
    BcfTopicService writes,
    BcfCommentService comments,
    BcfViewpointService viewpoints,
    BcfTopicPartImportService parts,
    BcfRelatedTopicService related,
    BcfFileService files,
    BcfPolicy policy,
    IReadStore store,
    IUnitOfWork unitOfWork)
{
    /// <summary>Imports an archive.</summary>
    /// <param name="projectKey">The project's id or identifier.</param>
    /// <param name="archive">The archive, which seeks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemException">The viewer may not, the archive is refused, or one of its topics cannot be stored.</exception>
    public async Task<BcfImport> ImportAsync(string projectKey, Stream archive, CancellationToken cancellationToken)
    {
        var project = await projects.ManagedAsync(projectKey, cancellationToken);
        using var zip = new BcfZip(archive);
        if (BcfMarkup.Attribute(zip.Xml("bcf.version"), "VersionId") is not ("2.0" or "2.1"))
            throw BcfZip.Refused("It is not of version 2.0 or 2.1.");
        var known = await extensions.FindAsync(projectKey, cancellationToken);
        var (counts, warnings, relatives) = (new int[3], new List<string>(), new List<BcfMarkup>());
        foreach (var place in zip.Names.Where(n => n.EndsWith("/markup.bcf", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList())
        {
            var folder = place[..(place.LastIndexOf('/') + 1)];
            var markup = BcfMarkup.Read(zip.Xml(place)!, place);
            var fitted = markup with { Input = Fitted(markup.Input, known, markup.Guid, warnings) };
            counts[(int)await TakeAsync(project, fitted, zip, folder, warnings, cancellationToken)]++;
            if (fitted.Related.Count > 0)
                relatives.Add(fitted);
        }

        foreach (var markup in relatives)
        {
            unitOfWork.Forget();
            var before = await related.ListAsync(projectKey, markup.Guid, cancellationToken);
            await related.ReplaceAsync(projectKey, markup.Guid, [.. before.Union(markup.Related.Where(g => g != markup.Guid), StringComparer.Ordinal)], cancellationToken);
        }

        return new BcfImport(counts[0], counts[1], counts[2], warnings);
    }

    private async Task<Fate> TakeAsync(BcfProject project, BcfMarkup markup, BcfZip zip, string folder, List<string> warnings, CancellationToken cancellationToken)
    {
        var (guid, key) = (markup.Guid, project.Id.ToString());
        var there = await store.FirstOrDefaultAsync(
            store.Rows<BcfTopic>().Where(t => t.Guid == guid).Select(t => new { t.Id, t.WorkPackageId, t.WorkPackage.ProjectId }), cancellationToken);
        if (there is not null && there.ProjectId != project.Id)
            throw BcfZip.Refused($"The topic {guid} is in another project.");
        unitOfWork.Forget();
        var fate = Fate.Unchanged;
        if (there is null)
        {
            await writes.CreateAsync(key, markup.Input, guid, cancellationToken);
            fate = Fate.Created;
        }
        else if (await topics.FindAsync(project, guid, cancellationToken) is var present && markup.ModifiedDate > present.Row.ModifiedDate)
        {
            var input = markup.Input;
            if (input.Status is { } status && !present.Statuses.Contains(status, StringComparer.OrdinalIgnoreCase))
            {
                warnings.Add($"{guid}: the workflow does not lead to '{status}'; the status stays.");
                input = input with { Status = present.Row.StatusName };
            }

            await writes.UpdateAsync(key, guid, input, cancellationToken);
            fate = Fate.Updated;
        }

        unitOfWork.Forget();
        if (fate != Fate.Unchanged)
            await parts.TakeAsync(key, markup, zip, folder, isNew: fate == Fate.Created, warnings, cancellationToken);
        var id = await topics.IdOfAsync(project, guid, cancellationToken);
        await ViewpointsAsync(id, markup, zip, folder, warnings, cancellationToken);
        await CommentsAsync(project, id, markup, cancellationToken);
        return fate;
    }

    private async Task ViewpointsAsync(long topicId, BcfMarkup markup, BcfZip zip, string folder, List<string> warnings, CancellationToken cancellationToken)
    {
        var known = await store.ListAsync(store.Rows<BcfViewpoint>().Where(v => v.TopicId == topicId).Select(v => v.Guid), cancellationToken);
        var reader = new BcfSceneReader(new BcfImageReader(files.MaxBytes, looksInside: !policy.SpeaksOpenProject), refusesUnknown: false);
        foreach (var view in markup.Viewpoints.Where(v => !known.Contains(v.Guid)).DistinctBy(v => v.Guid))
        {
            string? Image(string name) => zip.Bytes(folder + name, files.MaxBytes) is { } bytes ? Convert.ToBase64String(bytes) : null;
            var json = BcfVisualization.ToJson(view.File is { } file ? zip.Xml(folder + file) : null, view.Index, Image);
            if (view.Snapshot is { } snapshot && Image(snapshot) is { } picture)
            {
                json["snapshot"] = new System.Text.Json.Nodes.JsonObject
                {
                    ["snapshot_type"] = snapshot.EndsWith(".png", StringComparison.OrdinalIgnoreCase) ? "png" : "jpg", ["snapshot_data"] = picture,
                };
            }

            using var document = JsonDocument.Parse(json.ToJsonString());
            var input = reader.Read(document.RootElement);
            if (input.Errors.Count == 0)
                await viewpoints.StoreAsync(topicId, view.Guid, input, cancellationToken);
            else
                warnings.Add($"{markup.Guid}: the viewpoint {view.Guid} is left out: {string.Join(' ', input.Errors.Select(e => e.Message))}");
        }
    }

    private async Task CommentsAsync(BcfProject project, long topicId, BcfMarkup markup, CancellationToken cancellationToken)
    {
        var workPackageId = await store.FirstOrDefaultAsync(store.Rows<BcfTopic>().Where(t => t.Id == topicId).Select(t => t.WorkPackageId), cancellationToken);
        var known = await store.ListAsync(
            store.Rows<WorkPackageJournal>().Where(j => j.WorkPackageId == workPackageId && j.CommentGuid != null).Select(j => j.CommentGuid), cancellationToken);
        var views = await store.ListAsync(store.Rows<BcfViewpoint>().Where(v => v.TopicId == topicId).Select(v => v.Guid), cancellationToken);
        foreach (var said in markup.Comments.Where(c => !known.Contains(c.Guid)).DistinctBy(c => c.Guid))
        {
            unitOfWork.Forget();
            var view = said.ViewpointGuid is { } shown && views.Contains(shown) ? shown : null;
            await comments.StoreAsync(project, workPackageId, new BcfCommentInput(said.Text, view, null, []), said.Guid, cancellationToken);
        }
    }

    // What the project does not know is left to its defaults, and told.
    private BcfTopicInput Fitted(BcfTopicInput input, BcfExtensions known, string guid, List<string> warnings)
    {
        string? Known(string? name, IReadOnlyList<string> names, string what)
        {
            if (name is null || names.Contains(name, StringComparer.OrdinalIgnoreCase))
                return name;
            warnings.Add($"{guid}: the project does not know the {what} '{name}'.");
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

    private enum Fate
    {
        Created,
        Updated,
        Unchanged,
    }
}
