using OpenProject.Application.Common;
using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

/// <summary>
/// Adds things to read to projects: documents, wiki pages, posts and meetings, which API v3 only reads or changes. Whoever calls
/// it has asked whether that may be done.
/// </summary>
public sealed class ProjectContentService(IAggregates<ProjectContent> contents, IMarkdown markdown, IUnitOfWork unitOfWork)
{
    /// <summary>Stores what is made, and returns its id; leaves as invalid when a rule is broken.</summary>
    /// <param name="make">Makes it.</param>
    /// <param name="text">What it says, Markdown; null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<long> AddAsync(Func<ProjectContent> make, string? text, CancellationToken cancellationToken)
    {
        try
        {
            var content = make();
            content.Write(text, markdown.ToHtml(text));
            contents.Add(content);
            await unitOfWork.SaveAsync(cancellationToken);
            return content.Id;
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }
    }
}
