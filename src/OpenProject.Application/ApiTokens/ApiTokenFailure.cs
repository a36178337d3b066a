namespace OpenProject.Application.ApiTokens;

/// <summary>Why an API token is refused.</summary>
public enum ApiTokenFailure
{
    /// <summary>No such token.</summary>
    Unknown,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>The owner may not sign in.</summary>
    UserLocked,
}
