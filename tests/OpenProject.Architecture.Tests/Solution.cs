using System.Reflection;
using OpenProject.Domain.Common;

namespace OpenProject.Architecture.Tests;

/// <summary>The assemblies of the four layers.</summary>
internal static class Solution
{
    public static readonly Assembly Domain = typeof(AggregateRoot).Assembly;
    public static readonly Assembly Application = typeof(Application.ApplicationServices).Assembly;
    public static readonly Assembly Infrastructure = typeof(Infrastructure.InfrastructureServices).Assembly;
    public static readonly Assembly Api = typeof(Program).Assembly;

    /// <summary>From the inside to the outside.</summary>
    public static readonly IReadOnlyList<Assembly> Layers = [Domain, Application, Infrastructure, Api];

    /// <summary>All types that somebody wrote.</summary>
    public static IEnumerable<Type> Types => Layers.SelectMany(WrittenTypes);

    /// <summary>The types of an assembly without those that the compiler made.</summary>
    public static IEnumerable<Type> WrittenTypes(Assembly assembly) =>
        assembly.GetTypes().Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal) && type.Namespace?.StartsWith("OpenProject.", StringComparison.Ordinal) == true);
}
