using OpenProject.Domain.Attachments;
using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Domain.Bcf;

/// <summary>
/// What building models know of a work package beyond its attributes (BCF API 2.1 section 4.2). Everything else of a topic is the
/// work package: whoever changes this revises that (<see cref="WorkPackage.ReviseTopic"/>), so that both have one lock version
/// and one journal.
/// </summary>
public sealed class BcfTopic : AggregateRoot, IContent
{
    /// <summary>Longest label, and longest stage.</summary>
    public const int WordLimit = 255;

    /// <summary>Longest link.</summary>
    public const int LinkLimit = 2000;

    /// <summary>The most labels, and the most links.</summary>
    public const int ListLimit = 100;

    /// <summary>Why bytes are refused that no snippet of the topic names.</summary>
    public const string NoSuchSnippet = "The topic has no internal bim_snippet whose reference is the name of this file.";

    private const char Separator = '\n';

    private BcfTopic()
    {
    }

    /// <summary>A topic of a work package, with a guid of its own or one that it had elsewhere.</summary>
    public BcfTopic(long workPackageId, string? guid = null) => (WorkPackageId, Guid) = (workPackageId, guid ?? BcfGuid.New());

    /// <summary>What building models call it (<see cref="BcfGuid"/>).</summary>
    public string Guid { get; private set; } = "";

    /// <summary>The work package.</summary>
    public long WorkPackageId { get; private set; }

    /// <summary>The work package; for queries only.</summary>
    public WorkPackage WorkPackage { get; private set; } = null!;

    /// <summary>Where people put it in an order.</summary>
    public int? Index { get; private set; }

    /// <summary>The planning stage that it belongs to.</summary>
    public string? Stage { get; private set; }

    /// <summary>The labels as queries look into them: each between line feeds, which no label has; null for none.</summary>
    public string? LabelLines { get; private set; }

    /// <summary>Links beside the one to the work package, as they were sent.</summary>
    public IReadOnlyList<string> ReferenceLinks { get; private set; } = [];

    /// <summary>The snippet's type; null for no snippet.</summary>
    public string? SnippetType { get; private set; }

    /// <summary>Whether the snippet is elsewhere.</summary>
    public bool SnippetIsExternal { get; private set; }

    /// <summary>The snippet's address or file name.</summary>
    public string? SnippetReference { get; private set; }

    /// <summary>The schema of what the snippet holds.</summary>
    public string? SnippetReferenceSchema { get; private set; }

    /// <summary>The bytes of a snippet that is not elsewhere; null while there are none.</summary>
    public long? SnippetFileId { get; private set; }

    /// <summary>The bytes of the snippet; for queries only.</summary>
    public StoredFile? SnippetFile { get; private set; }

    /// <summary>The files of building models that it is about.</summary>
    public IReadOnlyList<BcfModelFile> ModelFiles { get; private set; } = [];

    /// <summary>The guids of related topics that no relation of work packages stands for: unknown ones, above all.</summary>
    public IReadOnlyList<string> RelatedGuids { get; private set; } = [];

    /// <summary>The labels, in the order in which they were sent.</summary>
    public IReadOnlyList<string> Labels => LabelsOf(LabelLines);

    /// <summary>The labels behind <see cref="LabelLines"/>.</summary>
    public static IReadOnlyList<string> LabelsOf(string? lines) => lines is null ? [] : lines.Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What <see cref="LabelLines"/> contain of a topic with that label.</summary>
    public static string LineOf(string label) => Separator + label + Separator;

    /// <summary>Says where it is in an order.</summary>
    public void Arrange(int? index) => Index = index;

    /// <summary>Says which planning stage it belongs to.</summary>
    /// <exception cref="BrokenRule">Too long.</exception>
    public void BelongTo(string? stage) => Stage = TextRule.Optional(stage, "stage", "Stage", WordLimit);

    /// <summary>Gives it exactly these labels.</summary>
    /// <exception cref="BrokenRule">A label is blank, too long, of more than one line, or there are too many.</exception>
    public void Label(IReadOnlyList<string> labels)
    {
        List<string> wanted = [.. labels.Select(label => TextRule.Required(label, "labels", "Labels", WordLimit)).Distinct(StringComparer.Ordinal)];
        if (wanted.Count > ListLimit)
            throw new BrokenRule("labels", $"Labels are too many (maximum is {ListLimit}).");
        if (wanted.Exists(label => label.Any(char.IsControl)))
            throw new BrokenRule("labels", "Labels is invalid.");
        LabelLines = wanted.Count == 0 ? null : Separator + string.Join(Separator, wanted) + Separator;
    }

    /// <summary>Gives it exactly these links.</summary>
    /// <exception cref="BrokenRule">A link is blank or too long, or there are too many.</exception>
    public void Refer(IReadOnlyList<string> links)
    {
        if (links.Count > ListLimit)
            throw new BrokenRule("reference_links", $"Reference links are too many (maximum is {ListLimit}).");
        ReferenceLinks = [.. links.Select(link => TextRule.Required(link, "reference_links", "Reference links", LinkLimit))];
    }

    /// <summary>Names exactly these files of building models.</summary>
    /// <exception cref="BrokenRule">A text is too long, or there are too many.</exception>
    public void BeAbout(IReadOnlyList<BcfModelFile> modelFiles)
    {
        if (modelFiles.Count > ListLimit)
            throw new BrokenRule("files", $"Files are too many (maximum is {ListLimit}).");
        if (modelFiles.SelectMany(f => new[] { f.IfcProject, f.IfcSpatialStructureElement, f.FileName, f.Date, f.Reference }).Any(text => text?.Length > LinkLimit))
            throw new BrokenRule("files", $"Files have a text that is too long (maximum is {LinkLimit} characters).");
        ModelFiles = modelFiles;
    }

    /// <summary>Keeps exactly these guids of topics that no relation stands for.</summary>
    public void RelateTo(IReadOnlyList<string> guids) => RelatedGuids = guids;

    /// <summary>Gives it a snippet, or none. Bytes that belong to another snippet are no longer its.</summary>
    /// <returns>Whether the bytes it had are left behind.</returns>
    /// <exception cref="BrokenRule">Something is blank or too long.</exception>
    public bool Carry(BimSnippet? snippet)
    {
        var carried = snippet?.Checked();
        var keepsFile = carried is { IsExternal: false } && carried.Reference == SnippetReference && !SnippetIsExternal;
        (SnippetType, SnippetIsExternal, SnippetReference, SnippetReferenceSchema) =
            (carried?.Type, carried?.IsExternal ?? false, carried?.Reference, carried?.ReferenceSchema);
        if (keepsFile || SnippetFileId is null)
            return false;
        SnippetFileId = null;
        return true;
    }

    /// <summary>Keeps the bytes of its snippet.</summary>
    /// <exception cref="BrokenRule">It has no snippet of that file name that is here.</exception>
    public void KeepSnippet(long fileId, string fileName)
    {
        if (SnippetType is null || SnippetIsExternal || SnippetReference != fileName)
            throw new BrokenRule("bim_snippet", NoSuchSnippet);
        SnippetFileId = fileId;
    }
}
