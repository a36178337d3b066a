using System.Collections;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Tests;

/// <summary>The maps of all profiles: complete, and too flat to recurse.</summary>
internal sealed class MappingTests
{
    [Test]
    public void Every_member_of_a_row_is_mapped_or_ignored_on_purpose() => MappingConfiguration.Create().AssertConfigurationIsValid();

    [Test]
    public void No_map_fills_an_object_from_another_map()
    {
        var nested = MappingConfiguration.Create().GetAllTypeMaps()
            .SelectMany(map => map.PropertyMaps.Where(member => !member.Ignored && !IsFlat(member.DestinationType)).Select(member => $"{map.DestinationType.Name}.{member.DestinationName}"));

        Assert.That(nested, Is.Empty);
    }

    private static bool IsFlat(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        return value.IsPrimitive || value.IsEnum || value == typeof(string) || value == typeof(DateTime) || value == typeof(DateOnly) || value == typeof(Guid)
            || (value.IsAssignableTo(typeof(IEnumerable)) && value.GetGenericArguments() is [var element] && (IsFlat(element) || element == typeof(Reference)));
    }
}
