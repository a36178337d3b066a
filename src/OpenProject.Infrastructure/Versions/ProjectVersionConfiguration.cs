using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Versions;
using OpenProject.Infrastructure.CustomFields;

namespace OpenProject.Infrastructure.Versions;

/// <summary>Versions of a project.</summary>
internal sealed class ProjectVersionConfiguration : IEntityTypeConfiguration<ProjectVersion>
{
    public void Configure(EntityTypeBuilder<ProjectVersion> builder)
    {
        builder.ToTable("versions");
        builder.OwnsCustomValues("version_custom_values");
        builder.Property(version => version.Name).HasMaxLength(ProjectVersion.NameLimit);
        builder.Property(version => version.SortName).HasMaxLength(ProjectVersion.SortNameLimit);
        builder.HasOne(version => version.Project).WithMany().HasForeignKey(version => version.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(version => new { version.ProjectId, version.Name }).IsUnique();
        builder.HasIndex(version => version.SortName);
    }
}
