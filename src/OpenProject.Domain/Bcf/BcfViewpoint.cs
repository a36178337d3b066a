using OpenProject.Domain.Attachments;
using OpenProject.Domain.Common;

namespace OpenProject.Domain.Bcf;

/// <summary>
/// What a topic looks like from somewhere (BCF API 2.1 section 4.5). Nobody changes one: who sees something else makes another.
/// Numbers come back to the last digit, as the text that was sent is kept.
/// </summary>
public sealed class BcfViewpoint : AggregateRoot, IContent
{
    /// <summary>Longest name of a format of images.</summary>
    public const int ImageTypeLimit = 4;

    /// <summary>Longest <see cref="Scene"/>, in characters: some ten thousand lines.</summary>
    public const int SceneLimit = 1024 * 1024;

    /// <summary>Longest <see cref="Components"/>, in characters: some fifty thousand parts of a model.</summary>
    public const int ComponentsLimit = 4 * 1024 * 1024;

    /// <summary>The most images that lie in it.</summary>
    public const int BitmapLimit = 100;

    private readonly List<BcfBitmap> bitmaps = [];

    private BcfViewpoint()
    {
    }

    /// <summary>A viewpoint of a topic.</summary>
    /// <param name="topicId">The topic.</param>
    /// <param name="guid">What building models call it.</param>
    /// <param name="index">Where people put it in an order.</param>
    /// <param name="scene">Cameras, lines, planes and places of bitmaps, as JSON members of an object.</param>
    /// <param name="components">What is selected, coloured and visible, as a JSON object; null for nothing said.</param>
    /// <param name="now">When, UTC.</param>
    public BcfViewpoint(long topicId, string guid, int? index, string scene, string? components, DateTime now) =>
        (TopicId, Guid, Index, Scene, Components, CreatedAt) = (topicId, guid, index, scene, components, now);

    /// <summary>What building models call it (<see cref="BcfGuid"/>).</summary>
    public string Guid { get; private set; } = "";

    /// <summary>The topic.</summary>
    public long TopicId { get; private set; }

    /// <summary>The topic; for queries only.</summary>
    public BcfTopic Topic { get; private set; } = null!;

    /// <summary>Where people put it in an order.</summary>
    public int? Index { get; private set; }

    /// <summary>Cameras, lines, planes and places of bitmaps, as a JSON object.</summary>
    public string Scene { get; private set; } = "";

    /// <summary>What is selected, coloured and visible, as a JSON object.</summary>
    public string? Components { get; private set; }

    /// <summary>The format of the picture, <c>png</c> or <c>jpg</c>; null for none.</summary>
    public string? SnapshotType { get; private set; }

    /// <summary>The bytes of the picture.</summary>
    public long? SnapshotFileId { get; private set; }

    /// <summary>The bytes of the picture; for queries only.</summary>
    public StoredFile? SnapshotFile { get; private set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>The images that lie in it.</summary>
    public IReadOnlyCollection<BcfBitmap> Bitmaps => bitmaps;

    /// <summary>Takes the picture.</summary>
    public void Picture(string type, long fileId) => (SnapshotType, SnapshotFileId) = (type, fileId);

    /// <summary>Takes the bytes of an image that lies in it.</summary>
    public void Show(string guid, string type, long fileId) => bitmaps.Add(new BcfBitmap(guid, type, fileId));
}

/// <summary>An image that lies in a viewpoint.</summary>
public sealed class BcfBitmap : IContent
{
    private BcfBitmap()
    {
    }

    internal BcfBitmap(string guid, string type, long fileId) => (Guid, Type, FileId) = (guid, type, fileId);

    /// <summary>The database identity.</summary>
    public long Id { get; private set; }

    /// <summary>The viewpoint.</summary>
    public long ViewpointId { get; private set; }

    /// <summary>What building models call it (<see cref="BcfGuid"/>).</summary>
    public string Guid { get; private set; } = "";

    /// <summary>The format: <c>png</c> or <c>jpg</c>.</summary>
    public string Type { get; private set; } = "";

    /// <summary>The bytes.</summary>
    public long FileId { get; private set; }

    /// <summary>The bytes; for queries only.</summary>
    public StoredFile File { get; private set; } = null!;
}
