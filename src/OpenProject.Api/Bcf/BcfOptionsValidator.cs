using Microsoft.Extensions.Options;

namespace OpenProject.Api.Bcf;

/// <summary>Checks the settings of BCF when the server starts.</summary>
[OptionsValidator]
public sealed partial class BcfOptionsValidator : IValidateOptions<BcfOptions>;
