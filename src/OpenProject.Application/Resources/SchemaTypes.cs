namespace OpenProject.Application.Resources;

/// <summary>The schema's type name of each kind of value that attributes can hold.</summary>
public static class SchemaTypes
{
    private static readonly Dictionary<Type, string> Names = new()
    {
        [typeof(string)] = "String",
        [typeof(int)] = "Integer",
        [typeof(long)] = "Integer",
        [typeof(bool)] = "Boolean",
        [typeof(double)] = "Float",
        [typeof(DateOnly)] = "Date",
        [typeof(DateTime)] = "DateTime",
        [typeof(Duration)] = "Duration",
        [typeof(DayCount)] = "Duration",
        [typeof(Formattable)] = "Formattable",
        [typeof(Sentences)] = "[]Formattable",
        [typeof(TextList)] = "[]String",
        [typeof(TextMap)] = "Object",
        [typeof(PositionMap)] = "Object",
        [typeof(Queries.FilterInstances)] = "[]QueryFilterInstance",
    };

    /// <summary>The name for a value type, nullable or not.</summary>
    public static string Of(Type value) => Names[Nullable.GetUnderlyingType(value) ?? value];
}
