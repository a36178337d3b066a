using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Revisions;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Infrastructure.Revisions;

/// <summary>Which revisions are about which work packages, found from both ends.</summary>
internal sealed class RevisionMentionConfiguration : IEntityTypeConfiguration<RevisionMention>
{
    public void Configure(EntityTypeBuilder<RevisionMention> builder)
    {
        builder.ToTable("revision_mentions");
        builder.HasKey(mention => new { mention.WorkPackageId, mention.RevisionId });
        builder.HasOne<WorkPackage>().WithMany().HasForeignKey(mention => mention.WorkPackageId).OnDelete(DeleteBehavior.Cascade);
    }
}
