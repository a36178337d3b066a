namespace OpenProject.Api.OpenApi;

/// <summary>The OpenAPI 3.1 document of API v3, ready to be sent.</summary>
/// <param name="Json">As JSON, UTF-8.</param>
/// <param name="Yaml">As YAML, UTF-8.</param>
/// <param name="Overview">Its operations as a list for people, Markdown in UTF-8.</param>
public sealed record Contract(byte[] Json, byte[] Yaml, byte[] Overview);
