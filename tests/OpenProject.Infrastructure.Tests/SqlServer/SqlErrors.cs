using System.Reflection;
using Microsoft.Data.SqlClient;

namespace OpenProject.Infrastructure.Tests.SqlServer;

/// <summary>Exceptions as SqlClient makes them from what a server answers; it offers no way to make one.</summary>
internal static class SqlErrors
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic;

    public static SqlException Of(int number, string message)
    {
        var error = typeof(SqlError).GetConstructors(Hidden).Select(make => make.Invoke([.. make.GetParameters().Select(Value)])).First();
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [error]);
        return (SqlException)typeof(SqlException).GetMethod("CreateException", Hidden, [typeof(SqlErrorCollection), typeof(string)])!
            .Invoke(null, [errors, "16.0"])!;

        object? Value(ParameterInfo parameter) => parameter.Name switch
        {
            "infoNumber" => number,
            "errorMessage" => message,
            _ when parameter.ParameterType == typeof(string) => "",
            _ when parameter.ParameterType.IsValueType => Activator.CreateInstance(parameter.ParameterType),
            _ => null,
        };
    }
}
