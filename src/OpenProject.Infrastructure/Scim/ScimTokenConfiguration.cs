using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Scim;

namespace OpenProject.Infrastructure.Scim;

/// <summary>Keys of clients, found by their hash.</summary>
internal sealed class ScimTokenConfiguration : IEntityTypeConfiguration<ScimToken>
{
    public void Configure(EntityTypeBuilder<ScimToken> builder)
    {
        builder.ToTable("scim_tokens");
        builder.Property(token => token.TokenHash).HasMaxLength(ScimToken.HashLength).IsFixedLength().IsUnicode(false);
        builder.HasOne(token => token.Client).WithMany().HasForeignKey(token => token.ClientId);
        builder.HasIndex(token => token.TokenHash).IsUnique();
    }
}
