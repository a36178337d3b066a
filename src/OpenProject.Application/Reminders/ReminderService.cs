using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.Reminders;

namespace OpenProject.Application.Reminders;

/// <summary>Lists and writes one's own reminders that are still to come.</summary>
public sealed class ReminderService(
    ResourceReader reader,
    ResourceWriter writer,
    ReminderResource resource,
    ReminderContract contract,
    WorkPackageResource workPackages,
    IAggregates<Reminder> aggregates,
    IUnitOfWork unitOfWork)
{
    private const string Second = "You can only set one reminder at a time for a work package. Please delete or update the existing reminder.";

    private WritePlan<Reminder, ReminderDto> Writes => new(resource, contract, aggregates);

    /// <summary>All, the earliest first.</summary>
    public Task<Page<ReminderDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, query, within: null, cancellationToken);

    /// <summary>Those of a visible work package.</summary>
    public async Task<Page<ReminderDto>> ListOfAsync(long workPackageId, CollectionQuery query, CancellationToken cancellationToken)
    {
        await reader.RowAsync(workPackages, workPackageId, cancellationToken);
        return await reader.ListAsync(resource, query, reader.Visible(resource).Where(r => r.WorkPackageId == workPackageId), cancellationToken);
    }

    /// <summary>Stores one of a visible work package; leaves as conflict when there is one, and as forbidden for visitors without a name.</summary>
    public async Task<Document<ReminderDto>> CreateAsync(long workPackageId, ChangeSet<Reminder, ReminderDto> changes, CancellationToken cancellationToken)
    {
        await reader.RowAsync(workPackages, workPackageId, cancellationToken);
        if (reader.Access.Viewer.IsAnonymous)
            throw new ProblemException(new Problem.Forbidden());
        var present = reader.Visible(resource).Where(r => r.WorkPackageId == workPackageId);
        if (await reader.Store.AnyAsync(present, cancellationToken))
            throw new ProblemException(new Problem.Conflict(Second));
        var draft = Reminder.Draft(reader.Access.Viewer.UserId, workPackageId);
        try
        {
            await writer.CreateAsync(Writes, draft, changes, cancellationToken);
        }
        catch (ProblemException refused) when (refused.Problem is Problem.Invalid { Errors: [{ Attribute: "workPackage", Kind: FieldErrorKind.Taken }] })
        {
            // Another one has come between the question and the save.
            throw new ProblemException(new Problem.Conflict(Second));
        }

        return await reader.WrittenAsync(resource, draft.Id, cancellationToken);
    }

    /// <summary>Stores changes.</summary>
    public async Task<Document<ReminderDto>> UpdateAsync(long id, ChangeSet<Reminder, ReminderDto> changes, CancellationToken cancellationToken)
    {
        await writer.UpdateAsync(Writes, id, changes, cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>Removes one.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        var (reminder, _) = await writer.TakeAsync(Writes, id, cancellationToken);
        aggregates.Remove(reminder);
        await unitOfWork.SaveAsync(cancellationToken);
    }
}
