using System.Collections;
using NUnit.Framework;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Testing.Databases;

/// <summary>What <see cref="OnEachDatabaseAttribute"/> runs a fixture on.</summary>
internal sealed class DatabaseProviders : IEnumerable
{
    public IEnumerator GetEnumerator() => Enum.GetValues<DatabaseProvider>()
        .Select(provider => new TestFixtureData(provider)).GetEnumerator();
}
