using OpenProject.Application.Common;
using OpenProject.Application.Writes;

namespace OpenProject.Application.Examples;

/// <summary>Lets clients try how forms and schemas behave, without anything that could be changed by it.</summary>
public sealed class ExampleService(ResourceWriter writer, ExampleResource resource, ExampleContract contract, IAggregates<Example> aggregates)
{
    private static readonly string Self = ExampleResource.Location.Value;

    /// <summary>The schema.</summary>
    public Task<SchemaDocument> SchemaAsync(CancellationToken cancellationToken) =>
        writer.SchemaAsync(resource, new Example(), Self + "/schema", cancellationToken);

    /// <summary>The form; there is nowhere to send what it finds valid.</summary>
    public Task<Form<Example, ExampleDto>> FormAsync(ChangeSet<Example, ExampleDto> changes, CancellationToken cancellationToken) =>
        writer.CreateFormAsync(
            new WritePlan<Example, ExampleDto>(resource, contract, aggregates), new Example(), changes, FormLinks.Create(Self) with { WithoutCommit = true }, cancellationToken);
}
