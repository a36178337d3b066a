using System.IO.Pipelines;
using System.Security.Cryptography;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;
using Microsoft.Extensions.Options;
using OpenProject.Application.Common;
using OpenProject.Domain.Attachments;

namespace OpenProject.Infrastructure.Attachments;

/// <summary>Keeps files in a bucket of S3. Clients fetch them there, by addresses that are signed for some minutes.</summary>
internal sealed class S3FileStore(IOptions<S3Options> options, TimeProvider clock) : IFileStore, IDisposable
{
    // A file whose length is not known comes in parts, one of which is in memory at a time; ten thousand of them are most.
    private const long PartSize = 16 << 20;

    private static readonly TimeSpan AddressLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UploadLife = TimeSpan.FromMinutes(15);

    private readonly AmazonS3Client client = ClientFor(options.Value);

    private string Bucket => options.Value.Bucket!;

    public async Task WriteAsync(string key, Stream content, CancellationToken cancellationToken)
    {
        using var transfer = new TransferUtility(client);

        // It closes streams of unknown length, whatever it is told.
        var lent = PipeReader.Create(content, new StreamPipeReaderOptions(leaveOpen: true)).AsStream();
        await transfer.UploadAsync(
            new TransferUtilityUploadRequest { BucketName = Bucket, Key = NameOf(key), InputStream = lent, AutoCloseStream = false, PartSize = PartSize },
            cancellationToken);
    }

    // Through a file that goes with the stream: what comes from a bucket cannot be sought in.
    public async Task<Stream> OpenAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            using var found = await client.GetObjectAsync(Bucket, NameOf(key), cancellationToken);
            var file = new FileStream(
                Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 81_920, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
            try
            {
                await found.ResponseStream.CopyToAsync(file, cancellationToken);
                file.Position = 0;
                return file;
            }
            catch
            {
                await file.DisposeAsync();
                throw;
            }
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            throw new FileNotFoundException($"The bucket has no file {key}.", missing);
        }
    }

    // Parts that a process which ended has left cost as much as files, and are seen in no list of them.
    public async Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        var begun = await client.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = Bucket, Prefix = NameOf(key) }, cancellationToken);
        foreach (var upload in begun.MultipartUploads ?? [])
            await client.AbortMultipartUploadAsync(Bucket, upload.Key, upload.UploadId, cancellationToken);
        await client.DeleteObjectAsync(Bucket, NameOf(key), cancellationToken);
    }

    public async Task<Uri?> AddressAsync(string key, ServedAs served) => new(await client.GetPreSignedURLAsync(new GetPreSignedUrlRequest
    {
        BucketName = Bucket,
        Key = NameOf(key),
        Expires = (clock.GetUtcNow() + AddressLife).UtcDateTime,
        Protocol = options.Value.ServiceUrl?.StartsWith("http:", StringComparison.OrdinalIgnoreCase) == true ? Protocol.HTTP : Protocol.HTTPS,
        ResponseHeaderOverrides = new ResponseHeaderOverrides { ContentType = served.ContentType, ContentDisposition = served.Disposition, CacheControl = "private" },
    }));

    public async Task<DirectUpload?> InviteAsync(string key, string contentType, long byteSize)
    {
        var form = await client.CreatePresignedPostAsync(new CreatePresignedPostRequest
        {
            BucketName = Bucket,
            Key = NameOf(key),
            Expires = (clock.GetUtcNow() + UploadLife).UtcDateTime,
            Fields = new() { ["Content-Type"] = contentType },
            Conditions = [S3PostCondition.ContentLengthRange(byteSize, byteSize)],
        });
        return new DirectUpload(new Uri(form.Url), form.Fields);
    }

    public async Task<BroughtFile?> LookAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var found = await client.GetObjectMetadataAsync(Bucket, NameOf(key), cancellationToken);
            return new BroughtFile(found.ContentLength, await DigestAsync(key, found, cancellationToken));
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    // The tag is the digest of what was put there whole, unless it was encrypted with a key of its own.
    private async Task<string> DigestAsync(string key, GetObjectMetadataResponse found, CancellationToken cancellationToken)
    {
        var tag = found.ETag.Trim('"').ToLowerInvariant();
        var isPlain = found.ServerSideEncryptionMethod is null || found.ServerSideEncryptionMethod == ServerSideEncryptionMethod.None
            || found.ServerSideEncryptionMethod == ServerSideEncryptionMethod.AES256;
        if (isPlain && tag.Length == StoredFile.DigestLength && tag.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f'))
            return tag;
        using var content = await client.GetObjectAsync(Bucket, NameOf(key), cancellationToken);
#pragma warning disable CA5351 // API v3 tells MD5 digests; they find transmission errors, nothing trusts them.
        return Convert.ToHexStringLower(await MD5.HashDataAsync(content.ResponseStream, cancellationToken));
#pragma warning restore CA5351
    }

    public void Dispose() => client.Dispose();

    private string NameOf(string key) => options.Value.Prefix + key;

    private static AmazonS3Client ClientFor(S3Options options)
    {
        var config = new AmazonS3Config();
        if (options.ServiceUrl is { } address)
        {
            // Others than Amazon's know no buckets by host name, and not all know the newer checksums.
            (config.ServiceURL, config.ForcePathStyle, config.AuthenticationRegion) = (address, true, options.Region ?? "us-east-1");
            config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
            config.ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        }

        return options is { AccessKeyId: { } id, SecretAccessKey: { } secret }
            ? new AmazonS3Client(new BasicAWSCredentials(id, secret), config)
            : new AmazonS3Client(config);
    }
}
