using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Common;
using OpenProject.Domain.Priorities;

namespace OpenProject.Infrastructure.Priorities;

/// <summary>Priorities.</summary>
internal sealed class PriorityConfiguration : IEntityTypeConfiguration<Priority>
{
    public void Configure(EntityTypeBuilder<Priority> builder)
    {
        builder.ToTable("priorities");
        builder.Property(priority => priority.Name).HasMaxLength(Priority.NameLimit);
        builder.Property(priority => priority.Color).HasMaxLength(Color.Limit);
        builder.HasIndex(priority => priority.Name).IsUnique();
    }
}
