using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.FileLinks;
using OpenProject.Infrastructure.Principals;

namespace OpenProject.Infrastructure.FileLinks;

/// <summary>Links to files, found by work package and by file; they go with the work package and with the storage.</summary>
internal sealed class FileLinkConfiguration : IEntityTypeConfiguration<FileLink>
{
    public void Configure(EntityTypeBuilder<FileLink> builder)
    {
        builder.ToTable("file_links");
        builder.Property(link => link.OriginId).HasMaxLength(FileLink.OriginIdLimit);
        builder.Property(link => link.OriginName).HasMaxLength(FileLink.NameLimit);
        builder.Property(link => link.OriginMimeType).HasMaxLength(FileLink.NameLimit);
        builder.Property(link => link.OriginCreatedByName).HasMaxLength(FileLink.NameLimit);
        builder.Property(link => link.OriginLastModifiedByName).HasMaxLength(FileLink.NameLimit);
        builder.HasOne(link => link.WorkPackage).WithMany().HasForeignKey(link => link.WorkPackageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(link => link.Storage).WithMany().HasForeignKey(link => link.StorageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(link => link.Creator).WithMany().HasForeignKey(link => link.CreatorId).LeftToDeletedUser();
        builder.HasIndex(link => new { link.WorkPackageId, link.StorageId, link.OriginId }).IsUnique();
        builder.HasIndex(link => new { link.OriginId, link.StorageId });
    }
}
