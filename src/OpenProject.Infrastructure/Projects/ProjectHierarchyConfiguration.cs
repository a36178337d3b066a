using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Projects;

namespace OpenProject.Infrastructure.Projects;

/// <summary>The closure of the projects' tree, indexed both ways.</summary>
internal sealed class ProjectHierarchyConfiguration : IEntityTypeConfiguration<ProjectHierarchy>
{
    public void Configure(EntityTypeBuilder<ProjectHierarchy> builder)
    {
        builder.ToTable("project_hierarchies");
        builder.HasKey(pair => new { pair.AncestorId, pair.DescendantId });
        builder.HasOne(pair => pair.Ancestor).WithMany().HasForeignKey(pair => pair.AncestorId);
        builder.HasOne(pair => pair.Descendant).WithMany().HasForeignKey(pair => pair.DescendantId);
        builder.HasIndex(pair => new { pair.DescendantId, pair.Depth, pair.AncestorId });
    }
}
