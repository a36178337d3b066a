using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>
/// Tokens. They are reached from the application and from the authorization, and SQL Server follows one way of the two:
/// whoever removes either removes the tokens first.
/// </summary>
internal sealed class OAuthTokenConfiguration : IEntityTypeConfiguration<OAuthToken>
{
    private const int ReferenceLimit = 100;
    private const int TypeLimit = 100;

    public void Configure(EntityTypeBuilder<OAuthToken> builder)
    {
        builder.ToTable("oauth_tokens");
        builder.Property(token => token.ConcurrencyToken).HasMaxLength(OAuthClientConfiguration.WordLimit).IsConcurrencyToken();
        builder.Property(token => token.ReferenceId).HasMaxLength(ReferenceLimit);
        builder.Property(token => token.Status).HasMaxLength(OAuthClientConfiguration.WordLimit);
        builder.Property(token => token.Subject).HasMaxLength(OAuthAuthorizationConfiguration.SubjectLimit);
        builder.Property(token => token.Type).HasMaxLength(TypeLimit);
        builder.HasOne(token => token.Application).WithMany(client => client.Tokens).HasForeignKey("ApplicationId");
        builder.HasOne(token => token.Authorization).WithMany(authorization => authorization.Tokens).HasForeignKey("AuthorizationId");
        builder.HasIndex(token => token.ReferenceId).IsUnique();
        builder.HasIndex("ApplicationId", nameof(OAuthToken.Subject), nameof(OAuthToken.Status));
        builder.HasIndex(token => token.Subject);
        builder.HasIndex(token => token.ExpirationDate);
    }
}
