using Microsoft.AspNetCore.Identity;
using OpenProject.Application.Common;

namespace OpenProject.Infrastructure.Identity;

/// <summary>PBKDF2 with HMAC-SHA512, as ASP.NET Core Identity stores passwords; the hash names its own parameters.</summary>
internal sealed class Passwords : IPasswords
{
    // The hasher asks for a user but does not look at it.
    private static readonly object Nobody = new();

    private readonly PasswordHasher<object> hasher = new();
    private readonly Lazy<string> decoy;

    public Passwords() => decoy = new Lazy<string>(() => Hash(""));

    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    public bool Matches(string? hash, string password) =>
        (hasher.VerifyHashedPassword(Nobody, hash ?? decoy.Value, password) != PasswordVerificationResult.Failed) & (hash is not null);
}
