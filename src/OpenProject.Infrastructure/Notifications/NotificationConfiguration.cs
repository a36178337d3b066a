using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Notifications;
using OpenProject.Infrastructure.Principals;

namespace OpenProject.Infrastructure.Notifications;

/// <summary>Notifications, listed for one user. Nobody is told twice of an activity, nor of a date on one day, whatever the servers do.</summary>
internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("notifications");
        builder.HasOne(n => n.Recipient).WithMany().HasForeignKey(n => n.RecipientId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(n => n.WorkPackage).WithMany().HasForeignKey(n => n.WorkPackageId).OnDelete(DeleteBehavior.Cascade);

        // A second way for the cascade would be refused; without an action the reference is looked at when all cascades are done.
        builder.HasOne(n => n.Activity).WithMany().HasForeignKey(n => n.ActivityId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne(n => n.Actor).WithMany().HasForeignKey(n => n.ActorId).LeftToDeletedUser();
        builder.HasIndex(n => new { n.RecipientId, n.Read, n.Id });
        builder.HasIndex(n => new { n.ActivityId, n.RecipientId }).IsUnique().HasFilter("activity_id IS NOT NULL");
        builder.HasIndex(n => new { n.WorkPackageId, n.RecipientId, n.AlertedDate, n.AlertedOn }).IsUnique().HasFilter("alerted_on IS NOT NULL");
    }
}
