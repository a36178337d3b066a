using AutoMapper;

namespace OpenProject.Application.Tests;

/// <summary>What maps must be so that AutoMapper 8 cannot recurse (docs/decisions/0002-automapper.md). Each rule names what breaks it.</summary>
internal static class MappingRules
{
    /// <summary>Members that are neither scalar nor ignored: filling one may lead to another map.</summary>
    public static IEnumerable<string> DeepMembers(IConfigurationProvider configuration) =>
        from map in configuration.GetAllTypeMaps()
        from member in map.PropertyMaps
        where !member.Ignored && !IsScalar(member.DestinationType)
        select $"{map.DestinationType.Name}.{member.DestinationName}";

    /// <summary>Types that are made by one map and are, alone or in a list, a member that another fills.</summary>
    public static IEnumerable<string> NestedTypes(IConfigurationProvider configuration)
    {
        var maps = configuration.GetAllTypeMaps();
        var made = maps.Select(map => map.DestinationType).ToHashSet();
        return maps.SelectMany(map => map.PropertyMaps).Where(member => !member.Ignored)
            .SelectMany(member => member.DestinationType.GetGenericArguments().Append(member.DestinationType))
            .Where(made.Contains).Select(type => type.Name);
    }

    /// <summary>Maps that may go deeper than themselves.</summary>
    public static IEnumerable<string> UnboundMaps(IConfigurationProvider configuration) =>
        configuration.GetAllTypeMaps().Where(map => map.MaxDepth != 1).Select(map => $"{map.SourceType.Name} to {map.DestinationType.Name}");

    /// <summary>All types that maps read or make.</summary>
    public static IEnumerable<Type> MappedTypes(IConfigurationProvider configuration) =>
        configuration.GetAllTypeMaps().SelectMany(map => new[] { map.SourceType, map.DestinationType }).Distinct();

    /// <summary>Those that implement a generic interface, over which version 8 stumbles on today's runtime.</summary>
    public static IEnumerable<Type> GenericTypes(IEnumerable<Type> types) =>
        types.Where(type => type.GetInterfaces().Any(implemented => implemented.IsGenericType));

    private static bool IsScalar(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        return value.IsPrimitive || value.IsEnum || value == typeof(string) || value == typeof(decimal)
            || value == typeof(DateTime) || value == typeof(DateOnly) || value == typeof(Guid);
    }
}
