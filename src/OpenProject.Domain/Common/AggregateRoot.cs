namespace OpenProject.Domain.Common;

/// <summary>An entity that is loaded, changed and stored as one, under a database-made numeric id.</summary>
public abstract class AggregateRoot
{
    /// <summary>The database identity; 0 until the aggregate is stored.</summary>
    public long Id { get; private set; }
}
