using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.CustomFields;
using OpenProject.Infrastructure.Principals;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>Work packages, with an index for each way they are listed by default, and for filters that may leave very few of very many.</summary>
internal sealed class WorkPackageConfiguration : IEntityTypeConfiguration<WorkPackage>
{
    public void Configure(EntityTypeBuilder<WorkPackage> builder)
    {
        builder.ToTable("work_packages");
        builder.OwnsCustomValues("work_package_custom_values");
        builder.Property(workPackage => workPackage.Subject).HasMaxLength(WorkPackage.SubjectLimit);

        // Comments count it up without changing the row otherwise: who writes the next journal at the same time is refused.
        builder.Property(workPackage => workPackage.JournalVersion).IsConcurrencyToken();
        builder.HasOne(workPackage => workPackage.Project).WithMany().HasForeignKey(workPackage => workPackage.ProjectId);
        builder.HasOne(workPackage => workPackage.Type).WithMany().HasForeignKey(workPackage => workPackage.TypeId);
        builder.HasOne(workPackage => workPackage.Status).WithMany().HasForeignKey(workPackage => workPackage.StatusId);
        builder.HasOne(workPackage => workPackage.Priority).WithMany().HasForeignKey(workPackage => workPackage.PriorityId);
        builder.HasOne(workPackage => workPackage.Author).WithMany().HasForeignKey(workPackage => workPackage.AuthorId).LeftToDeletedUser();
        builder.HasOne(workPackage => workPackage.Assignee).WithMany().HasForeignKey(workPackage => workPackage.AssigneeId).LeftToDeletedUser();
        builder.HasOne(workPackage => workPackage.Responsible).WithMany().HasForeignKey(workPackage => workPackage.ResponsibleId).LeftToDeletedUser();
        builder.HasOne(workPackage => workPackage.Category).WithMany().HasForeignKey(workPackage => workPackage.CategoryId);
        builder.HasOne(workPackage => workPackage.Sprint).WithMany().HasForeignKey(workPackage => workPackage.SprintId);
        builder.HasOne(workPackage => workPackage.Phase).WithMany().HasForeignKey(workPackage => workPackage.PhaseId);
        builder.HasOne(workPackage => workPackage.Budget).WithMany().HasForeignKey(workPackage => workPackage.BudgetId);
        builder.HasOne(workPackage => workPackage.Version).WithMany().HasForeignKey(workPackage => workPackage.VersionId);
        builder.HasOne(workPackage => workPackage.Parent).WithMany().HasForeignKey(workPackage => workPackage.ParentId);
        builder.HasIndex(workPackage => new { workPackage.ProjectId, workPackage.UpdatedAt, workPackage.Id }).IsDescending(false, true, true);
        builder.HasIndex(workPackage => new { workPackage.UpdatedAt, workPackage.Id }).IsDescending();
        builder.HasIndex(workPackage => new { workPackage.ProjectId, workPackage.CreatedAt });
        builder.HasIndex(workPackage => new { workPackage.ProjectId, workPackage.StatusId });
        builder.HasIndex(workPackage => workPackage.StatusId);

        // The open ones and the closed ones, each in order, whichever are few; with the project, which says who sees them.
        builder.HasIndex(workPackage => new { workPackage.Id, workPackage.ProjectId }, "IX_work_packages_open").HasFilter($"status_kind = {StatusKind.Open:D}");
        builder.HasIndex(workPackage => new { workPackage.Id, workPackage.ProjectId }, "IX_work_packages_closed").HasFilter($"status_kind = {StatusKind.Closed:D}");
        builder.HasIndex(workPackage => workPackage.StartDate);
        builder.HasIndex(workPackage => workPackage.DueDate);
        builder.HasIndex(workPackage => workPackage.CreatedAt);

        // Alone, so that those of one person, and those of nobody, come in the order of their ids.
        builder.HasIndex(workPackage => workPackage.AssigneeId);
    }
}
