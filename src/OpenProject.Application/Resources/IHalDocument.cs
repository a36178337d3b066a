namespace OpenProject.Application.Resources;

/// <summary>An answer of API v3, ready to be written: all that it needs has been loaded.</summary>
public interface IHalDocument
{
    /// <summary>Calls back with the document's exact type.</summary>
    void Accept(IHalDocumentVisitor visitor);
}
