using OpenProject.Domain.Common;

namespace OpenProject.Domain.Bcf;

/// <summary>A document that a topic refers to: one of the project, or one elsewhere (BCF API 2.1 section 4.7).</summary>
public sealed class BcfDocumentReference : AggregateRoot, IContent
{
    /// <summary>Longest address.</summary>
    public const int UrlLimit = 2000;

    /// <summary>Longest description.</summary>
    public const int DescriptionLimit = 4000;

    private BcfDocumentReference()
    {
    }

    /// <summary>A reference that has still to be told what it refers to.</summary>
    public BcfDocumentReference(long topicId, string guid) => (TopicId, Guid) = (topicId, guid);

    /// <summary>What building models call it (<see cref="BcfGuid"/>).</summary>
    public string Guid { get; private set; } = "";

    /// <summary>The topic.</summary>
    public long TopicId { get; private set; }

    /// <summary>The topic; for queries only.</summary>
    public BcfTopic Topic { get; private set; } = null!;

    /// <summary>The document of the project; null where it is elsewhere.</summary>
    public long? DocumentId { get; private set; }

    /// <summary>The document of the project; for queries only.</summary>
    public BcfDocument? Document { get; private set; }

    /// <summary>The address of a document that is elsewhere.</summary>
    public string? Url { get; private set; }

    /// <summary>What people say of it.</summary>
    public string? Description { get; private set; }

    /// <summary>Refers to a document of the project, or to one elsewhere.</summary>
    /// <exception cref="BrokenRule">To neither or both, or the address is none of http.</exception>
    public void LeadTo(long? documentId, string? url, string? description)
    {
        if (documentId is null == url is null)
            throw new BrokenRule("document_guid", "Exactly one of document_guid and url needs to be provided.");
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            throw new BrokenRule("url", "Url is not an http address.");
        Url = TextRule.Optional(url, "url", "Url", UrlLimit);
        Description = TextRule.Optional(description, "description", "Description", DescriptionLimit);
        DocumentId = documentId;
    }
}
