using System.Text.Json;

namespace OpenProject.Api.Hal.Readers;

/// <summary>A body of an operation that writes no declared resource. What it lacks leaves as <see cref="Application.Common.Problem"/>.</summary>
public interface IRequestBody<out TSelf>
{
    /// <summary>Reads it from a JSON object; from an empty one where there is no body.</summary>
    static abstract TSelf Read(JsonElement body);
}
