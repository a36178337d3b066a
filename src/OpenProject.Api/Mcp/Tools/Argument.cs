using System.Text.Json;
using OpenProject.Application.Common;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>One argument of a tool, said once: its schema and how it is read follow from here.</summary>
internal abstract class Argument(string name, string description)
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>What it means, for a model.</summary>
    public string Description { get; } = description;

    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; protected init; }

    /// <summary>Writes its member of the input schema.</summary>
    public void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteStartObject(Name);
        WriteType(json);
        json.WriteString("description", Description);
        json.WriteEndObject();
    }

    /// <summary>The value.</summary>
    /// <exception cref="ProblemException">It is not what the schema says; the sentence names the argument.</exception>
    public abstract object? Read(JsonElement json);

    /// <summary>Writes the members that say which values there are.</summary>
    protected abstract void WriteType(Utf8JsonWriter json);
}

/// <summary>An argument whose values are of one type.</summary>
/// <param name="name">The name.</param>
/// <param name="description">What it means, for a model.</param>
/// <param name="writeType">Writes the members of its schema that say which values there are.</param>
/// <param name="read">The value, or what is expected instead: <c>must be at least 1</c>.</param>
internal sealed class Argument<T>(string name, string description, Action<Utf8JsonWriter> writeType, Func<JsonElement, (T Value, string? Expected)> read)
    : Argument(name, description)
{
    /// <summary>The same, and it must be given.</summary>
    public Argument<T> Required() => new(Name, Description, writeType, read) { IsRequired = true };

    /// <inheritdoc/>
    public override object? Read(JsonElement json)
    {
        var (value, expected) = read(json);
        return expected is null ? value : throw new ProblemException(new Problem.BadRequest($"{Name} {expected}."));
    }

    /// <inheritdoc/>
    protected override void WriteType(Utf8JsonWriter json) => writeType(json);
}
