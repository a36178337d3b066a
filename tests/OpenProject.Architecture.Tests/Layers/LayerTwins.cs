using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

// Types that break each rule of the layers in one of the ways that it can be broken: by a member, a signature, a body, a lambda.
namespace OpenProject.Architecture.Tests.Layers.Twins;

internal sealed class KnowsStorage
{
    public DbContext? Context { get; set; }
}

internal sealed class KnowsHttp
{
    public static string PathOf(HttpContext http) => http.ToString()!;
}

internal sealed class KnowsJson
{
    public static object Body(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.ValueKind.ToString();
    }
}

internal sealed class KnowsAResource
{
    public static Func<object, bool> IsWorkPackage() => row => row is WorkPackage;
}

internal sealed class KnowsInfrastructure
{
    public static async Task<object> ContextAsync()
    {
        await Task.Yield();
        return typeof(OpenProjectDbContext);
    }
}

internal sealed class ReadsByItself(IReadStore store)
{
    public object Rows() => store.Rows<WorkPackage>();
}
