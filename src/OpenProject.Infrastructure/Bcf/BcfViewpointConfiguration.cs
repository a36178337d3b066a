using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Bcf;

namespace OpenProject.Infrastructure.Bcf;

/// <summary>Viewpoints; they go with the topic, and their images with them.</summary>
internal sealed class BcfViewpointConfiguration : IEntityTypeConfiguration<BcfViewpoint>
{
    public void Configure(EntityTypeBuilder<BcfViewpoint> builder)
    {
        builder.ToTable("bcf_viewpoints");
        builder.Property(viewpoint => viewpoint.Guid).HasMaxLength(BcfGuid.Length).IsFixedLength().IsUnicode(false);
        builder.Property(viewpoint => viewpoint.SnapshotType).HasMaxLength(BcfViewpoint.ImageTypeLimit);
        builder.HasOne(viewpoint => viewpoint.Topic).WithMany().HasForeignKey(viewpoint => viewpoint.TopicId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(viewpoint => viewpoint.SnapshotFile).WithMany().HasForeignKey(viewpoint => viewpoint.SnapshotFileId);
        builder.HasMany(viewpoint => viewpoint.Bitmaps).WithOne().HasForeignKey(bitmap => bitmap.ViewpointId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(viewpoint => viewpoint.Bitmaps).HasField("bitmaps").AutoInclude();
        builder.HasIndex(viewpoint => new { viewpoint.TopicId, viewpoint.Guid }).IsUnique();
    }
}
