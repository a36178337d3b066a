using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Infrastructure.CustomFields;

/// <summary>Custom fields with their options, types and projects.</summary>
internal sealed class CustomFieldConfiguration : IEntityTypeConfiguration<CustomField>
{
    public void Configure(EntityTypeBuilder<CustomField> builder)
    {
        builder.ToTable("custom_fields");
        builder.Property(field => field.Name).HasMaxLength(CustomField.NameLimit);
        builder.Property(field => field.Pattern).HasMaxLength(CustomField.PatternLimit);
        builder.HasMany(field => field.Options).WithOne(option => option.Field).HasForeignKey(option => option.FieldId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(field => field.Types).WithOne().HasForeignKey(type => type.FieldId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(field => field.Projects).WithOne().HasForeignKey(project => project.FieldId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(field => field.Options).HasField("options").AutoInclude();
        builder.Navigation(field => field.Types).HasField("types").AutoInclude();
        builder.Navigation(field => field.Projects).HasField("projects").AutoInclude();
        builder.HasIndex(field => new { field.Customizes, field.Name }).IsUnique();
    }
}
