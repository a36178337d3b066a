using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>Authorizations, found by who gave what to whom.</summary>
internal sealed class OAuthAuthorizationConfiguration : IEntityTypeConfiguration<OAuthAuthorization>
{
    /// <summary>Longest subject: the id of a user, or the client id of an application that acts for itself.</summary>
    public const int SubjectLimit = 100;

    public void Configure(EntityTypeBuilder<OAuthAuthorization> builder)
    {
        builder.ToTable("oauth_authorizations");
        builder.Property(authorization => authorization.ConcurrencyToken).HasMaxLength(OAuthClientConfiguration.WordLimit).IsConcurrencyToken();
        builder.Property(authorization => authorization.Status).HasMaxLength(OAuthClientConfiguration.WordLimit);
        builder.Property(authorization => authorization.Subject).HasMaxLength(SubjectLimit);
        builder.Property(authorization => authorization.Type).HasMaxLength(OAuthClientConfiguration.WordLimit);
        builder.HasOne(authorization => authorization.Application).WithMany(client => client.Authorizations).HasForeignKey("ApplicationId").OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex("ApplicationId", nameof(OAuthAuthorization.Subject), nameof(OAuthAuthorization.Status));
        builder.HasIndex(authorization => authorization.Subject);
    }
}
