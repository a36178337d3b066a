using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.HelpTexts;

namespace OpenProject.Infrastructure.HelpTexts;

/// <summary>What attributes mean; one text for each.</summary>
internal sealed class HelpTextConfiguration : IEntityTypeConfiguration<HelpText>
{
    public void Configure(EntityTypeBuilder<HelpText> builder)
    {
        builder.ToTable("help_texts");
        builder.Property(text => text.Attribute).HasMaxLength(HelpText.AttributeLimit);
        builder.HasIndex(text => new { text.Scope, text.Attribute }).IsUnique();
    }
}
