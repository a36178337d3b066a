using Microsoft.Extensions.Options;

namespace OpenProject.Api.Mcp;

/// <summary>Checks section <c>Mcp</c> when the server starts.</summary>
[OptionsValidator]
public sealed partial class McpOptionsValidator : IValidateOptions<McpOptions>;
