using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Grids;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Grids;

/// <summary>Grids; of a page a user has one.</summary>
internal sealed class GridConfiguration : IEntityTypeConfiguration<Grid>
{
    public void Configure(EntityTypeBuilder<Grid> builder)
    {
        builder.ToTable("grids");
        builder.Property(grid => grid.Scope).HasMaxLength(Grid.ScopeLimit);
        builder.Property(grid => grid.Widgets).AsJson();
        builder.HasOne(grid => grid.User).WithMany().HasForeignKey(grid => grid.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(grid => new { grid.UserId, grid.Scope }).IsUnique();
    }
}
