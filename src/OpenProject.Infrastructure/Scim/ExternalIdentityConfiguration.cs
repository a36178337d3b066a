using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Scim;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Scim;

/// <summary>External ids, found by the id and by whose it is.</summary>
internal sealed class ExternalIdentityConfiguration : IEntityTypeConfiguration<ExternalIdentity>
{
    public void Configure(EntityTypeBuilder<ExternalIdentity> builder)
    {
        builder.ToTable("external_identities");
        builder.Property(identity => identity.Provider).HasMaxLength(ExternalIdentity.ProviderLimit);
        builder.Property(identity => identity.ExternalKey).HasMaxLength(ExternalIdentity.KeyLimit).IsExact();
        builder.HasOne<Principal>().WithMany().HasForeignKey(identity => identity.PrincipalId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(identity => new { identity.Provider, identity.ExternalKey }).IsUnique();
        builder.HasIndex(identity => identity.ExternalKey);
        builder.HasIndex(identity => new { identity.PrincipalId, identity.Provider }).IsUnique();
    }
}
