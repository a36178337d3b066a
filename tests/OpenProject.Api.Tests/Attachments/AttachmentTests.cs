using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Domain.Attachments;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Attachments;

/// <summary>Attachments over HTTP: uploaded, listed, downloaded and removed.</summary>
[OnEachDatabase]
public sealed class AttachmentTests(DatabaseProvider provider)
{
    private const string OfWorkPackage = "/api/v3/work_packages/1/attachments";
    private const string Loose = "/api/v3/attachments";

    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7))];

    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        server = new ApiServer(provider, ("Attachments:MaxBytes", "100000"), ("Attachments:AllowedTypes", "application/octet-stream, image/*, text/*, *.pdf, *.svg"));
        client = server.Client();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_folder_takes_no_direct_uploads()
    {
        Assert.That((await client.GetJsonAsync("/api/v3/work_packages/1"))["_links"].TryGetProperty("prepareAttachment", out _), Is.False);
        var refused = await client.UploadAsync("/api/v3/attachments/prepare", ApiUploads.Metadata(new { fileName = "a.txt", fileSize = 1 }));
        Assert.That((refused.Status, refused["errorIdentifier"].GetString()!.Split(':')[^1]), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "UnprocessableContent")), refused.ToString());
    }

    [Test]
    public async Task An_attachment_lives_from_its_upload_to_its_removal()
    {
        var made = await client.UploadAsync(OfWorkPackage, "data.bin", Bytes, description: "Some <b>bytes</b>");

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(made["_type"].GetString(), Is.EqualTo("Attachment"));
        Assert.That((made["fileName"].GetString(), made["fileSize"].GetInt64()), Is.EqualTo(("data.bin", 5000)));
        Assert.That((made["status"].GetString(), made["contentType"].GetString()), Is.EqualTo(("uploaded", "application/octet-stream")));
        Assert.That(made["digest/hash"].GetString(), Is.EqualTo("a639f24b2f2ecd1457eec6a7af942894"));
        Assert.That((made["description/format"].GetString(), made["description/html"].GetString()), Is.EqualTo(("plain", "<p>Some &lt;b&gt;bytes&lt;/b&gt;</p>")));
        Assert.That((made["_links/self/title"].GetString(), made["_links/container/href"].GetString()), Is.EqualTo(("data.bin", "/api/v3/work_packages/1")));
        Assert.That((made["_embedded/author/login"].GetString(), made["_embedded/container/id"].GetInt64()), Is.EqualTo(("admin", 1)));
        var workPackage = await client.GetJsonAsync("/api/v3/work_packages/1");
        Assert.That(Names(workPackage["_embedded/attachments"].ToString()), Does.Contain("data.bin"));
        Assert.That((workPackage["_links/attachments/href"].GetString(), workPackage["_links/addAttachment/method"].GetString()), Is.EqualTo((OfWorkPackage, "post")));
        Assert.That(Names((await client.GetJsonAsync(OfWorkPackage)).Text), Does.Contain("data.bin"));
        Assert.That(await client.GetByteArrayAsync(made["_links/downloadLocation/href"].GetString()), Is.EqualTo(Bytes));
        Assert.That(Files(), Has.Count.EqualTo(1));

        Assert.That((await client.DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await client.GetJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await client.GetJsonAsync(Self(made) + "/content")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(Files(), Is.Empty);
    }

    [Test]
    public async Task The_order_of_the_parts_does_not_count()
    {
        var made = await client.UploadAsync(Loose, ApiUploads.File(Bytes), ApiUploads.Metadata("""{"fileName":"later.bin"}"""));

        Assert.That((made.Status, made["fileName"].GetString()), Is.EqualTo((HttpStatusCode.Created, "later.bin")));
        Assert.That(made["_links/container/href"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        await client.DeleteJsonAsync(Self(made));
    }

    [Test]
    public async Task What_cannot_be_is_refused_and_leaves_no_file()
    {
        var large = new byte[100_001];
        await RefusedAsync(client.UploadAsync(Loose, ApiUploads.File(Bytes)), "fileName", "File name can't be blank.");
        await RefusedAsync(client.UploadAsync(Loose, ApiUploads.Metadata(new { fileName = " " }), ApiUploads.File(Bytes)), "fileName", "File name can't be blank.");
        await RefusedAsync(client.UploadAsync(Loose, new string('n', 256), Bytes), "fileName", "File name is too long (maximum is 255 characters).");
        await RefusedAsync(client.UploadAsync(Loose, ApiUploads.Metadata(new { fileName = "a" })), "file", "File can't be blank.");
        await RefusedAsync(client.UploadAsync(Loose, "large", large), "file", "File is too large (maximum size is 100000 Bytes).");
        await RefusedAsync(client.UploadAsync(Loose, "huge", new byte[2_000_000]), "file", "File is too large (maximum size is 100000 Bytes).");
        await RefusedAsync(client.UploadAsync(Loose, "game.exe", Bytes), "file", "File is of a type that may not be uploaded (application/vnd.microsoft.portable-executable).");
        await AnswersAsync(client.UploadAsync(Loose, ApiUploads.Metadata("no json"), ApiUploads.File(Bytes)), 400, "InvalidRequestBody");
        await AnswersAsync(client.UploadAsync(Loose, ApiUploads.Metadata("[]"), ApiUploads.File(Bytes)), 400, "InvalidRequestBody");
        await AnswersAsync(client.UploadAsync(Loose, ApiUploads.Metadata(new { fileName = 5 }), ApiUploads.File(Bytes)), 422, "PropertyFormatError");
        await AnswersAsync(client.UploadAsync(Loose, ApiUploads.Metadata(new { fileName = "two" }), ApiUploads.File(Bytes), ApiUploads.File(Bytes)), 400, "InvalidRequestBody");
        await AnswersAsync(client.UploadAsync(Loose, ApiUploads.Metadata(new string(' ', 70_000)), ApiUploads.File(Bytes)), 413, "InvalidRequestBody");
        await AnswersAsync(RawAsync("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nbroken off"), 400, "InvalidRequestBody");
        await AnswersAsync(RawAsync("multipart/form-data; boundary=x", "nothing of the kind"), 400, "InvalidRequestBody");
        await AnswersAsync(RawAsync("multipart/form-data", "--x--"), 400, "InvalidRequestBody");
        await AnswersAsync(client.PostJsonAsync(OfWorkPackage, new { fileName = "x" }), 415, "TypeNotSupported");
        Assert.That((int)(await client.UploadAsync("/api/v3/work_packages/999999/attachments", "a", Bytes)).Status, Is.EqualTo(404));

        Assert.That(Files(), Is.Empty);
        await using var scope = server.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IReadStore>();
        Assert.That(await store.CountAsync(store.Rows<StoredFile>(), CancellationToken.None), Is.Zero);
    }

    [Test]
    public async Task Bytes_are_served_in_ranges_and_on_conditions()
    {
        var made = await client.UploadAsync(Loose, "ranges.bin", Bytes);
        var path = Self(made) + "/content";

        using var whole = await client.GetAsync(path);
        Assert.That((whole.Headers.AcceptRanges.Single(), whole.Content.Headers.ContentLength), Is.EqualTo(("bytes", 5000)));
        var tag = whole.Headers.ETag!;
        using var part = await GetAsync(path, headers => headers.Range = new RangeHeaderValue(10, 19));
        Assert.That((part.StatusCode, part.Content.Headers.ContentRange!.ToString()), Is.EqualTo((HttpStatusCode.PartialContent, "bytes 10-19/5000")));
        Assert.That(await part.Content.ReadAsByteArrayAsync(), Is.EqualTo(Bytes[10..20]));
        using var tail = await GetAsync(path, headers => headers.Range = new RangeHeaderValue(null, 5));
        Assert.That(await tail.Content.ReadAsByteArrayAsync(), Is.EqualTo(Bytes[^5..]));
        using var beyond = await GetAsync(path, headers => headers.Range = new RangeHeaderValue(5000, 6000));
        Assert.That(beyond.StatusCode, Is.EqualTo(HttpStatusCode.RequestedRangeNotSatisfiable));
        using var known = await GetAsync(path, headers => headers.IfNoneMatch.Add(tag));
        Assert.That((known.StatusCode, (await known.Content.ReadAsByteArrayAsync()).Length), Is.EqualTo((HttpStatusCode.NotModified, 0)));
        using var other = await GetAsync(path, headers => headers.IfMatch.Add(new EntityTagHeaderValue("\"other\"")));
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        using var changed = await GetAsync(path, headers =>
        {
            headers.Range = new RangeHeaderValue(10, 19);
            headers.IfRange = new RangeConditionHeaderValue(new EntityTagHeaderValue("\"other\""));
        });
        Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await client.DeleteJsonAsync(Self(made));
    }

    [TestCase("cat.png", "text/html", "image/png", "inline")]
    [TestCase("note.txt", "text/html", "text/plain", "inline")]
    [TestCase("paper.pdf", "text/html", "application/pdf", "inline")]
    [TestCase("page.html", "image/png", "text/html", "attachment")]
    [TestCase("drawing.svg", "image/png", "image/svg+xml", "attachment")]
    [TestCase("unknown.thing", "image/png", "image/png", "inline")]
    [TestCase("unknown.thing", "text/html; charset=utf-8", "text/html", "attachment")]
    [TestCase("Zoë's \"plan\".bin", "image/png", "application/octet-stream", "attachment")]
    public async Task A_file_is_shown_only_where_it_can_do_no_harm(string name, string claimed, string type, string disposition)
    {
        var made = await client.UploadAsync(Loose, name, "<script>alert(1)</script>"u8.ToArray(), claimed);
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        using var answer = await client.GetAsync(Self(made) + "/content");

        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo(type));
        Assert.That(answer.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo(disposition));
        Assert.That(answer.Content.Headers.ContentDisposition.FileNameStar, Is.EqualTo(name));
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("sandbox; default-src 'none'"));
        Assert.That(answer.Headers.CacheControl!.ToString(), Is.EqualTo("no-cache, private"));
        await client.DeleteJsonAsync(Self(made));
    }

    [Test]
    public async Task Work_packages_are_found_by_the_names_of_their_files()
    {
        var made = await client.UploadAsync("/api/v3/work_packages/2/attachments", "Quarterly figures.pdf", Bytes);
        async Task<IEnumerable<long>> FoundAsync(string @operator)
        {
            var filter = $$$"""[{"attachmentFileName":{"operator":"{{{@operator}}}","values":["figures QUARTER"]}}]""";
            var list = await client.GetJsonAsync("/api/v3/work_packages?pageSize=-1&filters=" + Uri.EscapeDataString(filter));
            return list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("id").GetInt64());
        }

        Assert.That(await FoundAsync("~"), Is.EqualTo(new[] { 2L }));
        Assert.That(await FoundAsync("!~"), Does.Contain(1L).And.Not.Contain(2L));
        await client.DeleteJsonAsync(Self(made));
    }

    [Test]
    public async Task The_largest_file_is_told()
    {
        Assert.That((await client.GetJsonAsync("/api/v3/configuration"))["maximumAttachmentFileSize"].GetInt64(), Is.EqualTo(100_000));
        var made = await client.UploadAsync(Loose, "largest", new byte[100_000]);
        Assert.That(made["fileSize"].GetInt64(), Is.EqualTo(100_000), made.ToString());
        await client.DeleteJsonAsync(Self(made));
    }

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static IEnumerable<string?> Names(string collection) =>
        JsonElement.Parse(collection).GetProperty("_embedded").GetProperty("elements").EnumerateArray().Select(a => a.GetProperty("fileName").GetString());

    private static async Task RefusedAsync(Task<ApiAnswer> request, string attribute, string message)
    {
        var answer = await request;
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        Assert.That((answer["_embedded/details/attribute"].GetString(), answer["message"].GetString()), Is.EqualTo((attribute, message)));
    }

    private static async Task AnswersAsync(Task<ApiAnswer> request, int status, string error)
    {
        var answer = await request;
        Assert.That((int)answer.Status, Is.EqualTo(status), answer.ToString());
        Assert.That(answer["errorIdentifier"].GetString(), Does.EndWith(":" + error));
    }

    private List<string> Files()
    {
        var folder = Path.Combine(server.DataDirectory, "attachments");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)] : [];
    }

    private async Task<ApiAnswer> RawAsync(string contentType, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Loose) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await client.AnswerAsync(request);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, Action<HttpRequestHeaders> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        headers(request.Headers);
        return await client.SendAsync(request);
    }
}
