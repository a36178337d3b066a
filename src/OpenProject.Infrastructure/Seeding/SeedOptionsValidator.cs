using Microsoft.Extensions.Options;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>Checks section <c>Seed</c> when the server starts.</summary>
[OptionsValidator]
public sealed partial class SeedOptionsValidator : IValidateOptions<SeedOptions>;
