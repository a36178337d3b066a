using System.Text;
using System.Text.Encodings.Web;
using OpenProject.Api.Errors;

namespace OpenProject.Api.Pages;

/// <summary>Which of the APIs this program serves, told by its routes: nothing else has to be kept true.</summary>
public sealed class ServedApis(EndpointDataSource endpoints)
{
    private readonly Lazy<IReadOnlyList<(ServedApi Api, bool IsServed, bool HasStart)>> apis = new(() =>
    {
        var routes = endpoints.Endpoints.OfType<RouteEndpoint>().ToList();
        var areas = routes.Select(r => r.Metadata.GetMetadata<ApiAreaAttribute>()?.Area).ToHashSet();
        var read = routes.Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true)
            .Select(r => "/" + r.RoutePattern.RawText?.Trim('/')).ToHashSet(StringComparer.Ordinal);
        return [.. ServedApi.All.Select(api => (api, areas.Contains(api.Area), read.Contains(api.Start)))];
    });

    /// <summary>A list item for each; linked where there is something to follow.</summary>
    /// <param name="pathBase">The path under which the application is served.</param>
    public string AsHtml(PathString pathBase)
    {
        var html = new StringBuilder();
        foreach (var (api, isServed, hasStart) in apis.Value)
        {
            var name = hasStart ? $"<a href=\"{HtmlEncoder.Default.Encode(pathBase + api.Start)}\">{api.Name}</a>" : api.Name;
            html.Append("<li>").Append(name).Append(": ").Append(api.About).Append(", ");
            html.Append(isServed ? $"<code>{api.Path}</code>" : "<span class=\"quiet\">not served yet</span>").AppendLine("</li>");
        }

        return html.ToString();
    }
}
