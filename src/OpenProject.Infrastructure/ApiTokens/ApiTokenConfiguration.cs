using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.ApiTokens;

namespace OpenProject.Infrastructure.ApiTokens;

/// <summary>Keys, found by their hash.</summary>
internal sealed class ApiTokenConfiguration : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("api_tokens");
        builder.Property(token => token.Name).HasMaxLength(ApiToken.NameLimit);
        builder.Property(token => token.TokenHash).HasMaxLength(ApiToken.HashLength).IsFixedLength().IsUnicode(false);
        builder.HasOne(token => token.User).WithMany().HasForeignKey(token => token.UserId);
        builder.HasIndex(token => token.TokenHash).IsUnique();
    }
}
