namespace OpenProject.Application.Common;

/// <summary>Encrypts what the server has to say to others later, so that the database alone tells no secret. Any replica can read it.</summary>
public interface ISecretProtection
{
    /// <summary>The secret, encrypted and authenticated.</summary>
    string Protect(string secret);

    /// <summary>The secret that was encrypted.</summary>
    string Reveal(string encrypted);
}
