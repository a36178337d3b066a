using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace OpenProject.Api.V3.Configuration;

/// <summary>The installation's settings, as far as clients need them.</summary>
[Route("api/v3/configuration")]
public sealed class ConfigurationController(IOptions<ApiV3Options> options) : V3Controller
{
    /// <summary>View the configuration.</summary>
    /// <response code="200">The settings.</response>
    [HttpGet(Name = "View_configuration")]
    public ActionResult<ConfigurationModel> Show() => new ConfigurationModel(
        Request.Host.Value ?? "",
        options.Value.MaxAttachmentBytes,
        [options.Value.DefaultPageSize, 100],
        "hours_only",
        [],
        new Dictionary<string, HalLink>(StringComparer.Ordinal) { ["self"] = new("/api/v3/configuration") });
}
