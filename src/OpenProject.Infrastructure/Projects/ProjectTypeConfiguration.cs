using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Projects;

namespace OpenProject.Infrastructure.Projects;

/// <summary>A work package type that a project offers.</summary>
internal sealed class ProjectTypeConfiguration : IEntityTypeConfiguration<ProjectType>
{
    public void Configure(EntityTypeBuilder<ProjectType> builder)
    {
        builder.ToTable("project_types");
        builder.HasKey(type => new { type.ProjectId, type.TypeId });
        builder.HasOne(type => type.Type).WithMany().HasForeignKey(type => type.TypeId);
    }
}
