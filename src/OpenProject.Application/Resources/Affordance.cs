using OpenProject.Application.Permissions;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Resources;

/// <summary>
/// A link that follows from the resource itself: its schema, a related collection, a form, an action. It is left out
/// where the viewer may not follow it, never printed empty.
/// </summary>
public sealed class Affordance<TEntity, TDto> : Field<TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    internal Affordance(string name, HrefTemplate<TDto> href, string? method)
        : base(name)
    {
        Href = href;
        Method = method;
        IsAction = method is not null;
    }

    /// <summary>Where it leads.</summary>
    public HrefTemplate<TDto> Href { get; }

    /// <summary>The method in lower case; null for GET.</summary>
    public string? Method { get; }

    /// <summary>The label; null for none.</summary>
    public Func<TDto, string?>? Title { get; private set; }

    /// <summary>The one link that the body consists of when it is followed; null where there is no such body.</summary>
    public LinkPayload<TDto>? Payload { get; private set; }

    /// <summary>The parts of the form that it is followed with, by name; null where there is no such form.</summary>
    public Func<TDto, IReadOnlyDictionary<string, string>>? FormFields { get; private set; }

    /// <summary>Whether the href, or the body, has <c>{placeholders}</c> that the client fills.</summary>
    public bool IsTemplated { get; private set; }

    /// <summary>Whether it is something to do, rather than something to read.</summary>
    public bool IsAction { get; private set; }

    /// <summary>What following it needs, any of them; empty for nothing.</summary>
    public PermissionSet NeededAnyOf { get; private set; }

    /// <inheritdoc/>
    public override bool HasWriter => false;

    /// <summary>Offered to holders of any of these permissions.</summary>
    public Affordance<TEntity, TDto> Needs(params Permission[] anyOf)
    {
        NeededAnyOf = PermissionSet.Of(anyOf);
        return this;
    }

    /// <summary>Offered where the condition holds.</summary>
    public Affordance<TEntity, TDto> When(Func<TDto, Access, bool> condition)
    {
        IsShown = condition;
        return this;
    }

    /// <summary>Offered to holders of any of the permissions in any project.</summary>
    public Affordance<TEntity, TDto> NeedsAnywhere(params Permission[] anyOf)
    {
        ShowToHolders(anyOf);
        return this;
    }

    /// <summary>With a label.</summary>
    public Affordance<TEntity, TDto> Titled(Func<TDto, string?> title)
    {
        Title = title;
        return this;
    }

    /// <summary>Something to do waits behind it, though it is followed by reading: a form.</summary>
    public Affordance<TEntity, TDto> Acting()
    {
        IsAction = true;
        return this;
    }

    /// <summary>The client fills placeholders.</summary>
    public Affordance<TEntity, TDto> Templated()
    {
        IsTemplated = true;
        return this;
    }

    /// <summary>Followed with a body of one link, such as <c>{"user":{"href":"/api/v3/users/1"}}</c>.</summary>
    /// <param name="name">The member that the link is.</param>
    /// <param name="href">Where that leads.</param>
    /// <param name="holes">What fills holes other than the id.</param>
    public Affordance<TEntity, TDto> Sending(string name, string href, params (string Name, Func<TDto, string> Value)[] holes)
    {
        Payload = new LinkPayload<TDto>(name, new HrefTemplate<TDto>(href, holes));
        return this;
    }

    /// <summary>Followed with a form (<c>form_fields</c>).</summary>
    public Affordance<TEntity, TDto> Filling(Func<TDto, IReadOnlyDictionary<string, string>> fields)
    {
        FormFields = fields;
        return this;
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TEntity, TDto, TResult> visitor) => visitor.Visit(this);
}
