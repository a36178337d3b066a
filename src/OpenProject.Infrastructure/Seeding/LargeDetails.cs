using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Application.CustomFields;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Notifications;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>What an installation that has been in use has besides: fields of its own, and things that the administrator has been told.</summary>
internal sealed class LargeDetails(OpenProjectDbContext context, IUnitOfWork unitOfWork, CustomFieldDefinitionService fields)
{
    private const int Described = 60;
    private const int Told = 30;

    /// <summary>Stores it.</summary>
    public async Task AddAsync(BaseData data, CancellationToken cancellationToken)
    {
        var venue = await fields.CreateAsync(
            new CustomFieldSpec("Venue", CustomizedKind.WorkPackage, CustomFieldFormat.List) { Options = ["Main hall", "Garden", "Online"] }, cancellationToken);
        var region = await fields.CreateAsync(
            new CustomFieldSpec("Region", CustomizedKind.WorkPackage, CustomFieldFormat.Hierarchy) { Items = ["Europe/France", "Europe/Italy", "Asia/Japan"] }, cancellationToken);
        var options = await context.Set<CustomOption>().Where(o => o.FieldId == venue).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancellationToken);
        var items = await context.Set<HierarchyItem>().Where(i => i.FieldId == region && i.ParentId != null).OrderBy(i => i.Id).Select(i => i.Id).ToListAsync(cancellationToken);
        var work = await context.Set<WorkPackage>().AsTracking().OrderBy(w => w.Id).Take(Described).ToListAsync(cancellationToken);
        foreach (var (index, row) in work.Index())
        {
            row.Customize(venue, [CustomValue.To(options[index % options.Count])]);
            row.Customize(region, [CustomValue.To(items[index % items.Count])]);
        }

        var journals = await context.Set<WorkPackageJournal>().OrderBy(j => j.Id).Take(Told).ToListAsync(cancellationToken);
        context.AddRange(journals.Select(j => Notification.OfActivity(data.AdminId, j, j.UserId, NotificationReason.Watched, data.Now)));
        context.AddRange(work.Where(w => w.DueDate is not null).Take(Told).Select(w => Notification.OfDate(data.AdminId, w.Id, AlertedDate.DueDate, data.Today, data.Now)));
        await unitOfWork.SaveAsync(cancellationToken);
    }
}
