using Microsoft.Extensions.Options;

namespace OpenProject.Infrastructure.TimeEntries;

/// <summary>Checks section <c>TimeEntries</c> when the server starts.</summary>
[OptionsValidator]
public sealed partial class TimeEntryOptionsValidator : IValidateOptions<TimeEntryOptions>;
