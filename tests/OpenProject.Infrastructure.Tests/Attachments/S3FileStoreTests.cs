using System.Text;
using Microsoft.Extensions.Options;
using OpenProject.Infrastructure.Attachments;
using OpenProject.Testing;

namespace OpenProject.Infrastructure.Tests.Attachments;

/// <summary>The store over a bucket, on a stand-in that speaks the protocol.</summary>
internal sealed class S3FileStoreTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Test]
    public async Task What_is_written_is_read_and_what_a_process_left_behind_is_removed()
    {
        await using var bucket = await S3StandIn.StartAsync();
        using var store = Store(bucket);
        using var content = new MemoryStream("kept"u8.ToArray());
        await store.WriteAsync(Key, content, default);
        await using (var read = await store.OpenAsync(Key, default))
        {
            read.Seek(1, SeekOrigin.Begin);
            using var reader = new StreamReader(read, Encoding.UTF8);
            Assert.That(await reader.ReadToEndAsync(), Is.EqualTo("ept"));
        }

        bucket.Begin(Key);
        bucket.Begin("f" + Key[1..]);
        await store.DeleteAsync(Key, default);
        Assert.That(bucket.Keys, Is.Empty);
        Assert.That(bucket.Begun, Is.EqualTo(new[] { "f" + Key[1..] }), "The other one is somebody else's.");
        await store.DeleteAsync(Key, default);
        Assert.That(() => store.OpenAsync(Key, default), Throws.InstanceOf<IOException>());
    }

    [TestCase(null, null, null, null, true)]
    [TestCase("files", "eu-central-1", null, null, true)]
    [TestCase("files", null, null, null, false)]
    [TestCase("files", "eu-central-1", "id", null, false)]
    public void Settings_that_cannot_work_are_refused(string? bucket, string? region, string? id, string? secret, bool works)
    {
        var options = new S3Options { Bucket = bucket, Region = region, AccessKeyId = id, SecretAccessKey = secret };
        Assert.That(new S3OptionsValidator().Validate(null, options).Succeeded, Is.EqualTo(works));
    }

    private static S3FileStore Store(S3StandIn bucket) => new(
        Options.Create(new S3Options { Bucket = S3StandIn.Bucket, ServiceUrl = bucket.Address, AccessKeyId = "AKIATESTTESTTESTTEST", SecretAccessKey = "not-a-secret-of-anybody" }),
        TimeProvider.System);
}
