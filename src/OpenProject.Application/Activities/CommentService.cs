using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Activities;

/// <summary>Takes comments on work packages.</summary>
public sealed class CommentService(
    ResourceReader reader,
    ActivityResource resource,
    WorkPackageResource workPackages,
    IAggregates<WorkPackage> aggregates,
    IAggregates<WorkPackageJournal> journals,
    IWorkPackageHistory history,
    IUnitOfWork unitOfWork,
    ICurrentActor actor,
    TimeProvider clock)
{
    /// <summary>
    /// Stores a comment on a visible work package; leaves as forbidden for those who may not comment there. The work package's
    /// lock version stays, so that who is editing it is not disturbed.
    /// </summary>
    public async Task<Document<ActivityDto>> CreateAsync(
        long workPackageId, ChangeSet<WorkPackageJournal, ActivityDto> changes, CancellationToken cancellationToken)
    {
        var row = await reader.RowAsync(workPackages, workPackageId, cancellationToken);
        var isInternal = (changes.Find("internal") as PropertyChange<WorkPackageJournal, ActivityDto, bool>)?.Value ?? false;
        if (!ActivityContract.MayComment(isInternal, await reader.Access.InProjectAsync(row.ProjectId)))
            throw new ProblemException(new Problem.Forbidden());
        if (changes.Errors.Count > 0)
            throw new ProblemException(new Problem.Invalid(changes.Errors));
        if (changes.Find("comment") is not PropertyChange<WorkPackageJournal, ActivityDto, Formattable> { Value: var text })
            throw new ProblemException(new Problem.BadRequest("Bad request: comment is missing"));
        var journal = await StoreAsync(workPackageId, CommentOf(text, isInternal), reader.Access.Viewer.UserId, clock.GetUtcNow().UtcDateTime, cancellationToken);
        return await reader.WrittenAsync(resource, journal.Id, cancellationToken);
    }

    private static Comment CommentOf(Formattable text, bool isInternal)
    {
        try
        {
            return new Comment(text.Raw, text.Html, isInternal);
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }
    }

    /// <summary>Stores a comment that somebody has made; that the viewer may do that is the caller's question.</summary>
    /// <param name="workPackageId">The work package.</param>
    /// <param name="comment">What was said.</param>
    /// <param name="userId">Who said it.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<WorkPackageJournal> StoreAsync(long workPackageId, Comment comment, long userId, DateTime at, CancellationToken cancellationToken)
    {
        WorkPackageJournal? journal = null;
        await unitOfWork.InTransactionAsync(
            async token =>
            {
                await history.AdvanceAsync(workPackageId, clock.GetUtcNow().UtcDateTime, token);
                var workPackage = await aggregates.FindAsync(workPackageId, token)
                    ?? throw new ProblemException(new Problem.NotFound(workPackages.NotFoundMessage));
                journal = workPackage.Say(comment, userId, at, actor.Agent);
                journals.Add(journal);
                await unitOfWork.SaveAsync(token);
            },
            cancellationToken);
        return journal!;
    }
}
