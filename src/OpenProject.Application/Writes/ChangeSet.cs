using OpenProject.Application.Common;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Writes;

/// <summary>What a request's body sends, attribute by attribute, in the order of the declaration.</summary>
/// <param name="changes">The attributes that could be parsed.</param>
/// <param name="errors">The attributes that could not.</param>
/// <param name="lockVersion">The state that the writer saw; null when not sent.</param>
public sealed class ChangeSet<TEntity, TDto>(
    IReadOnlyList<Change<TEntity, TDto>> changes, IReadOnlyList<FieldError> errors, int? lockVersion)
    where TEntity : class
    where TDto : class, IResourceDto
{
    /// <summary>Nothing sent.</summary>
    public static ChangeSet<TEntity, TDto> Empty { get; } = new([], [], null);

    /// <summary>The attributes that could be parsed.</summary>
    public IReadOnlyList<Change<TEntity, TDto>> Changes => changes;

    /// <summary>The attributes that could not be parsed.</summary>
    public IReadOnlyList<FieldError> Errors => errors;

    /// <summary>The state that the writer saw; null when not sent.</summary>
    public int? LockVersion => lockVersion;

    /// <summary>The change of an attribute, or null.</summary>
    public Change<TEntity, TDto>? Find(string attribute) => changes.FirstOrDefault(c => c.Field.Name == attribute);

    /// <summary>The same and one link more, unless the request sent that link itself.</summary>
    public ChangeSet<TEntity, TDto> WithLink(ToOne<TEntity, TDto> link, LinkTarget target) =>
        new([new ToOneChange<TEntity, TDto>(link, target), .. changes.Where(c => c.Field != link)], errors, lockVersion);

    /// <summary>The same and one link more, by its name and the id of what it leads to, for callers that read no body.</summary>
    /// <param name="resource">The declaration.</param>
    /// <param name="attribute">The link's name there.</param>
    /// <param name="id">The new target's id; null for none.</param>
    public ChangeSet<TEntity, TDto> WithLink(Resource<TEntity, TDto> resource, string attribute, long? id)
    {
        var link = (ToOne<TEntity, TDto>)resource.Fields.Single(field => field.Name == attribute);
        var target = id is { } key ? new LinkTarget(link.Accepts[0], key.ToString(System.Globalization.CultureInfo.InvariantCulture)) : null;
        return new([.. changes.Where(c => c.Field != link), new ToOneChange<TEntity, TDto>(link, target)], errors, lockVersion);
    }

    /// <summary>The same and one plain attribute more, for callers that read no body.</summary>
    /// <param name="resource">The declaration.</param>
    /// <param name="attribute">The attribute's name there; its values are of <typeparamref name="TValue"/>.</param>
    /// <param name="value">The new value.</param>
    public ChangeSet<TEntity, TDto> With<TValue>(Resource<TEntity, TDto> resource, string attribute, TValue value)
    {
        var property = (Property<TEntity, TDto, TValue>)resource.Fields.Single(field => field.Name == attribute);
        return new([.. changes.Where(c => c.Field != property), new PropertyChange<TEntity, TDto, TValue>(property, value)], errors, lockVersion);
    }
}
