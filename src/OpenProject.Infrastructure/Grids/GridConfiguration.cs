using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Grids;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Grids;

/// <summary>Grids; of a page of one's own a user has one, boards a project has any number of.</summary>
internal sealed class GridConfiguration : IEntityTypeConfiguration<Grid>
{
    public void Configure(EntityTypeBuilder<Grid> builder)
    {
        builder.ToTable("grids");
        builder.Property(grid => grid.Name).HasMaxLength(Grid.NameLimit);
        builder.Property(grid => grid.Widgets).AsJson();
        builder.HasOne(grid => grid.User).WithMany().HasForeignKey(grid => grid.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(grid => grid.Project).WithMany().HasForeignKey(grid => grid.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(grid => new { grid.UserId, grid.Page }).IsUnique();
        builder.HasIndex(grid => grid.ProjectId);
    }
}
