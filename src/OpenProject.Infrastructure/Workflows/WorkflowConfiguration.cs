using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Types;
using OpenProject.Domain.Workflows;

namespace OpenProject.Infrastructure.Workflows;

/// <summary>Steps from status to status.</summary>
internal sealed class WorkflowConfiguration : IEntityTypeConfiguration<Workflow>
{
    public void Configure(EntityTypeBuilder<Workflow> builder)
    {
        builder.ToTable("workflows");
        builder.HasOne<WorkPackageType>().WithMany().HasForeignKey(step => step.TypeId);
        builder.HasOne<Status>().WithMany().HasForeignKey(step => step.OldStatusId);
        builder.HasOne<Status>().WithMany().HasForeignKey(step => step.NewStatusId);
        builder.HasOne<Role>().WithMany().HasForeignKey(step => step.RoleId);
        builder.HasIndex(step => new { step.TypeId, step.OldStatusId, step.RoleId });
    }
}
