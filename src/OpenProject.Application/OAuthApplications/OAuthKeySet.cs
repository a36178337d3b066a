namespace OpenProject.Application.OAuthApplications;

/// <summary>The keys of the authorization server.</summary>
/// <param name="Signing">The private key that what is inside of tokens is signed with: ECDSA on P-256, PKCS #8.</param>
/// <param name="Encryption">The key that it is encrypted with: 256 bits.</param>
public sealed record OAuthKeySet(ReadOnlyMemory<byte> Signing, ReadOnlyMemory<byte> Encryption);
