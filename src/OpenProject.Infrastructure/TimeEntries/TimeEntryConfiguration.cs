using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.TimeEntries;
using OpenProject.Infrastructure.CustomFields;
using OpenProject.Infrastructure.Principals;

namespace OpenProject.Infrastructure.TimeEntries;

/// <summary>Time entries, listed by day, and summed by work package. They go with the project and with the work package.</summary>
internal sealed class TimeEntryConfiguration : IEntityTypeConfiguration<TimeEntry>
{
    public void Configure(EntityTypeBuilder<TimeEntry> builder)
    {
        builder.ToTable("time_entries");
        builder.OwnsCustomValues("time_entry_custom_values");
        builder.Property(entry => entry.Comment).HasMaxLength(TimeEntry.CommentLimit);
        builder.HasOne(entry => entry.Project).WithMany().HasForeignKey(entry => entry.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(entry => entry.WorkPackage).WithMany().HasForeignKey(entry => entry.WorkPackageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(entry => entry.User).WithMany().HasForeignKey(entry => entry.UserId).LeftToDeletedUser();
        builder.HasOne(entry => entry.Activity).WithMany().HasForeignKey(entry => entry.ActivityId);
        builder.HasIndex(entry => new { entry.SpentOn, entry.Id });
        builder.HasIndex(entry => new { entry.ProjectId, entry.SpentOn, entry.Id });
        builder.HasIndex(entry => entry.WorkPackageId).IncludeProperties(entry => new { entry.ProjectId, entry.UserId, entry.Minutes });

        // Nobody works on two things at once. What the deleted user takes over has come to its end before.
        builder.HasIndex(entry => entry.UserId, "IX_time_entries_user_id_ongoing").IsUnique().HasFilter("ongoing = 1");
        builder.HasIndex(entry => new { entry.UserId, entry.SpentOn });
    }
}
