using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using OpenProject.Application.Common;

namespace OpenProject.Application.Bcf.Exchange;

/// <summary>
/// The files of a <c>.bcfzip</c>, read with suspicion: not too many, not too much together, none that unpacks to far more than it is, none
/// whose name leads out of the archive; XML without document types, so that no entity is expanded or fetched.
/// </summary>
internal sealed class BcfZip : IDisposable
{
    private const int MostFiles = 20_000;
    private const long MostOfXml = 32L * 1024 * 1024;
    private const int MostRatio = 200;
    private const long SmallEnough = 1024 * 1024;

    private readonly ZipArchive archive;
    private readonly long mostBytes;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<ZipArchiveEntry> known = [];
    private long declared;
    private long read;

    /// <summary>Opens an archive.</summary>
    /// <param name="stream">The archive, which seeks.</param>
    /// <param name="mostBytes">The most bytes that all its files may have when they are unpacked.</param>
    /// <exception cref="ProblemException">It is none, or not one that is taken.</exception>
    public BcfZip(Stream stream, long mostBytes)
    {
        this.mostBytes = mostBytes;
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MostFiles)
                throw Refused("It has too many files.");
            foreach (var entry in archive.Entries)
                Enter(entry);
        }
        catch (InvalidDataException)
        {
            throw Refused("It is no zip archive.");
        }
    }

    /// <summary>The names of its files.</summary>
    public IEnumerable<string> Names => entries.Keys;

    /// <summary>A file's bytes; null where there is none of that name.</summary>
    /// <exception cref="ProblemException">It is too large.</exception>
    public byte[]? Bytes(string name, long most)
    {
        if (!entries.TryGetValue(Normal(name), out var entry))
            return null;
        try
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            var chunk = new byte[81_920];
            for (int count; (count = content.Read(chunk)) > 0;)
            {
                // What the archive says of sizes may be wrong.
                if (bytes.Length + count > most || (!known.Contains(entry) && read + bytes.Length + count > mostBytes))
                    throw new ProblemException(new Problem.TooLarge(Math.Min(most, mostBytes)));
                bytes.Write(chunk, 0, count);
            }

            if (known.Add(entry))
                read += bytes.Length;
            return bytes.ToArray();
        }
        catch (InvalidDataException)
        {
            throw Refused($"'{name}' cannot be unpacked.");
        }
    }

    /// <summary>A file in XML; null where there is none of that name.</summary>
    /// <exception cref="ProblemException">It is no XML, or has a document type.</exception>
    public XElement? Xml(string name)
    {
        if (Bytes(name, MostOfXml) is not { } bytes)
            return null;
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostOfXml };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), settings);
            return XElement.Load(reader);
        }
        catch (XmlException broken)
        {
            throw Refused($"'{name}' cannot be read: {broken.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    /// <summary>The problem of an archive that is not taken.</summary>
    internal static ProblemException Refused(string reason) => new(new Problem.Invalid("file", "The archive is refused. " + reason));

    private static string Normal(string name) => name.Replace('\\', '/');

    private void Enter(ZipArchiveEntry entry)
    {
        var name = Normal(entry.FullName);
        if (name.StartsWith('/') || name.Contains(':') || name.Split('/').Contains("..") || name.Any(char.IsControl))
            throw Refused("A name in it leads out of it.");
        if (entry.Length > SmallEnough && entry.Length / Math.Max(entry.CompressedLength, 1) > MostRatio)
            throw Refused($"'{name}' unpacks to far more than it is.");
        if (entry.Length > mostBytes || (declared += entry.Length) > mostBytes)
            throw new ProblemException(new Problem.TooLarge(mostBytes));
        if (!name.EndsWith('/'))
            entries[name] = entry;
    }
}
