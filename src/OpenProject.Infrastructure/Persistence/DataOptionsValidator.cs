using Microsoft.Extensions.Options;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Checks section <c>Data</c> when the server starts.</summary>
[OptionsValidator]
public sealed partial class DataOptionsValidator : IValidateOptions<DataOptions>;
