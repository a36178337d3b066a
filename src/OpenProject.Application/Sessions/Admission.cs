using OpenProject.Application.Common;

namespace OpenProject.Application.Sessions;

/// <summary>What came of an attempt to sign in.</summary>
public abstract record Admission
{
    private Admission()
    {
    }

    /// <summary>No such account, another password, an account that may not sign in, or a blocked one: nobody is told which.</summary>
    public sealed record Refused : Admission;

    /// <summary>The password is right and must be changed first; there is no session.</summary>
    public sealed record PasswordChangeNeeded : Admission;

    /// <summary>A session has begun.</summary>
    /// <param name="Token">Its key, for the browser alone.</param>
    /// <param name="Viewer">Who signed in.</param>
    public sealed record Begun(string Token, Viewer Viewer) : Admission;
}
