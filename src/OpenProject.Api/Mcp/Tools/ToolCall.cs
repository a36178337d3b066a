using System.Text.Json;
using System.Text.Json.Nodes;
using OpenProject.Api.Hal.Readers;
using OpenProject.Application.Common;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>One call of a tool: its arguments, read and checked, and the services of the request that it came with.</summary>
/// <param name="services">Services that act as the caller.</param>
/// <param name="values">The arguments that were given.</param>
/// <param name="cancelled">Gives up.</param>
internal sealed class ToolCall(IServiceProvider services, IReadOnlyDictionary<Argument, object?> values, CancellationToken cancelled)
{
    /// <summary>Gives up.</summary>
    public CancellationToken Cancelled => cancelled;

    /// <summary>The same call with other arguments.</summary>
    public ToolCall With(IReadOnlyDictionary<Argument, object?> others) => new(services, others, cancelled);

    /// <summary>The same call with the services of another scope.</summary>
    public ToolCall In(IServiceProvider scope) => new(scope, values, cancelled);

    /// <summary>The numbers among the arguments, which are ids or sizes, for the log.</summary>
    public string Numbers => string.Join(' ', values.Where(v => v.Value is long or int).Select(v => $"{v.Key.Name}={v.Value}"));

    /// <summary>A service.</summary>
    public T Get<T>()
        where T : notnull =>
        services.GetRequiredService<T>();

    /// <summary>Whether an argument was given, be it null.</summary>
    public bool Has(Argument argument) => values.ContainsKey(argument);

    /// <summary>The value of an argument; the type's default when it was not given.</summary>
    public T? Of<T>(Argument<T> argument) => values.TryGetValue(argument, out var value) ? (T?)value : default;

    /// <summary>The value of an argument, or another one when it was not given.</summary>
    public T Of<T>(Argument<T> argument, T otherwise) => values.TryGetValue(argument, out var value) ? (T)value! : otherwise;

    /// <summary>The change set that a body of API v3 makes.</summary>
    public ChangeSet<TEntity, TDto> Changes<TEntity, TDto>(JsonElement body)
        where TEntity : class
        where TDto : class, IResourceDto =>
        (ChangeSet<TEntity, TDto>)Get<PayloadReaders>().For(typeof(ChangeSet<TEntity, TDto>))!.Read(body);

    /// <summary>The same of a body that is put together here.</summary>
    public ChangeSet<TEntity, TDto> Changes<TEntity, TDto>(JsonObject body)
        where TEntity : class
        where TDto : class, IResourceDto =>
        Changes<TEntity, TDto>(JsonSerializer.SerializeToElement<JsonNode>(body));

    /// <summary>The arguments that a caller sends, each as its tool declares it.</summary>
    /// <exception cref="ProblemException">One is missing, unknown or not what it should be; the sentence says which.</exception>
    public static Dictionary<Argument, object?> Read(IReadOnlyList<Argument> declared, IEnumerable<KeyValuePair<string, JsonElement>> sent)
    {
        var values = new Dictionary<Argument, object?>();
        foreach (var (name, value) in sent)
        {
            var argument = declared.FirstOrDefault(a => a.Name == name) ?? throw Unknown(name, declared);
            values[argument] = argument.Read(value);
        }

        return declared.FirstOrDefault(a => a.IsRequired && !values.ContainsKey(a)) is { } missing
            ? throw new ProblemException(new Problem.BadRequest($"{missing.Name} is missing."))
            : values;
    }

    private static ProblemException Unknown(string name, IReadOnlyList<Argument> declared)
    {
        var known = declared.Count == 0 ? "there are none" : "there are " + string.Join(", ", declared.Select(a => a.Name));
        return new ProblemException(new Problem.BadRequest($"There is no argument '{MisleadingSigns.Quoted(name)}'; {known}."));
    }
}
