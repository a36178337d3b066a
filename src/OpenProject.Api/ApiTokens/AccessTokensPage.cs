using OpenProject.Application.ApiTokens;
using OpenProject.Application.OAuthApplications;

namespace OpenProject.Api.ApiTokens;

/// <summary>The page of what acts for a person.</summary>
/// <param name="Form">The form for another API token.</param>
/// <param name="Tokens">His API tokens.</param>
/// <param name="Grants">The applications that he lets act for him.</param>
public sealed record AccessTokensPage(AccessTokenForm Form, IReadOnlyList<ApiTokenDto> Tokens, IReadOnlyList<OAuthGrantDto> Grants);
