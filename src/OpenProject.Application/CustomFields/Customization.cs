using System.Globalization;
using System.Linq.Expressions;
using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.Versions;
using OpenProject.Application.Writes;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>Makes fields of a declaration from definitions: attributes of plain values, links of references.</summary>
/// <param name="resource">The declaration.</param>
/// <param name="targets">What links may lead to.</param>
public abstract class Customization<TEntity, TDto>(Resource<TEntity, TDto> resource, CustomFieldTargets targets) : ICustomization
    where TEntity : class, ICustomized
    where TDto : class, IResourceDto, ICustomizedDto
{
    /// <inheritdoc/>
    public abstract CustomizedKind Kind { get; }

    /// <summary>The values of a row.</summary>
    protected abstract Expression<Func<TEntity, IEnumerable<CustomValue>>> Values { get; }

    /// <summary>Whether journals keep the values.</summary>
    protected virtual bool AreRemembered => false;

    /// <summary>Says something of the values of a field; null where nothing can be said.</summary>
    protected virtual Action<TEntity, long, string?>? Commenting => null;

    /// <summary>Whether a row has a field.</summary>
    protected virtual bool Has(TDto dto, CustomFieldDefinition field) => true;

    /// <summary>Whether the viewer sees fields of a row.</summary>
    protected virtual bool MaySee(TDto dto, Access access) => true;

    /// <summary>The values of a row that the viewer sees, then or now; the same as <see cref="MaySee"/>, for statements.</summary>
    protected virtual Expression<Func<TEntity, IEnumerable<CustomValue>>> Seen(FilterContext context) => Values;

    /// <summary>Whether the author of a draft may write its fields.</summary>
    protected virtual bool MayWrite(Draft<TEntity, TDto> draft) => true;

    /// <summary>The project that a draft is in; null for none.</summary>
    protected virtual long? ProjectOf(Draft<TEntity, TDto> draft) => null;

    /// <inheritdoc/>
    public void Define(IReadOnlyList<CustomFieldDefinition> fields) => resource.Define(new DefinedQueries<TEntity, TDto>
    {
        IsTold = (name, access) => fields.FirstOrDefault(f => f.Name == name) is not { } field || VisibleFields.Includes(field, access),
        PrepareToTellAsync = access => VisibleFields.PrepareAsync(Kind, [.. fields.Where(f => !f.IsForAll).SelectMany(f => f.ProjectIds).Distinct()], access),
        Fields = [.. fields.Select(FieldOf), .. fields.Where(f => f.HasComment && Commenting is not null).Select(CommentOn)],
        Filters = [.. fields.Select(f => CustomFilters.Of(f, context => SeenOf(f, context)))],
        Sorts = [.. fields.Where(f => !f.IsMulti && f.Format != CustomFieldFormat.Text).Select(f => CustomSorts.Of(f, context => SeenOf(f, context)))],
        Groups = [.. fields.Select(f => CustomGroups.Of(f, context => SeenOf(f, context))).OfType<GroupKey<TEntity>>()],
        Sums = [.. fields.Where(f => f.Format is CustomFieldFormat.Int or CustomFieldFormat.Float)
            .Select(f => new DefinedSum(f.Name, f.Id, f.Format == CustomFieldFormat.Int ? SumUnit.Whole : SumUnit.Number, f.IsOpenTo))],
        AreRemembered = AreRemembered,
        Values = Seen,
    });

    // What somebody does not see he can neither find nor order by.
    private Expression<Func<TEntity, IEnumerable<CustomValue>>> SeenOf(CustomFieldDefinition field, FilterContext context) =>
        field.IsOpenTo(context.Access) ? Seen(context) : Values.Select(all => all.Where(_ => false));

    private Field<TEntity, TDto> FieldOf(CustomFieldDefinition definition)
    {
        Field<TEntity, TDto> field = definition.Format switch
        {
            CustomFieldFormat.String or CustomFieldFormat.Link => Line(definition),
            CustomFieldFormat.Text => Plain(definition, v => new Formattable(v?.Text, v?.Html), v => string.IsNullOrWhiteSpace(v.Raw) ? null : CustomValue.Of(CustomText.Checked(definition, v.Raw), v.Html)),
            CustomFieldFormat.Int => Plain(definition, v => (int?)v?.Number, v => v is { } number ? CustomValue.Of((double)number) : null),
            CustomFieldFormat.Float => Plain(definition, v => v?.Number, v => v is { } number ? CustomValue.Of(number) : null),
            CustomFieldFormat.Date => Plain(definition, v => v?.Day, v => v is { } day ? CustomValue.Of(day) : null),
            CustomFieldFormat.Bool => Plain(definition, v => v?.Number is { } number ? number != 0 : (bool?)null, v => v is { } flag ? CustomValue.Of(flag) : null),
            _ => definition.IsMulti ? Many(definition) : One(definition),
        };
        field.Define(
            definition.Label,
            definition.IsRequired,
            dto => Has(dto, definition),
            definition.IsOpenTo,
            MaySee,
            MayWrite,
            CustomDefaults.Of(definition) is { } usual ? draft => Default(draft, definition.Id, usual) : null);
        return field;
    }

    // It is there for whom its field is, whether that has a value or not.
    private Property<TEntity, TDto, string?> CommentOn(CustomFieldDefinition definition)
    {
        var id = definition.Id;
        var comment = new Property<TEntity, TDto, string?>(definition.CommentName, dto => dto.Custom.Comment(id))
            .Write((entity, text) => Commenting!(entity, id, text));
        comment.Define($"{definition.Label} comment", isRequired: false, dto => Has(dto, definition), definition.IsOpenTo, MaySee, MayWrite, defaulting: null);
        return comment;
    }

    private static void Default(Draft<TEntity, TDto> draft, long fieldId, IReadOnlyList<CustomValue> usual)
    {
        if (!draft.Entity.CustomValues.Any(v => v.FieldId == fieldId))
            draft.Entity.Customize(fieldId, usual);
    }

    private static Property<TEntity, TDto, string?> Line(CustomFieldDefinition definition) =>
        Plain(definition, v => v?.Text, v => string.IsNullOrWhiteSpace(v) ? null : CustomValue.Of(CustomText.Checked(definition, v.Trim())))
            .Length(definition.MinLength, definition.MaxLength > 0 ? definition.MaxLength : CustomField.LineLimit)
            .Typed(definition.Format == CustomFieldFormat.Link ? "Link" : "String");

    private static Property<TEntity, TDto, TValue> Plain<TValue>(CustomFieldDefinition definition, Func<CustomValue?, TValue> read, Func<TValue, CustomValue?> store)
    {
        var id = definition.Id;
        return new Property<TEntity, TDto, TValue>(definition.Name, dto => read(dto.Custom.One(id)))
            .Write((entity, value) => entity.Customize(id, store(value) is { } stored ? [stored] : []));
    }

    private ToOne<TEntity, TDto> One(CustomFieldDefinition definition)
    {
        var (id, path) = (definition.Id, CustomFieldTargets.PathsOf(definition.Format)[0]);
        var link = new ToOne<TEntity, TDto>(definition.Name, CustomFieldTargets.TypeOf(definition.Format), CustomFieldTargets.PathsOf(definition.Format), dto => dto.Custom.Link(id, path))
            .Write((entity, target) => entity.Customize(id, target is { } to ? [CustomValue.To(to)] : []))
            .AllowedAre(targets.Of<TEntity, TDto>(definition, ProjectOf));
        return definition.Format is CustomFieldFormat.User or CustomFieldFormat.Version ? link.Embedded() : link;
    }

    private static List<CustomValue> Distinct(CustomFieldDefinition definition, IReadOnlyList<LinkTarget> links)
    {
        var ids = links.Select(l => l.Id).Distinct().ToList();
        return ids.Count <= CustomField.MostValues
            ? ids.ConvertAll(CustomValue.To)
            : throw new BrokenRule(definition.Name, $"{definition.Label} is too long (maximum is {CustomField.MostValues} values).");
    }

    private ToMany<TEntity, TDto> Many(CustomFieldDefinition definition)
    {
        var (id, path) = (definition.Id, CustomFieldTargets.PathsOf(definition.Format)[0]);
        return new ToMany<TEntity, TDto>(definition.Name, "[]" + CustomFieldTargets.TypeOf(definition.Format), CustomFieldTargets.PathsOf(definition.Format), dto => dto.Custom.Links(id, path))
            .Write((entity, links, _) => entity.Customize(id, Distinct(definition, links)))
            .AllowedAre(targets.Of<TEntity, TDto>(definition, ProjectOf));
    }
}
