namespace OpenProject.Infrastructure.Identity;

/// <summary>A key that protects cookies and forms, as the framework writes it.</summary>
internal sealed class DataProtectionKey
{
    public long Id { get; private init; }

    /// <summary>The framework's name for it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The key and when it is used.</summary>
    public string Xml { get; init; } = "";
}
