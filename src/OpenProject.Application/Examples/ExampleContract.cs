using OpenProject.Application.Writes;

namespace OpenProject.Application.Examples;

/// <summary>Everybody may try an example.</summary>
public sealed class ExampleContract : Contract<Example, ExampleDto>
{
    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<Example, ExampleDto> draft, CancellationToken cancellationToken) => Task.CompletedTask;
}
