using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>The closure of the work packages' tree, indexed both ways.</summary>
internal sealed class WorkPackageHierarchyConfiguration : IEntityTypeConfiguration<WorkPackageHierarchy>
{
    public void Configure(EntityTypeBuilder<WorkPackageHierarchy> builder)
    {
        builder.ToTable("work_package_hierarchies");
        builder.HasKey(pair => new { pair.AncestorId, pair.DescendantId });
        builder.HasOne(pair => pair.Ancestor).WithMany().HasForeignKey(pair => pair.AncestorId);
        builder.HasOne(pair => pair.Descendant).WithMany().HasForeignKey(pair => pair.DescendantId);
        builder.HasIndex(pair => new { pair.AncestorId, pair.Depth, pair.DescendantId });
        builder.HasIndex(pair => new { pair.DescendantId, pair.Depth, pair.AncestorId });
    }
}
