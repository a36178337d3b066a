using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.CustomFields;

namespace OpenProject.Infrastructure.Users;

/// <summary>What people and builtin users have beyond other principals.</summary>
internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.HasBaseType<Principal>();
        builder.OwnsCustomValues("user_custom_values");
        builder.Property(user => user.Login).HasMaxLength(User.LoginLimit);
        builder.Property(user => user.FirstName).HasMaxLength(User.PersonNameLimit);
        builder.Property(user => user.LastName).HasMaxLength(User.PersonNameLimit);
        builder.Property(user => user.Email).HasMaxLength(User.EmailLimit);
        builder.Property(user => user.Language).HasMaxLength(User.LanguageLimit);
        builder.Property(user => user.IdentityUrl).HasMaxLength(User.IdentityUrlLimit);
        builder.Property(user => user.ProvidedName).HasMaxLength(User.NameLimit);
        builder.Property(user => user.PasswordHash).HasMaxLength(User.PasswordHashLimit);
        builder.Property(user => user.TimeZone).HasMaxLength(User.TimeZoneLimit);
        builder.HasIndex(user => user.Login).IsUnique().HasFilter("login IS NOT NULL");
        builder.HasIndex(user => user.IdentityUrl).HasFilter("identity_url IS NOT NULL");
        builder.HasIndex(user => user.Email).IsUnique().HasFilter("email IS NOT NULL");
    }
}
