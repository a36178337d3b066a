namespace OpenProject.Application.Common;

/// <summary>The program that a request comes through, as far as its credentials tell; set by authentication.</summary>
public sealed class CurrentClient
{
    /// <summary>The name of the OAuth application that the token was given to; null when it is no such token.</summary>
    public string? Application { get; private set; }

    /// <summary>Whether the credentials open what is read, and nothing that writes.</summary>
    public bool ReadsOnly { get; private set; }

    /// <summary>The credentials say so.</summary>
    public void Is(string? application, bool readsOnly) => (Application, ReadsOnly) = (application, readsOnly);
}
