using Microsoft.Extensions.Options;

namespace OpenProject.Api.Scim;

/// <summary>Checks section <c>Scim</c> when the server starts.</summary>
[OptionsValidator]
public sealed partial class ScimOptionsValidator : IValidateOptions<ScimOptions>;
