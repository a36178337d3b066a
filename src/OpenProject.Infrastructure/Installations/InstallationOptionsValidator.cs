using Microsoft.Extensions.Options;

namespace OpenProject.Infrastructure.Installations;

/// <summary>Checks section <c>Installation</c> when the server starts.</summary>
[OptionsValidator]
public sealed partial class InstallationOptionsValidator : IValidateOptions<InstallationOptions>;
