using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Infrastructure.CustomFields;

/// <summary>Options of lists.</summary>
internal sealed class CustomOptionConfiguration : IEntityTypeConfiguration<CustomOption>
{
    public void Configure(EntityTypeBuilder<CustomOption> builder)
    {
        builder.ToTable("custom_options");
        builder.Property(option => option.Value).HasMaxLength(CustomOption.ValueLimit);
    }
}
