namespace OpenProject.Infrastructure.Projects;

/// <summary>Which is whose copy: ids in the source, and those of their copies.</summary>
internal sealed class CopiedIds
{
    public IReadOnlyDictionary<long, long> Versions { get; init; } = new Dictionary<long, long>();

    public IReadOnlyDictionary<long, long> Categories { get; init; } = new Dictionary<long, long>();

    public Dictionary<long, long> WorkPackages { get; } = [];

    public Dictionary<long, long> Queries { get; } = [];
}
