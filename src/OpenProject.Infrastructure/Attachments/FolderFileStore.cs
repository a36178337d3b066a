using Microsoft.Extensions.Options;
using OpenProject.Application.Common;

namespace OpenProject.Infrastructure.Attachments;

/// <summary>Keeps files in a folder: a file a key, in 256 folders by the key's first two characters.</summary>
internal sealed class FolderFileStore(IOptions<AttachmentOptions> options) : IFileStore
{
    private const int BufferSize = 81_920;

    public async Task WriteAsync(string key, Stream content, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        await content.CopyToAsync(file, BufferSize, cancellationToken);
        file.Flush(flushToDisk: true);
    }

    public Task<Stream> OpenAsync(string key, CancellationToken cancellationToken) => Task.FromResult<Stream>(
        new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan));

    public Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        if (File.Exists(path))
            File.Delete(path);
        return Task.CompletedTask;
    }

    private string PathOf(string key) => Path.Combine(options.Value.Directory!, key[..2], key);
}
