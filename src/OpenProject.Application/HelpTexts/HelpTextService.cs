using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Common;
using OpenProject.Domain.HelpTexts;

namespace OpenProject.Application.HelpTexts;

/// <summary>Reads what attributes mean; the operator explains them.</summary>
public sealed class HelpTextService(
    ResourceReader reader,
    HelpTextResource resource,
    WorkPackageResource workPackages,
    ProjectResource projects,
    IAggregates<HelpText> texts,
    IMarkdown markdown,
    IUnitOfWork unitOfWork)
{
    /// <summary>All.</summary>
    public Task<Page<HelpTextDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, query, within: null, cancellationToken);

    /// <summary>One.</summary>
    public Task<Document<HelpTextDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>
    /// Explains an attribute, or explains it anew, and returns the text's id; leaves as invalid when there is no such attribute or
    /// nothing is said. Whoever calls it has asked whether that may be done.
    /// </summary>
    public async Task<long> ExplainAsync(HelpTextScope scope, string attribute, string text, CancellationToken cancellationToken)
    {
        var isKnown = scope == HelpTextScope.Project ? projects.FindField(attribute) is not null : workPackages.FindField(attribute) is not null;
        if (!isKnown)
            throw new ProblemException(new Problem.Invalid("attribute", $"Attribute '{attribute}' is none of those that can be explained."));
        var id = await reader.Store.FirstOrDefaultAsync(
            reader.Store.Rows<HelpText>().Where(t => t.Scope == scope && t.Attribute == attribute).Select(t => t.Id), cancellationToken);
        try
        {
            var help = id == 0 ? null : await texts.FindAsync(id, cancellationToken);
            if (help is null)
                texts.Add(help = HelpText.Create(scope, attribute));
            help.Explain(text, markdown.ToHtml(text));
            await unitOfWork.SaveAsync(cancellationToken);
            return help.Id;
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }
    }
}
