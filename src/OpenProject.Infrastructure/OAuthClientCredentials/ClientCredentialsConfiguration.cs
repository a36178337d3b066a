using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.OAuthClientCredentials;

namespace OpenProject.Infrastructure.OAuthClientCredentials;

/// <summary>Credentials, one at most for each storage, which go with it.</summary>
internal sealed class ClientCredentialsConfiguration : IEntityTypeConfiguration<ClientCredentials>
{
    public void Configure(EntityTypeBuilder<ClientCredentials> builder)
    {
        builder.ToTable("oauth_client_credentials");
        builder.Property(credentials => credentials.ClientId).HasMaxLength(ClientCredentials.ClientIdLimit);
        builder.HasOne(credentials => credentials.Storage).WithOne(storage => storage.Credentials)
            .HasForeignKey<ClientCredentials>(credentials => credentials.StorageId).OnDelete(DeleteBehavior.Cascade);
    }
}
