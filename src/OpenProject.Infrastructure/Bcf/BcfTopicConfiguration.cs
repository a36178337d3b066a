using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Bcf;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Bcf;

/// <summary>Topics, one a work package at most; they go with it.</summary>
internal sealed class BcfTopicConfiguration : IEntityTypeConfiguration<BcfTopic>
{
    public void Configure(EntityTypeBuilder<BcfTopic> builder)
    {
        builder.ToTable("bcf_topics");
        builder.Property(topic => topic.Guid).HasMaxLength(BcfGuid.Length).IsFixedLength().IsUnicode(false);
        builder.Property(topic => topic.Stage).HasMaxLength(BcfTopic.WordLimit);
        builder.Property(topic => topic.SnippetType).HasMaxLength(BimSnippet.TypeLimit);
        builder.Property(topic => topic.SnippetReference).HasMaxLength(BimSnippet.ReferenceLimit);
        builder.Property(topic => topic.SnippetReferenceSchema).HasMaxLength(BimSnippet.ReferenceLimit);
        builder.Property(topic => topic.ReferenceLinks).AsJson();
        builder.Property(topic => topic.ModelFiles).AsJson();
        builder.Property(topic => topic.RelatedGuids).AsJson();
        builder.Ignore(topic => topic.Labels);
        builder.HasOne(topic => topic.WorkPackage).WithOne().HasForeignKey<BcfTopic>(topic => topic.WorkPackageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(topic => topic.SnippetFile).WithMany().HasForeignKey(topic => topic.SnippetFileId);
        builder.HasIndex(topic => topic.Guid).IsUnique();
    }
}
