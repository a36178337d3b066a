using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Installations;

namespace OpenProject.Infrastructure.Installations;

/// <summary>The installation: a table that cannot hold a second row.</summary>
internal sealed class InstallationConfiguration : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> builder)
    {
        builder.ToTable("installation", table => table.HasCheckConstraint("CK_installation_only_one", "id = 1"));
        builder.Property(installation => installation.Id).ValueGeneratedNever();
        builder.Property(installation => installation.Uuid)
            .HasConversion(uuid => uuid.ToString(), text => InstallationUuid.Parse(text))
            .HasMaxLength(InstallationUuid.Length);
    }
}
