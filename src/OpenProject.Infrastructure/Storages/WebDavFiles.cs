using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.Logging;
using OpenProject.Application.Common;
using OpenProject.Application.Storages;
using OpenProject.Domain.Storages;

namespace OpenProject.Infrastructure.Storages;

/// <summary>
/// The files of a Nextcloud by WebDAV (RFC 4918), and by its own requests for what that has none for: direct downloads, and
/// uploads without the password. A server that numbers no files is a plain WebDAV server: of such the files' own addresses
/// are told. Nobody but the storage is asked: redirects are not followed, and addresses elsewhere are not believed.
/// </summary>
internal sealed partial class WebDavFiles(IHttpClientFactory clients, ILogger<WebDavFiles> logger) : IRemoteFiles
{
    /// <summary>The name of the client that goes to storages.</summary>
    public const string Client = "storages";

    private const string Tree = "remote.php/dav/";
    private const string Files = "files/" + RemoteAccount.User;
    private const string DirectDownloads = "ocs/v2.php/apps/dav/api/v1/direct?format=json";
    private const string DirectUploads = "index.php/apps/integration_openproject/direct-upload";

    private static readonly HttpMethod PropFind = new("PROPFIND");
    private static readonly HttpMethod Search = new("SEARCH");
    private static readonly HttpMethod MkCol = new("MKCOL");

    /// <inheritdoc/>
    public async Task<RemoteFile?> FindAsync(RemoteAccount account, RemotePath path, CancellationToken cancellationToken) =>
        (await PropertiesAsync(account, path, depth: 0, cancellationToken)).FirstOrDefault(f => f.Path == path);

    /// <inheritdoc/>
    public async Task<RemoteFile?> FindAsync(RemoteAccount account, long number, RemotePath within, CancellationToken cancellationToken)
    {
        using var request = Request(account, Search, Tree);
        request.Content = Xml(WebDavXml.SearchFor(number, "/" + Files + Escaped(within)));
        return (await FilesOfAsync(account, request, cancellationToken)).FirstOrDefault(f => f.Number == number && f.Path.IsWithin(within));
    }

    /// <inheritdoc/>
    public async Task<RemoteFolder?> ListAsync(RemoteAccount account, RemotePath path, CancellationToken cancellationToken)
    {
        var found = await PropertiesAsync(account, path, depth: 1, cancellationToken);
        return found.FirstOrDefault(f => f.Path == path) is { } self
            ? new RemoteFolder(self, [.. found.Where(f => f.Path.Names.Count == path.Names.Count + 1 && f.Path.IsWithin(path))])
            : null;
    }

    /// <inheritdoc/>
    public async Task<bool> CreateFolderAsync(RemoteAccount account, RemotePath path, CancellationToken cancellationToken)
    {
        using var request = Request(account, MkCol, AddressOf(path) + "/");
        using var response = await SendAsync(request, cancellationToken);
        // RFC 4918 section 9.3.1: 405 for what there is already.
        if (response.StatusCode == HttpStatusCode.MethodNotAllowed)
            return false;
        Require(request, response);
        return true;
    }

    /// <inheritdoc/>
    public async Task<Uri> UploadAddressAsync(RemoteAccount account, RemoteFile folder, RemotePath file, CancellationToken cancellationToken)
    {
        if (folder.Number is not { } number)
            return new Uri(account.Host + AddressOf(file));
        using var request = Request(account, HttpMethod.Post, DirectUploads + "-token");
        request.Content = JsonContent.Create(new Dictionary<string, long> { ["folder_id"] = number });
        var answer = await JsonAsync(request, cancellationToken);
        return Text(answer, "token") is { Length: > 0 } token
            ? new Uri($"{account.Host}{DirectUploads}/{Uri.EscapeDataString(token)}")
            : throw Failed(request, "it told no token", null);
    }

    /// <inheritdoc/>
    public async Task<Uri> DownloadAddressAsync(RemoteAccount account, RemoteFile file, CancellationToken cancellationToken)
    {
        if (file.Number is not { } number)
            return new Uri(account.Host + AddressOf(file.Path));
        using var request = Request(account, HttpMethod.Post, DirectDownloads);
        request.Headers.Add("OCS-APIRequest", "true");
        request.Content = new FormUrlEncodedContent([new("fileId", number.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        var answer = await JsonAsync(request, cancellationToken);
        var told = Member(Member(answer, "ocs"), "data") is { } data ? Text(data, "url") : null;
        return Uri.TryCreate(told, UriKind.Absolute, out var address) && new Uri(account.Host).IsBaseOf(address)
            ? address
            : throw Failed(request, "it told an address elsewhere, or none", null);
    }

    private static string Escaped(RemotePath path) => path == RemotePath.Root ? "" : "/" + string.Join('/', path.Names.Select(Uri.EscapeDataString));

    private static string AddressOf(RemotePath path) => Tree + Files + Escaped(path);

    private static JsonElement? Member(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement of, string name) => Member(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static StringContent Xml(XDocument body) => new(body.ToString(SaveOptions.DisableFormatting), Encoding.UTF8, "application/xml");

    private static HttpRequestMessage Request(RemoteAccount account, HttpMethod method, string path)
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{RemoteAccount.User}:{account.Password}"));
        return new HttpRequestMessage(method, new Uri(account.Host + path)) { Headers = { Authorization = new AuthenticationHeaderValue("Basic", credentials) } };
    }

    private async Task<IReadOnlyList<RemoteFile>> PropertiesAsync(RemoteAccount account, RemotePath path, int depth, CancellationToken cancellationToken)
    {
        // Folders are addressed with a slash, or some servers redirect.
        using var request = Request(account, PropFind, AddressOf(path) + (depth > 0 || path == RemotePath.Root ? "/" : ""));
        request.Headers.Add("Depth", depth.ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Content = Xml(WebDavXml.Properties());
        return await FilesOfAsync(account, request, cancellationToken);
    }

    private async Task<IReadOnlyList<RemoteFile>> FilesOfAsync(RemoteAccount account, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return [];
        Require(request, response);
        if (response.StatusCode != HttpStatusCode.MultiStatus)
            throw Failed(request, $"it answered {(int)response.StatusCode}", null);
        try
        {
            return WebDavXml.FilesOf(await response.Content.ReadAsStreamAsync(cancellationToken), new Uri(account.Host + Tree + Files).AbsolutePath);
        }
        catch (Exception unreadable) when (unreadable is XmlException or InvalidOperationException or UriFormatException)
        {
            throw Failed(request, "its answer cannot be read", unreadable);
        }
    }

    private async Task<JsonElement> JsonAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, cancellationToken);
        Require(request, response);
        try
        {
            return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw Failed(request, "its answer cannot be read", unreadable);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            return await client.SendAsync(request, cancellationToken);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException || (unreachable is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Failed(request, "it does not answer", unreachable);
        }
    }

    private void Require(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
            return;
        throw response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new ProblemException(new Problem.Outbound(OutboundFailure.Forbidden)),
            HttpStatusCode.NotFound or HttpStatusCode.Conflict => new ProblemException(new Problem.Outbound(OutboundFailure.NotFound)),
            var status => Failed(request, $"it answered {(int)status}", null),
        };
    }

    private ProblemException Failed(HttpRequestMessage request, string why, Exception? failure)
    {
        Useless(logger, request.RequestUri!.GetLeftPart(UriPartial.Authority), request.Method.Method, why, failure);
        return new ProblemException(new Problem.Outbound(OutboundFailure.Failed));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The storage at {Address} was asked in vain ({Method}): {Why}.")]
    private static partial void Useless(ILogger logger, string address, string method, string why, Exception? failure);
}
