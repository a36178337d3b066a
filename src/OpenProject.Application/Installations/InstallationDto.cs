namespace OpenProject.Application.Installations;

/// <summary>What anybody may know about the installation.</summary>
public sealed class InstallationDto
{
    /// <summary>The UUID: 36 characters, lower case.</summary>
    public string Uuid { get; init; } = "";
}
