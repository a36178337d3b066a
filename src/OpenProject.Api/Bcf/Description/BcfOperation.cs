namespace OpenProject.Api.Bcf.Description;

/// <summary>One operation of BCF API 2.1, as its description tells it.</summary>
/// <param name="Method">The method, in lower case.</param>
/// <param name="Path">The path below the public address.</param>
/// <param name="Id">Its name for programs.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Status">The status of success.</param>
/// <param name="Answer">The component that is answered; null for no body, or for bytes.</param>
/// <param name="IsList">Whether a list of them is answered.</param>
/// <param name="Request">The component that is sent; null for none.</param>
/// <param name="SendsList">Whether a list of them is sent.</param>
/// <param name="Media">The media types of bytes that are answered; none for JSON.</param>
/// <param name="TakesBytes">Whether bytes are sent.</param>
/// <param name="IsAsked">Whether it takes the query options of OData.</param>
/// <param name="IsOpen">Whether it needs no credentials.</param>
internal sealed record BcfOperation(
    string Method,
    string Path,
    string Id,
    string Summary,
    int Status = 200,
    string? Answer = null,
    bool IsList = false,
    string? Request = null,
    bool SendsList = false,
    string[]? Media = null,
    bool TakesBytes = false,
    bool IsAsked = false,
    bool IsOpen = false)
{
    private const string Root = "/api/bcf/2.1";
    private const string Projects = Root + "/projects";
    private const string Project = Projects + "/{project}";
    private const string Topics = Project + "/topics";
    private const string Topic = Topics + "/{topic}";
    private const string Comment = Topic + "/comments/{comment}";
    private const string Viewpoint = Topic + "/viewpoints/{viewpoint}";

    private static readonly string[] Images = ["image/png", "image/jpeg"];
    private static readonly string[] Bytes = ["application/octet-stream"];

    /// <summary>All of them, and no more than there are routes: a test compares the two.</summary>
    public static IReadOnlyList<BcfOperation> All { get; } =
    [
        new("get", "/api/bcf/versions", "listVersions", "List the versions that are served", Answer: "Versions", IsOpen: true),
        new("get", Root + "/auth", "viewAuth", "View how to sign in", Answer: "Auth", IsOpen: true),
        new("post", Root + "/register", "registerClient", "Register a tool, where a setting allows it", 201, "RegisteredClient", Request: "ClientRegistration", IsOpen: true),
        new("get", Root + "/current-user", "viewCurrentUser", "View who asks", Answer: "User"),
        new("get", Projects, "listProjects", "List the projects that use building models", Answer: "Project", IsList: true),
        new("get", Project, "viewProject", "View a project", Answer: "Project"),
        new("put", Project, "updateProject", "Rename a project", Answer: "Project", Request: "ProjectWrite"),
        new("get", Project + "/extensions", "viewExtensions", "View what topics may be set to", Answer: "Extensions"),
        new("get", Project + "/documents", "listDocuments", "List the documents of a project", Answer: "Document", IsList: true),
        new("post", Project + "/documents", "createDocument", "Store a document", 201, "Document", TakesBytes: true),
        new("get", Project + "/documents/{document}", "downloadDocument", "Download a document", Media: Bytes),
        new("get", Project + "/bcfzip", "exportTopics", "Export topics as an archive of BCF-XML", Media: Bytes),
        new("post", Project + "/bcfzip", "importTopics", "Import an archive of BCF-XML", Answer: "Import", TakesBytes: true),
        new("get", Topics, "listTopics", "List topics", Answer: "Topic", IsList: true, IsAsked: true),
        new("post", Topics, "createTopic", "Create a topic, or make a work package one", 201, "Topic", Request: "TopicWrite"),
        new("get", Topic, "viewTopic", "View a topic", Answer: "Topic"),
        new("put", Topic, "replaceTopic", "Replace a topic", Answer: "Topic", Request: "TopicWrite"),
        new("delete", Topic, "deleteTopic", "Delete a topic with its work package", 204),
        new("get", Topic + "/snippet", "downloadSnippet", "Download the snippet", Media: Bytes),
        new("put", Topic + "/snippet", "storeSnippet", "Store the bytes of the snippet", 204, TakesBytes: true),
        new("get", Topic + "/files", "listFiles", "List the files of building models", Answer: "File", IsList: true),
        new("put", Topic + "/files", "replaceFiles", "Replace the files of building models", Answer: "File", IsList: true, Request: "File", SendsList: true),
        new("get", Topic + "/related_topics", "listRelatedTopics", "List the related topics", Answer: "RelatedTopic", IsList: true),
        new("put", Topic + "/related_topics", "replaceRelatedTopics", "Replace the related topics", Answer: "RelatedTopic", IsList: true, Request: "RelatedTopic", SendsList: true),
        new("get", Topic + "/document_references", "listDocumentReferences", "List the references to documents", Answer: "DocumentReference", IsList: true),
        new("post", Topic + "/document_references", "createDocumentReference", "Refer to a document", 201, "DocumentReference", Request: "DocumentReferenceWrite"),
        new("put", Topic + "/document_references/{reference}", "replaceDocumentReference", "Replace a reference", Answer: "DocumentReference", Request: "DocumentReferenceWrite"),
        new("get", Topic + "/comments", "listComments", "List the comments", Answer: "Comment", IsList: true, IsAsked: true),
        new("post", Topic + "/comments", "createComment", "Comment on a topic", 201, "Comment", Request: "CommentWrite"),
        new("get", Comment, "viewComment", "View a comment", Answer: "Comment"),
        new("put", Comment, "replaceComment", "Replace a comment", Answer: "Comment", Request: "CommentWrite"),
        new("delete", Comment, "deleteComment", "Take a comment back", 204),
        new("get", Topic + "/viewpoints", "listViewpoints", "List the viewpoints", Answer: "Viewpoint", IsList: true),
        new("post", Topic + "/viewpoints", "createViewpoint", "Create a viewpoint", 201, "Viewpoint", Request: "ViewpointWrite"),
        new("get", Viewpoint, "viewViewpoint", "View a viewpoint", Answer: "Viewpoint"),
        new("delete", Viewpoint, "deleteViewpoint", "Delete a viewpoint", 204),
        new("get", Viewpoint + "/snapshot", "downloadSnapshot", "Download the picture", Media: Images),
        new("get", Viewpoint + "/bitmaps/{bitmap}", "downloadBitmap", "Download an image that lies in the viewpoint", Media: Images),
        new("get", Viewpoint + "/selection", "viewSelection", "View what is selected", Answer: "Selection"),
        new("get", Viewpoint + "/coloring", "viewColoring", "View what is coloured", Answer: "Coloring"),
        new("get", Viewpoint + "/visibility", "viewVisibility", "View what is visible", Answer: "Visibility"),
        new("get", Topics + "/events", "listTopicEvents", "List what happened to the topics of a project", Answer: "TopicEvent", IsList: true, IsAsked: true),
        new("get", Topic + "/events", "listEventsOfTopic", "List what happened to a topic", Answer: "TopicEvent", IsList: true, IsAsked: true),
        new("get", Topics + "/comments/events", "listCommentEvents", "List what happened to the comments of a project", Answer: "CommentEvent", IsList: true, IsAsked: true),
        new("get", Comment + "/events", "listEventsOfComment", "List what happened to a comment", Answer: "CommentEvent", IsList: true, IsAsked: true),
    ];
}
