using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.SavedQueries;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Principals;

namespace OpenProject.Infrastructure.SavedQueries;

/// <summary>Stored queries, listed by project and by owner.</summary>
internal sealed class SavedQueryConfiguration : IEntityTypeConfiguration<SavedQuery>
{
    public void Configure(EntityTypeBuilder<SavedQuery> builder)
    {
        builder.ToTable("queries");
        builder.Property(query => query.Name).HasMaxLength(SavedQuery.NameLimit);
        builder.Property(query => query.GroupBy).HasMaxLength(SavedQuery.GroupByLimit);
        builder.Property(query => query.TimelineLabels).AsJson();
        builder.Property(query => query.HighlightedAttributes).AsJson();
        builder.Property(query => query.Timestamps).AsJson();
        builder.Property(query => query.Columns).AsJson();
        builder.Property(query => query.SortBy).AsJson();
        builder.Property(query => query.Filters).AsJson();
        builder.HasOne(query => query.User).WithMany().HasForeignKey(query => query.UserId).LeftToDeletedUser();
        builder.HasOne(query => query.Project).WithMany().HasForeignKey(query => query.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(query => query.Positions).WithOne().HasForeignKey(position => position.QueryId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(query => query.Positions).HasField("positions").AutoInclude();
        builder.HasIndex(query => new { query.ProjectId, query.Public });
        builder.HasIndex(query => query.UserId);
        builder.HasIndex(query => query.UpdatedAt);
    }
}
