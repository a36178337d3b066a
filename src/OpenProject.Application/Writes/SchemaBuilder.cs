using OpenProject.Application.Queries;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Writes;

/// <summary>Derives schemas from declarations.</summary>
public sealed class SchemaBuilder(ResourceReader reader)
{
    /// <summary>The schema of a draft, as this viewer may write it.</summary>
    /// <param name="resource">The declaration.</param>
    /// <param name="draft">The state and its author.</param>
    /// <param name="listsAllowed">Whether allowed values are filled in; only forms do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SchemaDocument> BuildAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, Draft<TEntity, TDto> draft, bool listsAllowed, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var groups = resource.AttributeGroups(draft);
        var groupOf = groups?.SelectMany(g => g.Attributes.Select(a => (Attribute: a, g.Name))).ToDictionary(x => x.Attribute, x => x.Name);
        var properties = new List<SchemaProperty>();
        foreach (var field in resource.Fields.Where(f => f.InSchema && f.Applies(draft) && resource.IsInSchemaOf(f, draft)))
        {
            var property = field.Accept(new Describer<TEntity, TDto>(draft)) with { AttributeGroup = groupOf?.GetValueOrDefault(field.Name) };
            properties.Add(listsAllowed ? await WithAllowedAsync(property, field, draft, cancellationToken) : property);
        }

        return new SchemaDocument(properties)
        {
            Groups = groups?.Select(g => g with { Attributes = [.. g.Attributes.Where(a => properties.Exists(p => p.Name == a))] })
                .Where(g => g.Attributes.Count > 0).ToList(),
        };
    }

    private async Task<SchemaProperty> WithAllowedAsync<TEntity, TDto>(
        SchemaProperty property, Field<TEntity, TDto> field, Draft<TEntity, TDto> draft, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var allowed = field switch { ToOne<TEntity, TDto> one => one.Allowed, ToMany<TEntity, TDto> many => many.Allowed, _ => null };
        return allowed is null ? property : property with { Allowed = await allowed.ListAsync(draft, reader, cancellationToken) };
    }

    private sealed class Describer<TEntity, TDto>(Draft<TEntity, TDto> draft) : IFieldVisitor<TEntity, TDto, SchemaProperty>
        where TEntity : class
        where TDto : class, IResourceDto
    {
        public SchemaProperty Visit<TValue>(Property<TEntity, TDto, TValue> property) => Of(property) with
        {
            MinLength = property.MinLengthLimit,
            MaxLength = property.MaxLengthLimit,
            Location = property.IsMeta ? SchemaLocation.Meta : SchemaLocation.Body,
        };

        public SchemaProperty Visit(ToOne<TEntity, TDto> link) => Of(link) with
        {
            Location = SchemaLocation.Links,
            AllowedHref = link.Allowed?.HrefFor(draft),
        };

        public SchemaProperty Visit(ToMany<TEntity, TDto> links) => Of(links) with
        {
            Location = SchemaLocation.Links,
            AllowedHref = links.Allowed?.HrefFor(draft),
        };

        public SchemaProperty Visit(Affordance<TEntity, TDto> affordance) =>
            throw new InvalidOperationException($"{affordance.Name} is an action; schemas list attributes.");

        private SchemaProperty Of(Field<TEntity, TDto> field) =>
            new(field.Name, field.SchemaType, field.Label, field.IsRequired, field.HasDefault, field.IsWritable(draft));
    }
}
