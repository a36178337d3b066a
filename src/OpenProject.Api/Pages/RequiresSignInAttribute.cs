namespace OpenProject.Api.Pages;

/// <summary>A page for people who are signed in; others are led to sign in and come back.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresSignInAttribute : Attribute
{
    /// <summary>Whether only administrators may; others are refused.</summary>
    public bool AsAdministrator { get; init; }
}
