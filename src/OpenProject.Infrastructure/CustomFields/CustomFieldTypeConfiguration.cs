using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Types;

namespace OpenProject.Infrastructure.CustomFields;

/// <summary>Which types of work packages have which fields.</summary>
internal sealed class CustomFieldTypeConfiguration : IEntityTypeConfiguration<CustomFieldType>
{
    public void Configure(EntityTypeBuilder<CustomFieldType> builder)
    {
        builder.ToTable("custom_field_types");
        builder.HasKey(type => new { type.FieldId, type.TypeId });
        builder.HasOne<WorkPackageType>().WithMany().HasForeignKey(type => type.TypeId).OnDelete(DeleteBehavior.Cascade);
    }
}
