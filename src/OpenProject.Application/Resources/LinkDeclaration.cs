namespace OpenProject.Application.Resources;

/// <summary>What is said in the same words of links to one resource and to many.</summary>
public abstract class LinkDeclaration<TSelf, TEntity, TDto> : FieldDeclaration<TSelf, TEntity, TDto>
    where TSelf : LinkDeclaration<TSelf, TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    private protected LinkDeclaration(string name, IReadOnlyList<ResourcePath> accepts)
        : base(name) => Accepts = accepts;

    /// <summary>The kinds of resource that may be linked; the first names the expected one in errors.</summary>
    public IReadOnlyList<ResourcePath> Accepts { get; }

    /// <summary>Whether bodies embed what is linked.</summary>
    public bool IsEmbedded { get; private set; }

    /// <summary>What may be linked; null when any visible resource may.</summary>
    public AllowedValues<TEntity, TDto>? Allowed { get; private set; }

    /// <summary>Bodies embed what is linked.</summary>
    public TSelf Embedded()
    {
        IsEmbedded = true;
        return (TSelf)this;
    }

    /// <summary>Only these targets.</summary>
    public TSelf AllowedAre(AllowedValues<TEntity, TDto> allowed)
    {
        Allowed = allowed;
        return (TSelf)this;
    }
}
