namespace OpenProject.Domain.Storages;

/// <summary>What kind of server keeps the files.</summary>
public enum StorageKind
{
    /// <summary>A Nextcloud, at an address of its own.</summary>
    Nextcloud = 1,

    /// <summary>OneDrive or SharePoint, in Microsoft's cloud.</summary>
    OneDrive = 2,
}
