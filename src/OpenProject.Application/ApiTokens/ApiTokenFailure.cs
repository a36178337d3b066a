namespace OpenProject.Application.ApiTokens;

/// <summary>Why an API token is refused.</summary>
public enum ApiTokenFailure
{
    /// <summary>No such token.</summary>
    Unknown,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>The owner is locked.</summary>
    UserLocked,

    /// <summary>The owner has no account to act with: removed, or invited and not come yet.</summary>
    UserGone,
}
