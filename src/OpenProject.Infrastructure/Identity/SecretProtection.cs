using Microsoft.AspNetCore.DataProtection;
using OpenProject.Application.Common;

namespace OpenProject.Infrastructure.Identity;

/// <summary>Secrets under the keys that all replicas share.</summary>
internal sealed class SecretProtection(IDataProtectionProvider provider) : ISecretProtection
{
    private readonly IDataProtector protector = provider.CreateProtector("OpenProject.Api.Secrets");

    public string Protect(string secret) => protector.Protect(secret);

    public string Reveal(string encrypted) => protector.Unprotect(encrypted);
}
