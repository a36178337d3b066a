namespace OpenProject.Application.Storages;

/// <summary>What becomes of it when the server goes to a storage.</summary>
public enum StorageConnection
{
    /// <summary>The storage does not let it in, or there is nothing to be let in by.</summary>
    FailedAuthorization,

    /// <summary>The storage lets it in.</summary>
    Connected,

    /// <summary>The storage does not answer, or not as it should.</summary>
    Error,
}
