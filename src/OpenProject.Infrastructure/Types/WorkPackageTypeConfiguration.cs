using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Common;
using OpenProject.Domain.Types;

namespace OpenProject.Infrastructure.Types;

/// <summary>Types of work packages.</summary>
internal sealed class WorkPackageTypeConfiguration : IEntityTypeConfiguration<WorkPackageType>
{
    public void Configure(EntityTypeBuilder<WorkPackageType> builder)
    {
        builder.ToTable("types");
        builder.Property(type => type.Name).HasMaxLength(WorkPackageType.NameLimit);
        builder.Property(type => type.Color).HasMaxLength(Color.Limit);
        builder.HasIndex(type => type.Name).IsUnique();
    }
}
