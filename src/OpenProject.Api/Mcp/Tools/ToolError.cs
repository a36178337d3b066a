using System.Text.Json;
using OpenProject.Api.Errors;
using OpenProject.Application.Common;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>
/// A call that failed: <c>error</c> is a sentence, as OpenProject has it, <c>code</c> a word for programs, <c>errors</c> the sentences about each
/// refused attribute. It never tells more than API v3 would.
/// </summary>
internal static class ToolError
{
    /// <summary>What is said of what did not end in time.</summary>
    public const string TookTooLong = "It took too long.";

    /// <summary>What is said of a write whose end is not known.</summary>
    public const string MayBeWritten = "It may have been written; read before repeating.";

    /// <summary>The word of a problem.</summary>
    public static string CodeOf(Problem problem) => problem switch
    {
        Problem.NotFound => "not_found",
        Problem.Forbidden or Problem.Unauthenticated or Problem.InsufficientScope => "forbidden",
        Problem.Conflict => "conflict",
        Problem.Invalid => "validation",
        Problem.TooLarge => "too_large",
        Problem.Unavailable => "unavailable",
        _ => "invalid_arguments",
    };

    /// <summary>Writes a problem.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="index">Which of several writes was refused, where all were refused with it.</param>
    public static void Write(Utf8JsonWriter json, Problem problem, int? index = null)
    {
        json.WriteStartObject();
        json.WriteString("error", index is null ? SentenceOf(problem) : $"Nothing was written, as item {index} (from 0) was refused: {SentenceOf(problem)}");
        if (index is { } which)
            json.WriteNumber("index", which);
        json.WriteString("code", CodeOf(problem));
        if (problem is Problem.Invalid invalid)
        {
            json.WriteStartObject("errors");
            foreach (var attribute in invalid.Errors.GroupBy(error => error.Attribute, StringComparer.Ordinal))
            {
                json.WriteStartArray(attribute.Key);
                foreach (var error in attribute)
                    json.WriteStringValue(error.Message);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a failure that no <see cref="Problem"/> stands behind.</summary>
    public static void Write(Utf8JsonWriter json, string sentence, string code)
    {
        json.WriteStartObject();
        json.WriteString("error", sentence);
        json.WriteString("code", code);
        json.WriteEndObject();
    }

    private static string SentenceOf(Problem problem) => problem switch
    {
        Problem.Invalid invalid => string.Join(' ', invalid.Errors.Select(error => error.Message)),
        Problem.Conflict { Message: null } => V3Errors.MessageOf(problem) + " Read it again, and send the lockVersion that it has now.",
        _ => V3Errors.MessageOf(problem),
    };
}
