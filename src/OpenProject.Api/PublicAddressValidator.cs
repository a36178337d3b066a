using Microsoft.Extensions.Options;

namespace OpenProject.Api;

/// <summary>Checks the address when the server starts.</summary>
[OptionsValidator]
public sealed partial class PublicAddressValidator : IValidateOptions<PublicAddress>;
