using System.Text.RegularExpressions;
using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Notifications;

namespace OpenProject.Application.Notifications;

/// <summary>Tells what values that are told beside resources look like.</summary>
public sealed partial class ValueSchemaService(ResourceReader reader)
{
    /// <summary>Where the schemas are, by the name of the attribute.</summary>
    public const string Path = "/api/v3/values/schema/";

    /// <summary>The schema of the attribute of that name; leaves as not found when no values have it, and as a bad request when it can be no name.</summary>
    public async Task<SchemaDocument> FindAsync(string name)
    {
        if (!LowerCamelCase().IsMatch(name))
            throw new ProblemException(new Problem.BadRequest("Bad request: id is not in lower camel case"));
        await reader.Access.GlobalAsync();
        return Enum.GetValues<AlertedDate>().Any(d => NotificationReasons.NameOf(d) == name) ? Of(name) : throw new ProblemException(new Problem.NotFound());
    }

    /// <summary>The schema of an attribute that is a day.</summary>
    internal static SchemaDocument Of(string name) => new(
    [
        new SchemaProperty("property", "String", "Property", IsRequired: true, HasDefault: false, IsWritable: false),
        new SchemaProperty("value", "Date", Labels.Of(name), IsRequired: true, HasDefault: false, IsWritable: false),
    ]) { SelfHref = Path + name };

    [GeneratedRegex("^[a-z][a-zA-Z0-9]{0,99}$", RegexOptions.NonBacktracking)]
    private static partial Regex LowerCamelCase();
}
