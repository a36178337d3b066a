using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using OpenProject.Application.Storages;
using OpenProject.Domain.Storages;

namespace OpenProject.Infrastructure.Storages;

/// <summary>What is said to and by WebDAV servers: RFC 4918 sections 14 and 15, RFC 5323 section 5, and ownCloud's properties, which Nextcloud has.</summary>
internal static class WebDavXml
{
    private static readonly XNamespace Dav = "DAV:";
    private static readonly XNamespace OwnCloud = "http://owncloud.org/ns";

    private static readonly XName[] Wanted =
    [
        Dav + "resourcetype", Dav + "getcontentlength", Dav + "getcontenttype", Dav + "getlastmodified", Dav + "creationdate",
        OwnCloud + "fileid", OwnCloud + "size", OwnCloud + "owner-display-name",
    ];

    // No entities are resolved, so that an answer can neither grow nor reach for anything.
    private static readonly XmlReaderSettings Wary = new() { Async = false, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Asks for what is known of a file.</summary>
    public static XDocument Properties() => new(Named(Dav + "propfind", Prop()));

    /// <summary>Asks for the file that has a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="scope">The folder to look in, as it is addressed.</param>
    public static XDocument SearchFor(long number, string scope) => new(
        Named(
            Dav + "searchrequest",
            new XElement(
                Dav + "basicsearch",
                new XElement(Dav + "select", Prop()),
                new XElement(Dav + "from", new XElement(Dav + "scope", new XElement(Dav + "href", scope), new XElement(Dav + "depth", "infinity"))),
                new XElement(
                    Dav + "where",
                    new XElement(Dav + "eq", new XElement(Dav + "prop", new XElement(OwnCloud + "fileid")), new XElement(Dav + "literal", number))),
                new XElement(Dav + "orderby"))));

    /// <summary>The files of an answer.</summary>
    /// <param name="multistatus">The answer.</param>
    /// <param name="root">The path of the address of the root, as it stands in it.</param>
    /// <exception cref="XmlException">It is no XML, or has a document type.</exception>
    public static IReadOnlyList<RemoteFile> FilesOf(Stream multistatus, string root)
    {
        using var reader = XmlReader.Create(multistatus, Wary);
        return [.. XDocument.Load(reader).Descendants(Dav + "response").Select(response => FileOf(response, Uri.UnescapeDataString(root))).OfType<RemoteFile>()];
    }

    private static XElement Named(XName name, XElement content) => new(
        name, new XAttribute(XNamespace.Xmlns + "d", Dav.NamespaceName), new XAttribute(XNamespace.Xmlns + "oc", OwnCloud.NamespaceName), content);

    private static XElement Prop() => new(Dav + "prop", Wanted.Select(name => new XElement(name)));

    private static RemoteFile? FileOf(XElement response, string root)
    {
        if (response.Element(Dav + "href")?.Value is not { } href || PathOf(href, root) is not { } path)
            return null;
        // Properties that the server does not have are in an element of their own, with their status.
        var known = response.Elements(Dav + "propstat").Where(stat => stat.Element(Dav + "status")?.Value.Contains(" 200", StringComparison.Ordinal) == true)
            .Elements(Dav + "prop").Elements().ToLookup(property => property.Name);
        var isFolder = known[Dav + "resourcetype"].Elements(Dav + "collection").Any();
        return new RemoteFile(
            path,
            isFolder,
            Number(Text(OwnCloud + "fileid")),
            isFolder ? null : Text(Dav + "getcontenttype"),
            Number(Text(Dav + "getcontentlength") ?? Text(OwnCloud + "size")),
            Time(Text(Dav + "creationdate")),
            Time(Text(Dav + "getlastmodified")),
            Text(OwnCloud + "owner-display-name"));

        string? Text(XName name) => known[name].FirstOrDefault()?.Value is { Length: > 0 } text ? text : null;
    }

    // An absolute address or a path; what is not below the root is none of the account's.
    private static RemotePath? PathOf(string href, string root)
    {
        var path = Uri.UnescapeDataString(Uri.TryCreate(href, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri!.AbsolutePath : href);
        return path.StartsWith(root, StringComparison.Ordinal) ? RemotePath.Parse(path.Length == root.Length ? "/" : path[root.Length..]) : null;
    }

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // RFC 4918 section 15: one is an HTTP date, the other RFC 3339.
    private static DateTime? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.UtcDateTime : null;
}
