using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.CustomFields;
using OpenProject.Infrastructure.Principals;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>The states of a work package. What they name may be gone since, so only the work package and the author are foreign keys.</summary>
internal sealed class WorkPackageJournalConfiguration : IEntityTypeConfiguration<WorkPackageJournal>
{
    public void Configure(EntityTypeBuilder<WorkPackageJournal> builder)
    {
        builder.ToTable("work_package_journals");
        builder.Property(journal => journal.Subject).HasMaxLength(WorkPackage.SubjectLimit);
        builder.Property(journal => journal.Agent).HasMaxLength(WorkPackageJournal.AgentLimit);
        builder.HasOne(journal => journal.WorkPackage).WithMany().HasForeignKey(journal => journal.WorkPackageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(journal => journal.User).WithMany().HasForeignKey(journal => journal.UserId).LeftToDeletedUser();
        builder.Property(journal => journal.CommentGuid).HasMaxLength(BcfGuid.Length).IsFixedLength().IsUnicode(false);
        builder.OwnsCustomValues("work_package_journal_custom_values", isSearched: false);
        builder.HasIndex(journal => new { journal.WorkPackageId, journal.Version }).IsUnique();
        builder.HasIndex(journal => new { journal.WorkPackageId, journal.CommentGuid }).IsUnique().HasFilter("comment_guid IS NOT NULL");

        // What has still to be told is the outbox: it is there when the change is, and costs no row of its own.
        builder.HasIndex(journal => journal.Id, "IX_work_package_journals_untold").HasFilter("notified_at IS NULL");
    }
}
