namespace OpenProject.Domain.Common;

/// <summary>An entity that is loaded, changed and stored as one, under a numeric id.</summary>
public abstract class AggregateRoot
{
    /// <summary>An aggregate whose id the database makes.</summary>
    protected AggregateRoot()
    {
    }

    /// <summary>An aggregate whose id follows from what it is; its configuration says so too.</summary>
    protected AggregateRoot(long id) => Id = id;

    /// <summary>The identity; 0 until an aggregate whose id the database makes is stored.</summary>
    public long Id { get; private set; }
}
