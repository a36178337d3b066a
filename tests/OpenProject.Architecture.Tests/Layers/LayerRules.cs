using System.Reflection;
using NetArchTest.Rules;

namespace OpenProject.Architecture.Tests.Layers;

/// <summary>Which types a layer may know. Each rule names the types that break it, so that a twin can be seen to.</summary>
internal static class LayerRules
{
    /// <summary>The object-relational mapper and the databases' drivers.</summary>
    public static readonly string[] Storage = ["Microsoft.EntityFrameworkCore", "Microsoft.Data", "System.Data"];

    /// <summary>HTTP, as server.</summary>
    public static readonly string[] HttpServer = ["Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Builder"];

    /// <summary>HTTP, as server or client.</summary>
    public static readonly string[] Http = [.. HttpServer, "System.Net.Http"];

    /// <summary>Types that use anything of the namespaces, in signatures or in bodies.</summary>
    public static IEnumerable<string> ThatKnow(PredicateList types, params string[] namespaces) =>
        types.ShouldNot().HaveDependencyOnAny(namespaces).GetResult().FailingTypeNames ?? [];

    /// <summary>Assemblies that an assembly needs beside the framework's own and those allowed.</summary>
    public static IEnumerable<string> Packages(Assembly assembly, params string[] allowed)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !allowed.Contains(name, StringComparer.Ordinal) && !File.Exists(Path.Combine(framework, name + ".dll")));
    }

    /// <summary>The types of an assembly in a namespace or below it.</summary>
    public static PredicateList In(Assembly assembly, string @namespace) => Types.InAssembly(assembly).That().ResideInNamespace(@namespace);

    /// <summary>The types of an assembly that are not in a namespace or below it.</summary>
    public static PredicateList Outside(Assembly assembly, string @namespace) => Types.InAssembly(assembly).That().DoNotResideInNamespace(@namespace);
}
