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
        var made = await client.UploadAsync("/api/v3/attachments", "large", new byte[Large]);
        Assert.That((made.Status, made["fileSize"].GetInt32()), Is.EqualTo((HttpStatusCode.Created, Large)));
        using var redirect = await client.GetAsync(made["_links/downloadLocation/href"].GetString());
        using var anybody = new HttpClient();
        Assert.That(await anybody.GetByteArrayAsync(redirect.Headers.Location), Has.Length.EqualTo(Large));
        await client.DeleteJsonAsync(made["_links/self/href"].GetString()!);

        Assert.That((await client.UploadAsync("/api/v3/attachments", "too large", new byte[Large + 1])).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(bucket.Keys, Is.Empty);
        Assert.That(bucket.Begun, Is.Empty);
    }
}
