using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Groups;
using OpenProject.Domain.PlaceholderUsers;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;

namespace OpenProject.Infrastructure.Principals;

/// <summary>Users, groups, placeholders and the builtin users in one table: whoever refers to a principal refers to any of them.</summary>
internal sealed class PrincipalConfiguration : IEntityTypeConfiguration<Principal>
{
    public void Configure(EntityTypeBuilder<Principal> builder)
    {
        builder.ToTable("principals");
        builder.Property(principal => principal.Name).HasMaxLength(Principal.NameLimit);
        builder.Property(principal => principal.SortName).HasMaxLength(Principal.NameLimit);
        // Whoever saw an older state is refused: no two states have one number.
        builder.Property(principal => principal.Revision).IsConcurrencyToken();
        builder.HasDiscriminator(principal => principal.Kind)
            .HasValue<User>(PrincipalKind.User)
            .HasValue<Group>(PrincipalKind.Group)
            .HasValue<PlaceholderUser>(PrincipalKind.PlaceholderUser)
            .HasValue<AnonymousUser>(PrincipalKind.Anonymous)
            .HasValue<SystemUser>(PrincipalKind.System)
            .HasValue<DeletedUser>(PrincipalKind.Deleted)
            .HasValue<ServiceAccount>(PrincipalKind.ServiceAccount)
            .HasValue<RemovedPrincipal>(PrincipalKind.Removed);

        // How many there are of a kind is counted, kinds are listed in the order of their ids, and groups are looked for by name.
        builder.HasIndex(principal => principal.Kind);
        builder.HasIndex(principal => new { principal.Kind, principal.SortName });
        builder.HasIndex(principal => principal.SortName);

        // People may share a name, groups and placeholders may not.
        builder.HasIndex(principal => new { principal.Kind, principal.Name }).IsUnique()
            .HasFilter($"kind IN ({PrincipalKind.Group:D}, {PrincipalKind.PlaceholderUser:D})");
    }
}
