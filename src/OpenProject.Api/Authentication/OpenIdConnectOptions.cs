using System.ComponentModel.DataAnnotations;
using OpenProject.Application.Identity;

namespace OpenProject.Api.Authentication;

/// <summary>Section <c>OpenIdConnect</c>: providers whose access tokens open the APIs.</summary>
public sealed class OpenIdConnectOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "OpenIdConnect";

    /// <summary>The providers by their names.</summary>
    public IDictionary<string, OpenIdProvider> Providers { get; } = new SortedDictionary<string, OpenIdProvider>(StringComparer.Ordinal);

    /// <summary>Those that are available.</summary>
    public IdentityProviders Available() => new(
    [
        .. from provider in Providers
           where provider.Value.Enabled
           select new IdentityProvider(provider.Key, provider.Value.Issuer!, provider.Value.ClientId!, new Uri(provider.Value.JwksUri!)),
    ]);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, provider) in Providers)
        {
            if (string.IsNullOrWhiteSpace(provider.Issuer) || string.IsNullOrWhiteSpace(provider.ClientId))
                yield return new ValidationResult($"{Section}:Providers:{name} needs an Issuer and a ClientId.");
            if (!Uri.TryCreate(provider.JwksUri, UriKind.Absolute, out var keys) || !(keys.Scheme == Uri.UriSchemeHttps || (keys.Scheme == Uri.UriSchemeHttp && keys.IsLoopback)))
                yield return new ValidationResult($"{Section}:Providers:{name}:JwksUri is '{provider.JwksUri}'; it must be an https address.");
        }

        if (Providers.Values.Select(provider => provider.Issuer).Distinct(StringComparer.Ordinal).Count() < Providers.Count)
            yield return new ValidationResult($"{Section}:Providers must have an Issuer of its own each.");
    }
}
