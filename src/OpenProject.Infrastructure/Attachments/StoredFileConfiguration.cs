using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Attachments;

namespace OpenProject.Infrastructure.Attachments;

/// <summary>Files. Whoever finishes one that was doomed meanwhile is refused.</summary>
internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("stored_files");
        builder.Property(file => file.Key).HasMaxLength(StoredFile.KeyLength).IsFixedLength().IsUnicode(false);
        builder.Property(file => file.Md5).HasMaxLength(StoredFile.DigestLength).IsFixedLength().IsUnicode(false);
        builder.Property(file => file.ContentType).HasMaxLength(StoredFile.ContentTypeLimit);
        builder.Property(file => file.State).IsConcurrencyToken();
        builder.HasIndex(file => file.Key).IsUnique();
        builder.HasIndex(file => new { file.State, file.KeptUntil });
    }
}
