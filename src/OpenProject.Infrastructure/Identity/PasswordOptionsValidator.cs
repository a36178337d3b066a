using Microsoft.Extensions.Options;

namespace OpenProject.Infrastructure.Identity;

/// <summary>Checks section <c>Passwords</c> when the server starts.</summary>
[OptionsValidator]
public sealed partial class PasswordOptionsValidator : IValidateOptions<PasswordOptions>;
