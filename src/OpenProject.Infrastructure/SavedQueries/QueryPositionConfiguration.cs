using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.SavedQueries;

namespace OpenProject.Infrastructure.SavedQueries;

/// <summary>The orders that people gave queries by hand.</summary>
internal sealed class QueryPositionConfiguration : IEntityTypeConfiguration<QueryPosition>
{
    public void Configure(EntityTypeBuilder<QueryPosition> builder)
    {
        builder.ToTable("query_positions");
        builder.HasKey(position => new { position.QueryId, position.WorkPackageId });
        builder.HasOne(position => position.WorkPackage).WithMany().HasForeignKey(position => position.WorkPackageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(position => new { position.QueryId, position.Position });
    }
}
