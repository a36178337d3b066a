using System.Text.Json;
using OpenProject.Api.Hal;
using OpenProject.Api.Hal.Readers;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.SavedQueries;

/// <summary>Parses <c>timelineLabels</c>: an object of texts.</summary>
internal static class LabelText
{
    /// <summary>The labels; null when the text is none.</summary>
    public static TextMap? Parse(string text)
    {
        using var document = StrictJson.TryParse(text);
        return document?.RootElement is { ValueKind: JsonValueKind.Object } labels && ValueReaders.For<TextMap>()(labels, out var map) ? map : null;
    }
}
