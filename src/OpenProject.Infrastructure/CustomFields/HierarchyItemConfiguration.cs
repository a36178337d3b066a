using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Infrastructure.CustomFields;

/// <summary>Items of hierarchies.</summary>
internal sealed class HierarchyItemConfiguration : IEntityTypeConfiguration<HierarchyItem>
{
    public void Configure(EntityTypeBuilder<HierarchyItem> builder)
    {
        builder.ToTable("hierarchy_items");
        builder.Property(item => item.Label).HasMaxLength(HierarchyItem.LabelLimit);
        builder.Property(item => item.Short).HasMaxLength(HierarchyItem.ShortLimit);
        builder.Property(item => item.Weight).HasPrecision(28, HierarchyItem.WeightScale);
        builder.HasOne(item => item.Field).WithMany().HasForeignKey(item => item.FieldId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(item => item.Parent).WithMany().HasForeignKey(item => item.ParentId);
        builder.HasIndex(item => new { item.FieldId, item.ParentId, item.Position });
    }
}
