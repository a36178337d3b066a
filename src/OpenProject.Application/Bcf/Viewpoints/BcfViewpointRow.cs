namespace OpenProject.Application.Bcf.Viewpoints;

#pragma warning disable CS1591 // The members are the columns of the aggregate, documented there.

/// <summary>A viewpoint, as read.</summary>
public sealed class BcfViewpointRow
{
    public long Id { get; init; }

    public string Guid { get; init; } = "";

    public int? Index { get; init; }

    public string Scene { get; init; } = "";

    /// <summary>Read of one viewpoint, not of lists.</summary>
    public string? Components { get; init; }

    public string? SnapshotType { get; init; }

    public long? SnapshotFileId { get; init; }
}
