using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.OAuthApplications;
using OpenProject.Infrastructure.Principals;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>Applications; their lists are JSON in a column, as they are read and written whole.</summary>
internal sealed class OAuthApplicationConfiguration : IEntityTypeConfiguration<OAuthApplication>
{
    public void Configure(EntityTypeBuilder<OAuthApplication> builder)
    {
        builder.ToTable("oauth_applications");
        builder.Property(application => application.Name).HasMaxLength(OAuthApplication.NameLimit);
        builder.Property(application => application.ClientId).HasMaxLength(OAuthApplication.ClientIdLimit);
        builder.PrimitiveCollection(application => application.RedirectUris).HasField("redirectUris");
        builder.PrimitiveCollection(application => application.Scopes).HasField("scopes");
        builder.HasOne(application => application.Owner).WithMany().HasForeignKey(application => application.OwnerId).LeftToDeletedUser();
        builder.HasOne(application => application.ClientCredentialsUser).WithMany().HasForeignKey(application => application.ClientCredentialsUserId);
        builder.HasIndex(application => application.ClientId).IsUnique();
    }
}
