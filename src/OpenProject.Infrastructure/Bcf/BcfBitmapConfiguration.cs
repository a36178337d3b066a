using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Bcf;

namespace OpenProject.Infrastructure.Bcf;

/// <summary>Images in viewpoints.</summary>
internal sealed class BcfBitmapConfiguration : IEntityTypeConfiguration<BcfBitmap>
{
    public void Configure(EntityTypeBuilder<BcfBitmap> builder)
    {
        builder.ToTable("bcf_bitmaps");
        builder.Property(bitmap => bitmap.Guid).HasMaxLength(BcfGuid.Length).IsFixedLength().IsUnicode(false);
        builder.Property(bitmap => bitmap.Type).HasMaxLength(BcfViewpoint.ImageTypeLimit);
        builder.HasOne(bitmap => bitmap.File).WithMany().HasForeignKey(bitmap => bitmap.FileId);
        builder.HasIndex(bitmap => new { bitmap.ViewpointId, bitmap.Guid }).IsUnique();
    }
}
