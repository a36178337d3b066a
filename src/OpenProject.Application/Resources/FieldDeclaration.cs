using OpenProject.Application.Permissions;
using OpenProject.Application.Writes;

namespace OpenProject.Application.Resources;

/// <summary>What is said in the same words of attributes and of links.</summary>
public abstract class FieldDeclaration<TSelf, TEntity, TDto> : Field<TEntity, TDto>
    where TSelf : FieldDeclaration<TSelf, TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    private protected FieldDeclaration(string name)
        : base(name) => InSchema = true;

    private TSelf Self => (TSelf)this;

    /// <summary>A label other than the one made from the name.</summary>
    public TSelf Named(string label)
    {
        Label = label;
        return Self;
    }

    /// <summary>A value, or a target, must be given.</summary>
    public TSelf Required()
    {
        IsRequired = true;
        return Self;
    }

    /// <summary>A value is made, or a target chosen, when none is given.</summary>
    public TSelf Defaulted()
    {
        HasDefault = true;
        return Self;
    }

    /// <summary>Not listed by the schema.</summary>
    public TSelf NotInSchema()
    {
        InSchema = false;
        return Self;
    }

    /// <summary>Shown only where the condition holds.</summary>
    public TSelf ShownWhen(Func<TDto, Access, bool> condition)
    {
        IsShown = condition;
        return Self;
    }

    /// <summary>May be written only where the condition holds.</summary>
    public TSelf WritableWhen(Func<Draft<TEntity, TDto>, bool> condition)
    {
        IsWritableWhen = condition;
        return Self;
    }
}
