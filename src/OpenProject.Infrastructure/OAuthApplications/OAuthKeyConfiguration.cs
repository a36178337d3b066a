using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>Keys: a table that cannot hold a second one for the same purpose.</summary>
internal sealed class OAuthKeyConfiguration : IEntityTypeConfiguration<OAuthKey>
{
    private const int PurposeLimit = 20;
    private const int MaterialLimit = 1000;

    public void Configure(EntityTypeBuilder<OAuthKey> builder)
    {
        builder.ToTable("oauth_keys");
        builder.HasKey(key => key.Purpose);
        builder.Property(key => key.Purpose).HasMaxLength(PurposeLimit);
        builder.Property(key => key.Material).HasMaxLength(MaterialLimit);
    }
}
