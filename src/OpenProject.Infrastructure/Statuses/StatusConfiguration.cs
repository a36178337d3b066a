using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Common;
using OpenProject.Domain.Statuses;

namespace OpenProject.Infrastructure.Statuses;

/// <summary>Statuses.</summary>
internal sealed class StatusConfiguration : IEntityTypeConfiguration<Status>
{
    public void Configure(EntityTypeBuilder<Status> builder)
    {
        builder.ToTable("statuses");
        builder.Property(status => status.Name).HasMaxLength(Status.NameLimit);
        builder.Property(status => status.Color).HasMaxLength(Color.Limit);
        builder.HasIndex(status => status.Name).IsUnique();
    }
}
