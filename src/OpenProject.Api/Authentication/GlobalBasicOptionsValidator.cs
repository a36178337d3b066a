using Microsoft.Extensions.Options;

namespace OpenProject.Api.Authentication;

/// <summary>Checks section <c>GlobalBasic</c> when the server starts.</summary>
[OptionsValidator]
public sealed partial class GlobalBasicOptionsValidator : IValidateOptions<GlobalBasicOptions>;
