using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.OAuthApplications;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>OpenIddict's side of applications: a row beside each, which goes with it.</summary>
internal sealed class OAuthClientConfiguration : IEntityTypeConfiguration<OAuthClient>
{
    /// <summary>Longest of the words that OpenIddict has for kinds and states.</summary>
    public const int WordLimit = 50;

    private const int SecretHashLimit = 512;

    public void Configure(EntityTypeBuilder<OAuthClient> builder)
    {
        builder.ToTable("oauth_clients");
        builder.Property(client => client.Id).ValueGeneratedNever();
        builder.Property(client => client.ApplicationType).HasMaxLength(WordLimit);
        builder.Property(client => client.ClientId).HasMaxLength(OAuthApplication.ClientIdLimit);
        builder.Property(client => client.ClientSecret).HasMaxLength(SecretHashLimit);
        builder.Property(client => client.ClientType).HasMaxLength(WordLimit);
        builder.Property(client => client.ConcurrencyToken).HasMaxLength(WordLimit).IsConcurrencyToken();
        IgnoreUnused(builder);
        builder.HasOne<OAuthApplication>().WithOne().HasForeignKey<OAuthClient>(client => client.Id).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(client => client.ClientId).IsUnique();
    }

    // The name is the application's own; the rest belongs to what is not offered (OpenID Connect, keys of clients).
    private static void IgnoreUnused(EntityTypeBuilder<OAuthClient> builder)
    {
        builder.Ignore(client => client.ConsentType);
        builder.Ignore(client => client.DisplayName);
        builder.Ignore(client => client.DisplayNames);
        builder.Ignore(client => client.JsonWebKeySet);
        builder.Ignore(client => client.PostLogoutRedirectUris);
        builder.Ignore(client => client.Properties);
        builder.Ignore(client => client.Settings);
    }
}
