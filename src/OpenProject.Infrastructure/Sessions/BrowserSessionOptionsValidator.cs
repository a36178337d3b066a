using Microsoft.Extensions.Options;

namespace OpenProject.Infrastructure.Sessions;

/// <summary>Checks section <c>Sessions</c> when the server starts.</summary>
[OptionsValidator]
public sealed partial class BrowserSessionOptionsValidator : IValidateOptions<BrowserSessionOptions>;
