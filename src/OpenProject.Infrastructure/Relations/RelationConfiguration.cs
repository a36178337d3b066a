using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Relations;

namespace OpenProject.Infrastructure.Relations;

/// <summary>
/// Relations, found from either end. They go with both their ends, which no cascade can say for two keys to the same table: the
/// tree of work packages does it.
/// </summary>
internal sealed class RelationConfiguration : IEntityTypeConfiguration<Relation>
{
    public void Configure(EntityTypeBuilder<Relation> builder)
    {
        builder.ToTable("relations");
        builder.HasOne(relation => relation.From).WithMany().HasForeignKey(relation => relation.FromId);
        builder.HasOne(relation => relation.To).WithMany().HasForeignKey(relation => relation.ToId);
        builder.HasIndex(relation => relation.Type);
        builder.HasIndex(relation => new { relation.FromId, relation.ToId }).IsUnique();
        builder.HasIndex(relation => new { relation.FromId, relation.Type, relation.ToId });
        builder.HasIndex(relation => new { relation.ToId, relation.Type, relation.FromId });
    }
}
