using OpenProject.Application.Common;
using OpenProject.Domain.Bcf;

namespace OpenProject.Application.Bcf;

/// <summary>The words that topics of a project may use: those of the settings, and those that people have added.</summary>
public sealed class BcfVocabularyService(IReadStore store, IAggregates<BcfWord> words, BcfPolicy policy)
{
    /// <summary>The words of a project by what they are for; one statement.</summary>
    public async Task<ILookup<BcfWordKind, string>> OfAsync(long projectId, CancellationToken cancellationToken)
    {
        var added = await store.ListAsync(
            store.Rows<BcfWord>().Where(w => w.ProjectId == projectId).OrderBy(w => w.Id).Select(w => new { w.Kind, w.Text }), cancellationToken);
        return Enum.GetValues<BcfWordKind>().SelectMany(kind => policy.WordsOf(kind).Select(text => (kind, text)))
            .Concat(added.Select(w => (w.Kind, w.Text)))
            .DistinctBy(w => (w.Item1, w.Item2.ToUpperInvariant()))
            .ToLookup(w => w.Item1, w => w.Item2);
    }

    /// <summary>
    /// Adds the words that a topic uses and the project has not yet, with the next save. Where vocabularies are closed, names
    /// those attributes that use one instead.
    /// </summary>
    public async Task<IReadOnlyList<FieldError>> LearnAsync(long projectId, IReadOnlyList<(BcfWordKind Kind, string Text)> used, CancellationToken cancellationToken)
    {
        if (used.Count == 0)
            return [];
        var known = await OfAsync(projectId, cancellationToken);
        var unknown = used.Where(w => w.Text.Length is > 0 and <= BcfTopic.WordLimit && !known[w.Kind].Contains(w.Text, StringComparer.OrdinalIgnoreCase))
            .DistinctBy(w => (w.Kind, w.Text.ToUpperInvariant())).ToList();
        if (!policy.IsOpen)
            return [.. unknown.Select(w => RefusalOf(w.Kind)).DistinctBy(e => e.Attribute)];
        foreach (var (kind, text) in unknown)
            words.Add(new BcfWord(projectId, kind, text));
        return [];
    }

    private static FieldError RefusalOf(BcfWordKind kind) => kind switch
    {
        BcfWordKind.Label => new FieldError("labels", "Labels is not set to one of the allowed values."),
        BcfWordKind.Stage => new FieldError("stage", "Stage is not set to one of the allowed values."),
        _ => new FieldError("bim_snippet", "Bim snippet's type is not set to one of the allowed values."),
    };
}
