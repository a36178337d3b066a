using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OpenProject.Application.Attachments;
using OpenProject.Application.Common;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Attachments;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Tests.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Infrastructure.Tests.Attachments;

/// <summary>Wherever a process ends, no file is left that nothing refers to, and nothing refers to one that is not there.</summary>
[OnEachDatabase]
internal sealed class StoredFilesTests(DatabaseProvider provider)
{
    private static readonly TimeSpan Unclaimed = TimeSpan.FromHours(3);

    private MigratedDatabase database = null!;
    private TemporaryDirectory folder = null!;
    private FolderFileStore store = null!;
    private User ada = null!;

    [SetUp]
    public async Task SetUp()
    {
        database = new MigratedDatabase(provider);
        folder = new TemporaryDirectory();
        store = new FolderFileStore(Options.Create(new AttachmentOptions { Directory = Path.Combine(folder.Path, "files") }));
        ada = User.Create("ada", "Ada", "Lovelace", "ada@example.net", database.Now);
        await database.StoreAsync(ada);
    }

    [TearDown]
    public void TearDown()
    {
        database.Dispose();
        folder.Dispose();
    }

    [Test]
    public async Task A_process_that_ended_while_bytes_came_leaves_nothing()
    {
        var file = StoredFile.Announce(database.Now);
        await database.StoreAsync(file);
        await WriteAsync(file.Key, "half of it");

        await SweepAsync();
        Assert.That(await StatesAsync(), Is.EqualTo(new[] { FileState.Arriving }), "They may still be coming.");
        database.Clock.Advance(StoredFile.Patience);
        await SweepAsync();

        Assert.That(await StatesAsync(), Is.Empty);
        Assert.That(Files(), Is.Empty);
    }

