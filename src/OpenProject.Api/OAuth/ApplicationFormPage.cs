namespace OpenProject.Api.OAuth;

/// <summary>The page with the form of an application.</summary>
/// <param name="Id">The application; null for a new one.</param>
/// <param name="Form">What stands in the form.</param>
public sealed record ApplicationFormPage(long? Id, ApplicationForm Form);
