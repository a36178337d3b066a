using OpenProject.Domain.Common;
using OpenProject.Domain.ProjectPhases;

namespace OpenProject.Domain.Projects;

/// <summary>A project, program or portfolio: where work packages, members and everything else live.</summary>
public sealed class Project : AggregateRoot, ITimestamped, ICustomized
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 255;

    /// <summary>Longest comment on the values of a custom field.</summary>
    public const int CommentLimit = 4000;

    private readonly List<ProjectModule> modules = [];
    private readonly List<ProjectType> types = [];
    private readonly List<ProjectPhase> phases = [];

    private readonly List<CustomValue> customValues = [];

    private Project()
    {
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<CustomValue> CustomValues => customValues;

    /// <inheritdoc/>
    public void Customize(long fieldId, IReadOnlyList<CustomValue> values) => CustomValue.Replace(customValues, fieldId, values);

    /// <inheritdoc/>
    public IReadOnlyDictionary<long, string> CustomComments { get; private set; } = new Dictionary<long, string>();

    /// <summary>Says something of the values of a field; null for nothing.</summary>
    /// <param name="fieldId">The field.</param>
    /// <param name="text">Plain text.</param>
    /// <exception cref="BrokenRule">Too long.</exception>
    public void Comment(long fieldId, string? text)
    {
        var comments = CustomComments.Where(c => c.Key != fieldId).ToDictionary();
        if (TextRule.Optional(text, "customComment" + fieldId, "Comment", CommentLimit) is { } said)
            comments[fieldId] = said;
        CustomComments = comments;
    }

    /// <summary>Which kind of workspace it is.</summary>
    public ProjectKind Kind { get; private set; } = ProjectKind.Project;

    /// <summary>Its name in paths, unique.</summary>
    public string Identifier { get; private set; } = "";

    /// <summary>The name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The description, Markdown.</summary>
    public string? Description { get; private set; }

    /// <summary>The description, rendered.</summary>
    public string? DescriptionHtml { get; private set; }

    /// <summary>Whether it is open to everybody.</summary>
    public bool Public { get; private set; }

    /// <summary>False once it is archived.</summary>
    public bool Active { get; private set; } = true;

    /// <summary>Whether new projects may be copied from it.</summary>
    public bool Templated { get; private set; }

    /// <summary>The project above it.</summary>
    public long? ParentId { get; private set; }

    /// <summary>The project above it; for queries only.</summary>
    public Project? Parent { get; private set; }

    /// <summary>How it is going; null when nobody has said.</summary>
    public ProjectStatusCode? StatusCode { get; private set; }

    /// <summary>Why it is going so, Markdown.</summary>
    public string? StatusExplanation { get; private set; }

    /// <summary>Why it is going so, rendered.</summary>
    public string? StatusExplanationHtml { get; private set; }

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>The enabled modules.</summary>
    public IReadOnlyCollection<ProjectModule> Modules => modules;

    /// <summary>The types that its work packages may have.</summary>
    public IReadOnlyCollection<ProjectType> Types => types;

    /// <summary>The phases in its life; for queries only.</summary>
    public IReadOnlyCollection<ProjectPhase> Phases => phases;

    /// <summary>A new, active, private project with the default modules, which the verbs have still to fill: name and identifier are required.</summary>
    public static Project Draft(DateTime now, ProjectKind kind = ProjectKind.Project)
    {
        var project = new Project { Kind = kind, CreatedAt = now, UpdatedAt = now };
        project.EnableModules(ProjectModules.Defaults);
        return project;
    }

    /// <summary>
    /// A new, active project like another one, which still needs a name and an identifier of its own, and of custom fields what
    /// whoever copies it sees.
    /// </summary>
    public static Project CopyOf(Project source, DateTime now)
    {
        var copy = new Project { Kind = source.Kind, ParentId = source.ParentId, CreatedAt = now, UpdatedAt = now };
        copy.Describe(source.Description, source.DescriptionHtml);
        copy.Publish(source.Public);
        copy.ReportStatus(source.StatusCode);
        copy.ExplainStatus(source.StatusExplanation, source.StatusExplanationHtml);
        copy.EnableModules(source.Modules.Select(module => module.Name));
        copy.OfferTypes(source.Types.Select(type => type.TypeId));
        return copy;
    }

    /// <summary>A new project.</summary>
    /// <exception cref="BrokenRule">Name or identifier may not be so.</exception>
    public static Project Create(string identifier, string name, DateTime now, ProjectKind kind = ProjectKind.Project)
    {
        var project = Draft(now, kind);
        project.Rename(name);
        project.IdentifyAs(identifier);
        return project;
    }

    /// <summary>Gives it another name.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Rename(string? name) => Name = TextRule.Required(name, "name", "Name", NameLimit);

    /// <summary>Gives it another name in paths.</summary>
    /// <exception cref="BrokenRule">See <see cref="ProjectIdentifier.Checked"/>.</exception>
    public void IdentifyAs(string? identifier) => Identifier = ProjectIdentifier.Checked(identifier);

    /// <summary>Describes it.</summary>
    /// <param name="raw">Markdown.</param>
    /// <param name="html">The same, rendered and cleaned.</param>
    public void Describe(string? raw, string? html) => (Description, DescriptionHtml) = (raw, html);

    /// <summary>Opens it to everybody, or to members only.</summary>
    public void Publish(bool isPublic) => Public = isPublic;

    /// <summary>Archives it (false) or brings it back (true).</summary>
    public void Activate(bool active) => Active = active;

    /// <summary>Makes it a template, or no longer.</summary>
    public void MarkAsTemplate(bool templated) => Templated = templated;

    /// <summary>Puts it below another one, or at the top. That the parent exists and is no descendant is the caller's check.</summary>
    /// <exception cref="BrokenRule">A portfolio, or the project itself.</exception>
    public void MoveBelow(long? parentId)
    {
        if (parentId is not null && Kind == ProjectKind.Portfolio)
            throw new BrokenRule("parent", "Parent must be blank.");
        if (parentId is not null && parentId == Id)
            throw new BrokenRule("parent", "Parent does not exist.");
        ParentId = parentId;
    }

    /// <summary>Says how it is going.</summary>
    public void ReportStatus(ProjectStatusCode? code) => StatusCode = code;

    /// <summary>Says why it is going so.</summary>
    /// <param name="raw">Markdown.</param>
    /// <param name="html">The same, rendered and cleaned.</param>
    public void ExplainStatus(string? raw, string? html) => (StatusExplanation, StatusExplanationHtml) = (raw, html);

    /// <summary>Enables exactly these modules.</summary>
    /// <exception cref="BrokenRule">A name that is no module.</exception>
    public void EnableModules(IEnumerable<string> names)
    {
        var wanted = names.ToHashSet(StringComparer.Ordinal);
        if (wanted.FirstOrDefault(name => !ProjectModules.All.Contains(name)) is { } unknown)
            throw new BrokenRule("enabledModules", $"Module '{unknown}' does not exist.");

        modules.RemoveAll(module => !wanted.Contains(module.Name));
        modules.AddRange(wanted.Except(modules.Select(module => module.Name), StringComparer.Ordinal).Select(name => new ProjectModule(name)));
    }

    /// <summary>Offers exactly these types.</summary>
    public void OfferTypes(IEnumerable<long> typeIds)
    {
        var wanted = typeIds.ToHashSet();
        types.RemoveAll(type => !wanted.Contains(type.TypeId));
        wanted.ExceptWith(types.Select(type => type.TypeId));
        types.AddRange(wanted.Order().Select(typeId => new ProjectType(typeId)));
    }

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
