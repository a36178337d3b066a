using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Bcf;

namespace OpenProject.Infrastructure.Bcf;

/// <summary>What comments refer to; it goes with the comment.</summary>
internal sealed class BcfCommentLinkConfiguration : IEntityTypeConfiguration<BcfCommentLink>
{
    public void Configure(EntityTypeBuilder<BcfCommentLink> builder)
    {
        builder.ToTable("bcf_comment_links");
        builder.HasOne(link => link.Journal).WithOne().HasForeignKey<BcfCommentLink>(link => link.JournalId).OnDelete(DeleteBehavior.Cascade);

        // A second way for the cascade would be refused; without an action the references are looked at when all cascades are done.
        builder.HasOne(link => link.Viewpoint).WithMany().HasForeignKey(link => link.ViewpointId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne(link => link.ReplyTo).WithMany().HasForeignKey(link => link.ReplyToId).OnDelete(DeleteBehavior.NoAction);
    }
}
