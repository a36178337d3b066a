using Microsoft.Extensions.Options;

namespace OpenProject.Api.Authentication;

/// <summary>Checks section <c>OpenIdConnect</c> when the server starts.</summary>
[OptionsValidator]
public sealed partial class OpenIdConnectOptionsValidator : IValidateOptions<OpenIdConnectOptions>;
