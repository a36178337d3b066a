using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Projects;

namespace OpenProject.Infrastructure.Projects;

/// <summary>A module that a project uses.</summary>
internal sealed class ProjectModuleConfiguration : IEntityTypeConfiguration<ProjectModule>
{
    public void Configure(EntityTypeBuilder<ProjectModule> builder)
    {
        builder.ToTable("project_modules");
        builder.HasKey(module => new { module.ProjectId, module.Name });
        builder.Property(module => module.Name).HasMaxLength(ProjectModules.NameLimit);
        builder.HasIndex(module => new { module.Name, module.ProjectId });
    }
}
