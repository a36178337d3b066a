using NJsonSchema;

namespace OpenProject.Api.OpenApi;

/// <summary>Fills in the components of one declaration.</summary>
public interface IResourceShapes
{
    /// <summary>The resource, as read.</summary>
    void Model(JsonSchema schema);

    /// <summary>What is sent.</summary>
    void WriteModel(JsonSchema schema);

    /// <summary>What is sent with the state that was read.</summary>
    void PatchModel(JsonSchema schema);

    /// <summary>A list.</summary>
    void Collection(JsonSchema schema);

    /// <summary>A form.</summary>
    void Form(JsonSchema schema);

    /// <summary>A schema.</summary>
    void Schema(JsonSchema schema);
}
