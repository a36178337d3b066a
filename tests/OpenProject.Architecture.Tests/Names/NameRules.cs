using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.Extensions.Options;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;

namespace OpenProject.Architecture.Tests.Names;

/// <summary>What is called how, and where it is. Each rule names what breaks it, so that a twin can be seen to.</summary>
internal static partial class NameRules
{
    private static readonly string[] EmptyWords = ["Helper", "Helpers", "Manager", "Base", "Util", "Utils", "Utility", "Utilities"];

    /// <summary>Types whose last word says nothing about what they are.</summary>
    public static IEnumerable<string> Nameless(IEnumerable<Type> types) =>
        types.Select(type => type.Name.Split('`')[0]).Where(name => EmptyWords.Any(word => name.EndsWith(word, StringComparison.Ordinal)));

    /// <summary>Paths that hrefs of resources lead to and that no action answers, by <c>GET path/key</c>.</summary>
    public static IEnumerable<string> Unrouted(IEnumerable<IResource> resources, IEnumerable<Type> controllers)
    {
        var answered = controllers.SelectMany(GetTemplates).Select(WithoutNames).ToHashSet(StringComparer.Ordinal);
        return resources.SelectMany(resource => resource.Paths).Select(path => path.Value).Where(path => !answered.Contains(path + "/{}"));
    }

    /// <summary>Parameters of controllers' constructors that are neither a service, nor access, nor settings.</summary>
    public static IEnumerable<string> StrangeDependencies(IEnumerable<Type> controllers) =>
        from controller in controllers
        from parameter in controller.GetConstructors().SelectMany(constructor => constructor.GetParameters())
        let type = parameter.ParameterType
        where !type.Name.EndsWith("Service", StringComparison.Ordinal) && type != typeof(Access)
            && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IOptions<>))
        select $"{controller.Name}({type.Name})";

    /// <summary>Files whose namespace is not the path they lie under.</summary>
    /// <param name="root">The folder that holds the projects.</param>
    /// <param name="files">The files' paths and texts.</param>
    public static IEnumerable<string> Misplaced(string root, IEnumerable<(string Path, string Text)> files) =>
        from file in files
        let declared = Namespace().Match(file.Text)
        where declared.Success
        let place = Path.GetRelativePath(root, Path.GetDirectoryName(file.Path)!).Replace(Path.DirectorySeparatorChar, '.')
        where declared.Groups["name"].Value != place
        select Path.GetRelativePath(root, file.Path);

    private static IEnumerable<string> GetTemplates(Type controller)
    {
        var prefixes = controller.GetCustomAttributes<RouteAttribute>().Select(route => route.Template).DefaultIfEmpty("");
        var templates = controller.GetMethods().SelectMany(method => method.GetCustomAttributes<HttpGetAttribute>())
            .Select(get => ((IRouteTemplateProvider)get).Template);
        return prefixes.SelectMany(_ => templates, (prefix, template) => $"/{prefix}/{template}".TrimEnd('/'));
    }

    private static string WithoutNames(string template) => Hole().Replace(template, "{}");

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Hole();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespace();
}
