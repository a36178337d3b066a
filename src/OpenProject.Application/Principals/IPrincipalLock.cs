namespace OpenProject.Application.Principals;

/// <summary>Makes writers of one principal wait for each other.</summary>
public interface IPrincipalLock
{
    /// <summary>Until the caller's transaction ends nobody else changes the principal, if there is one.</summary>
    Task TakeAsync(long id, CancellationToken cancellationToken);

    /// <summary>The same for all administrators at once: until the transaction ends, none of them comes or goes.</summary>
    Task TakeAdministratorsAsync(CancellationToken cancellationToken);
}
