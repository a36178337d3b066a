using OpenProject.Application.Writes;

namespace OpenProject.Application.Resources;

/// <summary>What schemas and forms say beside the fields.</summary>
public abstract partial class Resource<TEntity, TDto>
{
    /// <summary>The groups that forms show attributes in; null for none.</summary>
    public virtual IReadOnlyList<AttributeGroup>? AttributeGroups(Draft<TEntity, TDto> draft) => null;

    /// <summary>Whether the schema of this draft lists a field (milestones have no start date).</summary>
    public virtual bool IsInSchemaOf(Field<TEntity, TDto> field, Draft<TEntity, TDto> draft) => true;

    /// <summary>Links of the schema inside a form.</summary>
    public virtual IReadOnlyList<CollectionLink> SchemaLinks(Draft<TEntity, TDto> draft) => [];

    /// <summary>Links of a form beside self, validate and commit.</summary>
    public virtual IReadOnlyList<CollectionLink> FormLinks(Draft<TEntity, TDto> draft) => [];
}
