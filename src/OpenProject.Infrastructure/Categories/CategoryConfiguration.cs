using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Categories;

namespace OpenProject.Infrastructure.Categories;

/// <summary>Categories of a project.</summary>
internal sealed class CategoryConfiguration : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> builder)
    {
        builder.ToTable("categories");
        builder.Property(category => category.Name).HasMaxLength(Category.NameLimit);
        builder.HasOne(category => category.Project).WithMany().HasForeignKey(category => category.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(category => category.DefaultAssignee).WithMany().HasForeignKey(category => category.DefaultAssigneeId);
        builder.HasIndex(category => new { category.ProjectId, category.Name }).IsUnique();
    }
}
