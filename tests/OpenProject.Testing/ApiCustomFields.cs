using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.CustomFields;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Testing;

/// <summary>Custom fields on a test server, as the command line defines them.</summary>
public static class ApiCustomFields
{
    /// <summary>Defines a field and returns its id.</summary>
    public static async Task<long> DefineAsync(this ApiServer server, CustomFieldSpec spec)
    {
        await using var scope = server.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CustomFieldDefinitionService>().CreateAsync(spec, CancellationToken.None);
    }

    /// <summary>Defines a field of work packages and returns its id.</summary>
    public static Task<long> DefineAsync(this ApiServer server, string name, CustomFieldFormat format, params string[] options) =>
        server.DefineAsync(new CustomFieldSpec(name, CustomizedKind.WorkPackage, format) { Options = options });
}
