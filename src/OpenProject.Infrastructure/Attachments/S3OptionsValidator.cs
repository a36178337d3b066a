using Microsoft.Extensions.Options;

namespace OpenProject.Infrastructure.Attachments;

/// <summary>Checks section <c>S3</c> when the server starts.</summary>
[OptionsValidator]
public sealed partial class S3OptionsValidator : IValidateOptions<S3Options>;
