using System.Net;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Attachments;

/// <summary>Files in a bucket of S3, on a stand-in that speaks its protocol.</summary>
public sealed class BucketTests
{
    private const int Large = 40 << 20;

    private S3StandIn bucket = null!;
    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        bucket = await S3StandIn.StartAsync();
        server = new ApiServer(
            ("Attachments:MaxBytes", $"{Large}"),
            ("S3:Bucket", S3StandIn.Bucket),
            ("S3:ServiceUrl", bucket.Address),
            ("S3:Prefix", "openproject/"),
            ("S3:AccessKeyId", "AKIATESTTESTTESTTEST"),
            ("S3:SecretAccessKey", "not-a-secret-of-anybody"));
        client = server.Client();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        client.Dispose();
        server.Dispose();
        await bucket.DisposeAsync();
    }

    [Test]
    public async Task A_file_is_put_there_fetched_there_and_removed_there()
    {
        var made = await client.UploadAsync("/api/v3/attachments", "über.txt", "kept"u8.ToArray(), "text/plain");
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That((made["fileSize"].GetInt32(), made["contentType"].GetString()), Is.EqualTo((4, "text/plain")));
        Assert.That(bucket.Keys, Has.One.Match("^openproject/[0-9a-f]{32}$"));

        using var redirect = await client.GetAsync(made["_links/downloadLocation/href"].GetString());
        Assert.That(redirect.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(redirect.Headers.Location!.Query, Does.Contain("X-Amz-Signature="));
        Assert.That(redirect.Headers.CacheControl!.NoStore, Is.True);
        using var anybody = new HttpClient();
        using var fetched = await anybody.GetAsync(redirect.Headers.Location);
        Assert.That(await fetched.Content.ReadAsStringAsync(), Is.EqualTo("kept"));
        Assert.That((fetched.Content.Headers.ContentType!.MediaType, fetched.Content.Headers.ContentDisposition!.DispositionType, fetched.Content.Headers.ContentDisposition.FileNameStar), Is.EqualTo(("text/plain", "inline", "über.txt")));

        Assert.That((await client.DeleteJsonAsync(made["_links/self/href"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(bucket.Keys, Is.Empty);
    }

    [Test]
    public async Task A_large_file_comes_in_parts_and_a_too_large_one_leaves_none()
    {
        var content = new byte[Large];
        new Random(1).NextBytes(content);
        var made = await client.UploadAsync("/api/v3/attachments", "large", content);
        Assert.That((made.Status, made["fileSize"].GetInt32()), Is.EqualTo((HttpStatusCode.Created, Large)));
        using var redirect = await client.GetAsync(made["_links/downloadLocation/href"].GetString());
        using var anybody = new HttpClient();
        var fetched = await anybody.GetByteArrayAsync(redirect.Headers.Location);
        Assert.That((fetched.Length, fetched.AsSpan().SequenceEqual(content)), Is.EqualTo((Large, true)), "Each part is in its place.");
        Assert.That(bucket.Parts, Has.One.GreaterThan(1));
        await client.DeleteJsonAsync(made["_links/self/href"].GetString()!);

        Assert.That((await client.UploadAsync("/api/v3/attachments", "too large", new byte[Large + 1])).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(bucket.Keys, Is.Empty);
        Assert.That(bucket.Begun, Is.Empty);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_client_brings_the_bytes_to_the_bucket_itself(bool encrypts)
    {
        bucket.Encrypts = encrypts;
        var work = (await client.GetJsonAsync("/api/v3/work_packages/1"))["_links/prepareAttachment"];
        Assert.That((work.GetProperty("href").GetString(), work.GetProperty("method").GetString()), Is.EqualTo(("/api/v3/work_packages/1/attachments/prepare", "post")));
        var content = "brought"u8.ToArray();
        var prepared = await PrepareAsync("/api/v3/work_packages/1/attachments/prepare", "C:\\plans\\plan.txt", content.Length);
        Assert.That(prepared.Status, Is.EqualTo(HttpStatusCode.Created), prepared.ToString());
        Assert.That((prepared["_type"].GetString(), prepared["fileName"].GetString(), prepared["_links/container/href"].GetString()), Is.EqualTo(("AttachmentUpload", "plan.txt", "/api/v3/work_packages/1")));
        var (self, complete) = (prepared["_links/self/href"].GetString()!, prepared["_links/completeUpload/href"].GetString()!);
        Assert.That((await client.GetJsonAsync(self)).Status, Is.EqualTo(HttpStatusCode.NotFound), "Nobody sees what is not there.");
        Assert.That((await client.GetJsonAsync(complete)).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await ListedAsync(self), Is.False);
        Assert.That(await BringAsync(prepared, new byte[content.Length + 1]), Is.EqualTo(HttpStatusCode.BadRequest), "Another number of bytes than announced.");
        Assert.That(await BringAsync(prepared, content), Is.EqualTo(HttpStatusCode.NoContent));
        using var mira = await server.ClientOfAsync("mira");
        Assert.That((await mira.GetJsonAsync(complete)).Status, Is.EqualTo(HttpStatusCode.NotFound), "Somebody else's.");

        var made = await client.GetJsonAsync(complete);
        Assert.That((made.Status, made["status"].GetString(), made["fileSize"].GetInt32()), Is.EqualTo((HttpStatusCode.OK, "uploaded", content.Length)), made.ToString());
        Assert.That(made["digest/hash"].GetString(), Is.EqualTo("69d9d554b415750c188714d172ff955e"));
        Assert.That(await ListedAsync(self), Is.True);
        Assert.That((await client.GetJsonAsync(complete))["id"].GetInt64(), Is.EqualTo(made["id"].GetInt64()));
        using var redirect = await client.GetAsync(made["_links/downloadLocation/href"].GetString());
        using var anybody = new HttpClient();
        Assert.That(await anybody.GetByteArrayAsync(redirect.Headers.Location), Is.EqualTo(content));
        await client.DeleteJsonAsync(self);
        Assert.That(bucket.Keys, Is.Empty);
        bucket.Encrypts = false;
    }

    [Test]
    public async Task What_may_not_be_uploaded_is_not_prepared()
    {
        using var jonas = await server.ClientOfAsync("jonas");
        Assert.That((await PrepareAsync("/api/v3/work_packages/1/attachments/prepare", "a.txt", 1, jonas)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await PrepareAsync("/api/v3/work_packages/999999/attachments/prepare", "a.txt", 1)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        foreach (var (name, size, attribute) in new[] { ("", 1L, "fileName"), ("a.txt", 0L, "fileSize"), ("a.txt", Large + 1L, "file"), (new string('x', 300), 1L, "fileName") })
        {
            var refused = await PrepareAsync("/api/v3/attachments/prepare", name, size);
            Assert.That((refused.Status, refused["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, attribute)), refused.ToString());
        }
    }

    private static async Task<HttpStatusCode> BringAsync(ApiAnswer prepared, byte[] content)
    {
        using var form = new MultipartFormDataContent();
        foreach (var field in prepared["_links/addAttachment/form_fields"].EnumerateObject())
            form.Add(new StringContent(field.Value.GetString()!), field.Name);
        form.Add(new ByteArrayContent(content), "file", "file");
        using var anybody = new HttpClient();
        using var answer = await anybody.PostAsync(prepared["_links/addAttachment/href"].GetString(), form);
        return answer.StatusCode;
    }

    private Task<ApiAnswer> PrepareAsync(string path, string fileName, long fileSize, HttpClient? who = null) =>
        (who ?? client).UploadAsync(path, ApiUploads.Metadata(new { fileName, fileSize, contentType = "text/plain" }));

    private async Task<bool> ListedAsync(string self) =>
        (await client.GetJsonAsync("/api/v3/work_packages/1/attachments"))["_embedded/elements"].EnumerateArray()
            .Any(e => e.GetProperty("_links").GetProperty("self").GetProperty("href").GetString() == self);
}
