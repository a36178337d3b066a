using Microsoft.Extensions.Options;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>Checks section <c>WorkPackages</c> when the server starts.</summary>
[OptionsValidator]
public sealed partial class WorkPackageOptionsValidator : IValidateOptions<WorkPackageOptions>;
