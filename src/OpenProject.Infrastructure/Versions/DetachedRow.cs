using System.Text.Json.Serialization;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Versions;

/// <summary>A work package that is planned for no version, as a statement for many takes it.</summary>
internal sealed record DetachedRow([property: JsonPropertyName("id")] long Id, [property: JsonPropertyName("version_id")] long? VersionId = null)
{
    /// <summary>The columns by the same names.</summary>
    public static JsonRows Columns { get; } = new(("id", "bigint"), ("version_id", "bigint"));

    /// <summary>What the columns are of a work package.</summary>
    public static IReadOnlyList<(string Attribute, string Column)> Attributes { get; } = [(nameof(WorkPackage.VersionId), "version_id")];
}
