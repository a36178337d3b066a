using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;

namespace OpenProject.Testing;

/// <summary>What a browser without scripts does: keeps cookies, and sends forms as they stand on the page. It follows no redirects.</summary>
public sealed class Browser(HttpClient client) : IDisposable
{
    /// <summary>A browser of a server, with headers for each request.</summary>
    public static Browser Of(WebApplicationFactory<Program> server, params (string Name, string Value)[] headers)
    {
        var client = server.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("http://localhost") });
        foreach (var (name, value) in headers)
            client.DefaultRequestHeaders.Add(name, value);
        return new Browser(client);
    }

    /// <summary>The client behind it, for requests to APIs.</summary>
    public HttpClient Client => client;

    /// <summary>Opens an address.</summary>
    public Task<ApiAnswer> OpenAsync(string path) => client.GetJsonAsync(path);

    /// <summary>Opens an address that must answer a page, and sends a form of it.</summary>
    public async Task<ApiAnswer> SubmitAsync(string path, string action, params (string Name, string Value)[] fields)
    {
        var page = await OpenAsync(path);
        return page.Status == HttpStatusCode.OK ? await SubmitAsync(page, action, fields) : throw new InvalidOperationException(page.ToString());
    }

    /// <summary>Sends the page's form with that action: what stands in its fields, but for those that are named.</summary>
    public Task<ApiAnswer> SubmitAsync(ApiAnswer page, string action, params (string Name, string Value)[] fields)
    {
        var form = Document(page).Forms.OfType<IHtmlFormElement>().FirstOrDefault(f => f.GetAttribute("action") == action)
            ?? throw new InvalidOperationException($"No form for {action} on: {page.Text}");
        var named = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return PostAsync(action, [.. Standing(form).Where(field => !named.Contains(field.Name)), .. fields]);
    }

    /// <summary>Sends fields.</summary>
    public async Task<ApiAnswer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        return await client.AnswerAsync(request);
    }

    /// <summary>Signs in and stands at the page that follows.</summary>
    public async Task<ApiAnswer> SignInAsync(string login, string password, string back = "/") =>
        await SubmitAsync("/login?back_url=" + Uri.EscapeDataString(back), "/login", ("username", login), ("password", password));

    /// <summary>The page as a document.</summary>
    public static IHtmlDocument Document(ApiAnswer page) => new HtmlParser().ParseDocument(page.Text);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static IEnumerable<(string Name, string Value)> Standing(IHtmlFormElement form) =>
        from element in form.Elements
        let name = element.GetAttribute("name")
        where name is not null && element is not IHtmlButtonElement && !element.HasAttribute("disabled")
        from value in Values(element)
        select (name, value);

    private static IEnumerable<string> Values(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement input => [input.Value],
        IHtmlTextAreaElement text => [text.Value],
        IHtmlSelectElement select => select.Options.Where(option => option.IsSelected).Select(option => option.Value),
        _ => [],
    };
}
