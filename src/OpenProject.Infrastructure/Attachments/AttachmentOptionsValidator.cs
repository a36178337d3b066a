using Microsoft.Extensions.Options;

namespace OpenProject.Infrastructure.Attachments;

/// <summary>Checks section <c>Attachments</c> when the server starts.</summary>
[OptionsValidator]
public sealed partial class AttachmentOptionsValidator : IValidateOptions<AttachmentOptions>;
