using OpenProject.Domain.Common;

namespace OpenProject.Domain.Storages;

/// <summary>A place in a storage: names from its root on, each after a slash. It never leads out of the root (RFC 3986 section 5.2.4).</summary>
public sealed record RemotePath
{
    /// <summary>Longest path, in characters.</summary>
    public const int Limit = 1000;

    /// <summary>Longest name of a file or folder, in characters.</summary>
    public const int NameLimit = 255;

    private RemotePath(string value) => Value = value;

    /// <summary>Where everything else is.</summary>
    public static RemotePath Root { get; } = new("/");

    /// <summary>The path, without a slash at its end but for the root.</summary>
    public string Value { get; }

    /// <summary>The last name; a slash of the root.</summary>
    public string Name => this == Root ? Value : Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>The names from the root on; none of the root.</summary>
    public IReadOnlyList<string> Names => this == Root ? [] : Value[1..].Split('/');

    /// <summary>What it is in, and what that is in; the root first. None of the root.</summary>
    public IEnumerable<RemotePath> Ancestors =>
        Names.Select((_, depth) => depth == 0 ? Root : new RemotePath("/" + string.Join('/', Names.Take(depth))));

    /// <summary>The path that a text is; null for one that is none.</summary>
    public static RemotePath? Parse(string? text)
    {
        if (text is null || text.Length > Limit || !text.StartsWith('/'))
            return null;
        if (text == "/")
            return Root;
        var value = text.EndsWith('/') ? text[..^1] : text;
        return value[1..].Split('/').All(IsName) ? new RemotePath(value) : null;
    }

    /// <summary>What is called so in here.</summary>
    /// <param name="name">The name.</param>
    /// <param name="forbidden">Characters that names cannot have there.</param>
    /// <exception cref="BrokenRule">It is no name.</exception>
    public RemotePath Of(string name, string forbidden)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new BrokenRule("name", "Name can't be blank.");
        if (!IsName(name) || name.AsSpan().IndexOfAny(forbidden) >= 0)
            throw new BrokenRule("name", "Name is invalid.");
        var value = (this == Root ? "" : Value) + "/" + name;
        return value.Length <= Limit ? new RemotePath(value) : throw new BrokenRule("name", "Name is too long.");
    }

    /// <summary>Whether it is another place, or somewhere in it.</summary>
    public bool IsWithin(RemotePath other) => other == Root || this == other || Value.StartsWith(other.Value + "/", StringComparison.Ordinal);

    private static bool IsName(string name) => name is not ("" or "." or "..") && name.Length <= NameLimit && !name.Any(c => c == '/' || char.IsControl(c));
}
