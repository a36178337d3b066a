namespace OpenProject.Api.Authentication;

/// <summary>Marks endpoints that answer without credentials although a login is required.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AnonymousAttribute : Attribute;
