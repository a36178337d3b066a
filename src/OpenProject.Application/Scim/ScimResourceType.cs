using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Columns;
using OpenProject.Application.Scim.Filters;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.Scim;

/// <summary>
/// A type of resources, declared once: what each attribute is, how it is read of a row, and what filters can ask of it. The published
/// schema, the parsing of bodies, changes, filters, orders and answers follow from that.
/// </summary>
public abstract class ScimResourceType<TEntity, TRow> : ScimSchema
    where TEntity : Principal
    where TRow : ScimRow
{
    private readonly Dictionary<ScimAttribute, ScimNode<TEntity>> nodes = [];
    private readonly List<(ScimAttribute Attribute, Func<TRow, ScimScope, ScimProjection, object?> Read)> readers = [];
    private readonly ScimAttribute[] metaParts;

    private protected ScimResourceType(string name, string endpoint, string description)
        : base(name, endpoint, description)
    {
        string[] urns = [Urn];
        Reads(new ScimConstant<TEntity>(Schemas, Urn), (_, _, _) => urns);
        Reads(new ScimNumbered<TEntity>(Id, row => row.Id), (row, _, _) => row.IdText);
        metaParts =
        [
            new("resourceType", ScimType.String) { CaseExact = true, Mutability = ScimMutability.ReadOnly },
            new("created", ScimType.DateTime) { Mutability = ScimMutability.ReadOnly },
            new("lastModified", ScimType.DateTime) { Mutability = ScimMutability.ReadOnly },
            new("location", ScimType.Reference) { CaseExact = true, Mutability = ScimMutability.ReadOnly },
            new("version", ScimType.String) { CaseExact = true, Mutability = ScimMutability.ReadOnly },
        ];
        ExternalId = new ScimAttribute("externalId", ScimType.String) { CaseExact = true, Required = true, Uniqueness = "server" };
    }

    /// <summary>The attribute <c>externalId</c>.</summary>
    public ScimAttribute ExternalId { get; }

    /// <summary>The condition of a filter.</summary>
    /// <exception cref="Common.ProblemException"><see cref="ScimErrors.InvalidFilter"/>.</exception>
    public Expression<Func<TEntity, bool>> Where(ScimFilter filter, ScimScope scope, bool lenient) =>
        ScimTranslation.Translate(filter, name => Node(name) ?? (lenient ? new ScimNothing<TEntity>(Id) : null), scope);

    /// <summary>The order by an attribute; of one that orders nothing that of the ids.</summary>
    /// <exception cref="Common.ProblemException"><see cref="ScimErrors.InvalidPath"/>: there is no such attribute.</exception>
    public ScimOrder<TEntity> Order(string? sortBy, ScimScope scope)
    {
        var byId = new ScimNumberOrder<TEntity>(row => row.Id);
        if (sortBy is null)
            return byId;
        var node = Node(sortBy) ?? throw ScimErrors.Of(ScimErrors.InvalidPath, $"There is no attribute '{sortBy}' to sort by.");
        return node.Order(scope) ?? byId;
    }

    /// <summary>The node of a name.</summary>
    public ScimNode<TEntity>? Node(string text)
    {
        if (Parse(text) is not { } name || Find(name.Name) is not { } attribute || !nodes.TryGetValue(attribute, out var node))
            return null;
        return name.Sub is null ? node : node.Sub(name.Sub);
    }

    /// <summary>What is told of a row.</summary>
    public ScimAnswer Answer(TRow row, ScimScope scope, ScimProjection projection)
    {
        var record = new ScimRecord(readers.Count);
        foreach (var (attribute, read) in readers)
        {
            if (projection.Wants(attribute))
                record.Set(attribute, projection.Trim(attribute, read(row, scope, projection)));
        }

        return new ScimAnswer(row.Id, record, row.Version, LocationOf(row, scope));
    }

    /// <summary>Declares an attribute.</summary>
    private protected void Has(ScimNode<TEntity> node, Func<TRow, ScimScope, ScimProjection, object?> read)
    {
        Declare(node.Attribute);
        Reads(node, read);
    }

    /// <summary>Declares the external id, here in the order of attributes.</summary>
    private protected void HasExternalId() =>
        Has(new ScimExactText<TEntity>(ExternalId, scope => ScimIdentities.KeyOf<TEntity>(scope), (scope, key) => ScimIdentities.Have<TEntity>(scope, key)), (row, _, _) => row.ExternalId);

    /// <summary>Declares <c>meta</c> (RFC 7643 section 3.1), here in the order of attributes.</summary>
    private protected void HasMeta()
    {
        var meta = new ScimAttribute("meta", ScimType.Complex) { Mutability = ScimMutability.ReadOnly, SubAttributes = metaParts };
        var node = new ScimComplex<TEntity>(
            meta,
            new ScimConstant<TEntity>(metaParts[0], Name),
            new ScimMoment<TEntity>(metaParts[1], row => row.CreatedAt),
            new ScimMoment<TEntity>(metaParts[2], row => row.UpdatedAt),
            new ScimNumbered<TEntity>(metaParts[3], row => row.Id, scope => $"{scope.Root}/{Endpoint}/"),
            new ScimNumbered<TEntity>(metaParts[4], row => row.Revision + 1L, _ => "W/\"", "\""));
        Has(node, (row, scope, _) =>
        {
            var record = new ScimRecord(metaParts.Length);
            record.Set(metaParts[0], Name);
            record.Set(metaParts[1], row.CreatedAt);
            record.Set(metaParts[2], row.UpdatedAt);
            record.Set(metaParts[3], LocationOf(row, scope));
            record.Set(metaParts[4], row.Version);
            return record;
        });
    }

    private string LocationOf(TRow row, ScimScope scope) => $"{scope.Root}/{Endpoint}/{row.IdText}";

    private void Reads(ScimNode<TEntity> node, Func<TRow, ScimScope, ScimProjection, object?> read)
    {
        nodes.Add(node.Attribute, node);
        readers.Add((node.Attribute, read));
    }
}
