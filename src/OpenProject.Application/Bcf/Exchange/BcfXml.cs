using System.Xml;
using System.Xml.Linq;

namespace OpenProject.Application.Bcf.Exchange;

/// <summary>Writes texts of people as XML, which has no character for some that they may hold (XML 1.0 section 2.2).</summary>
internal static class BcfXml
{
    /// <summary>A text without the characters that XML has none for.</summary>
    public static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where((c, at) =>
        XmlConvert.IsXmlChar(c) || (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) || (char.IsLowSurrogate(c) && at > 0 && char.IsHighSurrogate(text[at - 1]))));

    /// <summary>An element that holds a text; null for null, which elements pass over.</summary>
    public static XElement? Text(string name, string? value) => value is null ? null : new XElement(name, Clean(value));

    /// <summary>An attribute; null for null, which elements pass over.</summary>
    public static XAttribute? Attribute(string name, string? value) => value is null ? null : new XAttribute(name, Clean(value));
}
