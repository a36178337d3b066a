using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Projects;
using OpenProject.Infrastructure.CustomFields;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Projects;

/// <summary>Projects with their modules and types.</summary>
internal sealed class ProjectConfiguration : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("projects");
        builder.OwnsCustomValues("project_custom_values");
        builder.Property(project => project.CustomComments).AsJson();
        builder.Property(project => project.Identifier).HasMaxLength(ProjectIdentifier.Limit);
        builder.Property(project => project.Name).HasMaxLength(Project.NameLimit);
        builder.HasOne(project => project.Parent).WithMany().HasForeignKey(project => project.ParentId);
        builder.HasMany(project => project.Modules).WithOne().HasForeignKey(module => module.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(project => project.Types).WithOne().HasForeignKey(type => type.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(project => project.Modules).HasField("modules").AutoInclude();
        builder.Navigation(project => project.Types).HasField("types").AutoInclude();
        builder.HasIndex(project => project.Identifier).IsUnique();
        builder.HasIndex(project => project.Name);
    }
}
