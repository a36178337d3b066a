using Microsoft.Extensions.Options;

namespace OpenProject.Api.V3;

/// <summary>Checks the settings of API v3 when the server starts.</summary>
[OptionsValidator]
public sealed partial class ApiV3OptionsValidator : IValidateOptions<ApiV3Options>;