    [Test]
    public async Task A_process_that_ended_before_bytes_came_leaves_nothing()
    {
        await database.StoreAsync(StoredFile.Announce(database.Now));
        database.Clock.Advance(StoredFile.Patience);

        await SweepAsync();

        Assert.That(await StatesAsync(), Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_process_that_ended_while_it_removed_a_file_has_it_removed_by_another(bool bytesAreLeft)
    {
        var file = await UploadedAsync("old");
        await using (var context = database.Open())
            await context.Set<StoredFile>().ExecuteUpdateAsync(set => set.SetProperty(f => f.State, FileState.Doomed));
        if (!bytesAreLeft)
            await store.DeleteAsync(file.Key, default);

        await SweepAsync();

        Assert.That(await StatesAsync(), Is.Empty);
        Assert.That(Files(), Is.Empty);
    }

    [Test]
    public async Task A_file_stays_while_anything_refers_to_it()
    {
        var file = await UploadedAsync("shared");
        await AttachAsync(file);
        await AttachAsync(file);
        await using (var context = database.Open())
        {
            var attachment = await context.Set<Attachment>().AsTracking().FirstAsync();
            attachment.File.Release(database.Now);
            context.Remove(attachment);
            await context.SaveChangesAsync();
        }

        await WithFilesAsync(files => files.RemoveAsync(file.Id, default));

        Assert.That(await StatesAsync(), Is.EqualTo(new[] { FileState.Uploaded }));
        Assert.That(await ReadAsync(file.Key), Is.EqualTo("shared"));
    }

    [Test]
    public async Task Whatever_the_model_lets_refer_to_a_file_keeps_it()
    {
        await using var context = database.Open();
        var keys = StoredFileReferents.KeysOf(context.Model).ToList();
        Assert.That(keys, Has.Count.GreaterThanOrEqualTo(5), "Attachments, snippets, snapshots, bitmaps and documents.");
        foreach (var key in keys)
        {
            var file = await UploadedAsync(key.DeclaringEntityType.ClrType.Name);
            await ReferAsync(context, key, file.Id);
        }

        var lonely = await UploadedAsync("lonely");
        database.Clock.Advance(StoredFile.Patience);
        await SweepAsync();

        Assert.That(Files(), Has.Length.EqualTo(keys.Count).And.No.Member(lonely.Key));
        Assert.That(await StatesAsync(), Has.Length.EqualTo(keys.Count).And.All.EqualTo(FileState.Uploaded));
    }

    [Test]
    public async Task Whoever_finishes_a_file_that_is_being_removed_is_refused()
    {
        await using var context = database.Open();
        var work = database.UnitOfWork(context, ada.Id);
        var file = StoredFile.Announce(database.Now);
        context.Add(file);
        await work.SaveAsync(default);
        database.Clock.Advance(StoredFile.Patience);
        await SweepAsync();

        file.Arrive(3, new string('0', StoredFile.DigestLength));
        context.Add(Attachment.Create(file, "late", null, ada.Id, database.Now));

        Assert.That(Assert.ThrowsAsync<ProblemException>(() => work.SaveAsync(default))!.Problem, Is.TypeOf<Problem.Conflict>());
    }

    [Test]
    public async Task A_file_that_cannot_be_removed_is_tried_again_and_stops_no_other()
    {
        var stuck = await UploadedAsync("stuck");
        await UploadedAsync("gone");
        database.Clock.Advance(StoredFile.Patience);
        var broken = new StuckStore(store) { Stuck = stuck.Key };

        await SweepAsync(broken);
        Assert.That(Files(), Is.EqualTo(new[] { stuck.Key }));
        broken.Stuck = null;
        await SweepAsync(broken);

        Assert.That(await StatesAsync(), Is.Empty);
        Assert.That(Files(), Is.Empty);
    }

    [Test]
    public async Task More_files_than_one_batch_go_in_one_sweep()
    {
        await database.StoreAsync([.. Enumerable.Range(0, 250).Select(_ => StoredFile.Announce(database.Now))]);
        database.Clock.Advance(StoredFile.Patience);

        await SweepAsync();

        Assert.That(await StatesAsync(), Is.Empty);
    }

    [Test]
    public async Task A_key_is_written_once()
    {
        await WriteAsync("0123456789abcdef0123456789abcdef", "first");

        Assert.That(() => WriteAsync("0123456789abcdef0123456789abcdef", "second"), Throws.InstanceOf<IOException>());
        Assert.That(() => store.OpenAsync("f123456789abcdef0123456789abcdef", default), Throws.InstanceOf<IOException>());
    }

    // A row that refers to the file and has something in every other column that must have it: what it belongs to is not there.
    private static async Task ReferAsync(OpenProjectDbContext context, IForeignKey key, long fileId)
    {
        var (entity, reference) = (key.DeclaringEntityType, key.Properties[0]);
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        var columns = entity.GetProperties().Where(p => p == reference || (!p.IsNullable && p.ValueGenerated != ValueGenerated.OnAdd)).ToList();
        string Value(IProperty property) => property == reference ? fileId.ToString(CultureInfo.InvariantCulture)
            : (property.GetProviderClrType() ?? property.ClrType) is var type && (type == typeof(string) || type == typeof(DateTime)) ? "'2030-01-01'" : "1";
        var sql = $"INSERT INTO {entity.GetTableName()} ({string.Join(", ", columns.Select(c => c.GetColumnName(table)))}) VALUES ({string.Join(", ", columns.Select(Value))})";
        await context.Database.OpenConnectionAsync();
        await context.Database.ExecuteSqlRawAsync(context.Database.IsSqlite() ? "PRAGMA foreign_keys = OFF" : $"ALTER TABLE {entity.GetTableName()} NOCHECK CONSTRAINT ALL");
        await context.Database.ExecuteSqlRawAsync(sql);
    }

    private async Task AttachAsync(StoredFile file)
    {
        await using var context = database.Open();
        context.Attach(file);
        context.Add(Attachment.Create(file, "a", null, ada.Id, database.Now));
        await context.SaveChangesAsync();
    }

    private async Task<StoredFile> UploadedAsync(string text)
    {
        var file = StoredFile.Announce(database.Now);
        file.BeOfType("text/plain");
        file.Arrive(text.Length, new string('0', StoredFile.DigestLength));
        await database.StoreAsync(file);
        await WriteAsync(file.Key, text);
        return file;
    }

    private Task WriteAsync(string key, string text) => store.WriteAsync(key, new MemoryStream(Encoding.UTF8.GetBytes(text)), default);

    private async Task<string> ReadAsync(string key)
    {
        using var reader = new StreamReader(await store.OpenAsync(key, default));
        return await reader.ReadToEndAsync();
    }

    private Task SweepAsync(IFileStore? other = null) => WithFilesAsync(files => files.SweepAsync(default), other);

    private async Task WithFilesAsync(Func<StoredFiles, Task> act, IFileStore? other = null)
    {
        await using var context = database.Open();
        var policy = new AttachmentPolicy(1000, [], Unclaimed);
        await act(new StoredFiles(context, database.UnitOfWork(context, ada.Id), other ?? store, policy, database.Clock, NullLogger<StoredFiles>.Instance));
    }

    private async Task<FileState[]> StatesAsync()
    {
        await using var context = database.Open();
        return await context.Set<StoredFile>().Select(f => f.State).ToArrayAsync();
    }

    private string[] Files() => Directory.Exists(Path.Combine(folder.Path, "files"))
        ? [.. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)!).Where(name => name.Length == StoredFile.KeyLength)]
        : [];

    private sealed class StuckStore(IFileStore store) : IFileStore
    {
        public string? Stuck { get; set; }

        public Task WriteAsync(string key, Stream content, CancellationToken cancellationToken) => store.WriteAsync(key, content, cancellationToken);

        public Task<Stream> OpenAsync(string key, CancellationToken cancellationToken) => store.OpenAsync(key, cancellationToken);

        public Task DeleteAsync(string key, CancellationToken cancellationToken) =>
            key == Stuck ? throw new IOException("The disk is read-only.") : store.DeleteAsync(key, cancellationToken);
    }
}
