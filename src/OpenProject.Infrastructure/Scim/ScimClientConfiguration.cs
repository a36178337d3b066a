using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.OAuthApplications;
using OpenProject.Domain.Scim;

namespace OpenProject.Infrastructure.Scim;

/// <summary>Clients; each has a service account of its own. They are disabled, never removed.</summary>
internal sealed class ScimClientConfiguration : IEntityTypeConfiguration<ScimClient>
{
    public void Configure(EntityTypeBuilder<ScimClient> builder)
    {
        builder.ToTable("scim_clients");
        builder.Property(client => client.Name).HasMaxLength(ScimClient.NameLimit);
        builder.Property(client => client.Provider).HasMaxLength(ExternalIdentity.ProviderLimit);
        builder.Property(client => client.OAuthApplicationId).HasColumnName("oauth_application_id");
        builder.HasOne(client => client.ServiceAccount).WithMany().HasForeignKey(client => client.ServiceAccountId);
        builder.HasOne<OAuthApplication>().WithMany().HasForeignKey(client => client.OAuthApplicationId);
        builder.HasIndex(client => client.Name).IsUnique();
        builder.HasIndex(client => client.ServiceAccountId).IsUnique();
    }
}
