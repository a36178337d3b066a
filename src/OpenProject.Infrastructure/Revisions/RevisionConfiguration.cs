using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Revisions;
using OpenProject.Infrastructure.Principals;

namespace OpenProject.Infrastructure.Revisions;

/// <summary>Revisions, each of which a project has once.</summary>
internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("revisions");
        builder.Property(revision => revision.Identifier).HasMaxLength(Revision.IdentifierLimit);
        builder.Property(revision => revision.AuthorName).HasMaxLength(Revision.AuthorLimit);
        builder.Property(revision => revision.Address).HasMaxLength(Revision.AddressLimit);
        builder.HasOne(revision => revision.Project).WithMany().HasForeignKey(revision => revision.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(revision => revision.User).WithMany().HasForeignKey(revision => revision.UserId).LeftToDeletedUser();
        builder.HasMany(revision => revision.Mentions).WithOne().HasForeignKey(mention => mention.RevisionId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(revision => revision.Mentions).HasField("mentions").AutoInclude();
        builder.HasIndex(revision => new { revision.ProjectId, revision.Identifier }).IsUnique();
    }
}
