using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Reminders;

namespace OpenProject.Infrastructure.Reminders;

/// <summary>Reminders; of a work package a user has one that is still to come.</summary>
internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("reminders");
        builder.Property(reminder => reminder.Note).HasMaxLength(Reminder.NoteLimit);
        builder.Property(reminder => reminder.RemindAt).IsRequired();

        // What is told while it is being changed is over; the change must not pass for one of what is still to come.
        builder.Property(reminder => reminder.RemindedAt).IsConcurrencyToken();
        builder.HasOne(reminder => reminder.User).WithMany().HasForeignKey(reminder => reminder.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(reminder => reminder.WorkPackage).WithMany().HasForeignKey(reminder => reminder.WorkPackageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(reminder => new { reminder.UserId, reminder.WorkPackageId }).IsUnique().HasFilter("reminded_at IS NULL");
        builder.HasIndex(reminder => reminder.RemindAt).HasFilter("reminded_at IS NULL");
    }
}
