namespace OpenProject.Application.Common;

/// <summary>Fills a new database with what an installation begins with; does nothing on one that has it.</summary>
public interface ISeeder
{
    /// <summary>Seeds, in one transaction.</summary>
    Task SeedAsync(CancellationToken cancellationToken);
}
