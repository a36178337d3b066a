using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Bcf;

namespace OpenProject.Infrastructure.Bcf;

/// <summary>The words of projects; they go with the project.</summary>
internal sealed class BcfWordConfiguration : IEntityTypeConfiguration<BcfWord>
{
    public void Configure(EntityTypeBuilder<BcfWord> builder)
    {
        builder.ToTable("bcf_words");
        builder.Property(word => word.Text).HasMaxLength(BcfTopic.WordLimit);
        builder.HasOne(word => word.Project).WithMany().HasForeignKey(word => word.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(word => new { word.ProjectId, word.Kind, word.Text }).IsUnique();
    }
}
