using OpenProject.Application.Common;

namespace OpenProject.Application.Bcf.Viewpoints;

/// <summary>What a viewpoint is to be like.</summary>
/// <param name="Index">Where people put it in an order.</param>
/// <param name="Scene">Cameras, lines, planes and places of bitmaps, as a JSON object.</param>
/// <param name="Components">What is selected, coloured and visible, as a JSON object; null for nothing said.</param>
/// <param name="Snapshot">The picture; null for none.</param>
/// <param name="Bitmaps">The images that lie in it, in the order of the scene.</param>
/// <param name="Errors">What is wrong with it.</param>
public sealed record BcfViewpointInput(
    int? Index, string Scene, string? Components, BcfImage? Snapshot, IReadOnlyList<BcfImage> Bitmaps, IReadOnlyList<FieldError> Errors);

/// <summary>An image.</summary>
/// <param name="Guid">What building models call it; of snapshots nothing.</param>
/// <param name="Type">The format: <c>png</c> or <c>jpg</c>.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record BcfImage(string Guid, string Type, byte[] Bytes)
{
    /// <summary>The media type.</summary>
    public static string MediaTypeOf(string type) => type == "png" ? "image/png" : "image/jpeg";
}
