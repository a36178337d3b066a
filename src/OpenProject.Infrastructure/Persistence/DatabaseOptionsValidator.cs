using Microsoft.Extensions.Options;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Checks section <c>Database</c> when the server starts.</summary>
[OptionsValidator]
public sealed partial class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>;
