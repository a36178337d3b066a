namespace OpenProject.Application.Common;

/// <summary>Turns passwords into what may be stored, slowly on purpose.</summary>
public interface IPasswords
{
    /// <summary>A salted hash, different each time.</summary>
    string Hash(string password);

    /// <summary>Whether the hash was made from the password. Null, for no hash, is never right and takes as long.</summary>
    bool Matches(string? hash, string password);
}
