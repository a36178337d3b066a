using OpenProject.Application.Writes;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Resources;

/// <summary>A plain attribute: a value in the body.</summary>
public sealed class Property<TEntity, TDto, TValue> : FieldDeclaration<Property<TEntity, TDto, TValue>, TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    private string? typed;

    internal Property(string name, Func<TDto, TValue> get)
        : base(name) => Get = get;

    /// <inheritdoc/>
    public override string SchemaType
    {
        get => typed ?? SchemaTypes.Of(typeof(TValue));
        protected set => typed = value;
    }

    /// <summary>Reads the value from a row.</summary>
    public Func<TDto, TValue> Get { get; }

    /// <summary>Writes the value to a draft's aggregate; null when the attribute is read-only.</summary>
    public Action<TEntity, TValue, Draft<TEntity, TDto>>? Set { get; private set; }

    /// <summary>The least number of characters; null for no limit.</summary>
    public int? MinLengthLimit { get; private set; }

    /// <summary>The greatest number of characters; null for no limit.</summary>
    public int? MaxLengthLimit { get; private set; }

    /// <summary>The values there are, when they are few and fixed; null when any is.</summary>
    public IReadOnlyList<string>? OneOfValues { get; private set; }

    /// <summary>The syntax of text; <see cref="Formattable.Plain"/> is not rendered as Markdown.</summary>
    public string TextFormat { get; private set; } = Formattable.Markdown;

    /// <summary>A null value is left out of bodies rather than printed.</summary>
    public bool IsOmittedWhenNull { get; private set; }

    /// <inheritdoc/>
    public override bool HasWriter => Set is not null;

    /// <summary>A schema type other than the one the value's type implies.</summary>
    public Property<TEntity, TDto, TValue> Typed(string schemaType)
    {
        SchemaType = schemaType;
        return this;
    }

    /// <summary>Limits the number of characters.</summary>
    public Property<TEntity, TDto, TValue> Length(int least, int greatest)
    {
        (MinLengthLimit, MaxLengthLimit) = (least, greatest);
        return this;
    }

    /// <summary>Only these values.</summary>
    public Property<TEntity, TDto, TValue> OneOf(params string[] values)
    {
        OneOfValues = values;
        return this;
    }

    /// <summary>Text without markup.</summary>
    public Property<TEntity, TDto, TValue> PlainText()
    {
        TextFormat = Formattable.Plain;
        return this;
    }

    /// <summary>Never in bodies, only written.</summary>
    public Property<TEntity, TDto, TValue> Hidden()
    {
        InBody = false;
        return this;
    }

    /// <summary>Stands under <c>_meta</c> of requests: it tells how to write, and is no part of the resource.</summary>
    public Property<TEntity, TDto, TValue> Meta()
    {
        (IsMeta, InBody) = (true, false);
        return this;
    }

    /// <summary>Left out of bodies when null.</summary>
    public Property<TEntity, TDto, TValue> OmittedWhenNull()
    {
        IsOmittedWhenNull = true;
        return this;
    }

    /// <summary>May be written, by holders of any of these permissions where some are named.</summary>
    public Property<TEntity, TDto, TValue> Write(Action<TEntity, TValue> set, params Permission[] anyOf) =>
        Write((entity, value, _) => set(entity, value), anyOf);

    /// <summary>May be written with a look at the draft (who writes, when).</summary>
    public Property<TEntity, TDto, TValue> Write(Action<TEntity, TValue, Draft<TEntity, TDto>> set, params Permission[] anyOf)
    {
        Set = set;
        WriteNeeds = PermissionSet.Of(anyOf);
        return this;
    }

    /// <inheritdoc/>
    public override string? Check(TDto dto, Draft<TEntity, TDto> draft)
    {
        if (!InBody && !draft.Sent(Name))
            return null;
        var value = Get(dto);
        var text = value switch { string s => s, Formattable f => f.Raw, _ => null };
        if (IsRequired && HasWriter && (value is null || (value is string or Formattable && string.IsNullOrWhiteSpace(text))))
            return "can't be blank.";
        if (text is null)
            return null;
        if (MaxLengthLimit is { } most && text.Length > most)
            return $"is too long (maximum is {most} characters).";
        if (MinLengthLimit is { } least && text.Length < least && text.Length > 0)
            return $"is too short (minimum is {least} characters).";
        return OneOfValues is { } values && !values.Contains(text) ? "is not set to one of the allowed values." : null;
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TEntity, TDto, TResult> visitor) => visitor.Visit(this);
}
