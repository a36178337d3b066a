namespace OpenProject.Application.Storages;

/// <summary>What is in a folder of a storage.</summary>
/// <param name="Self">The folder.</param>
/// <param name="Files">The files and folders in it, by name.</param>
public sealed record RemoteFolder(RemoteFile Self, IReadOnlyList<RemoteFile> Files);
