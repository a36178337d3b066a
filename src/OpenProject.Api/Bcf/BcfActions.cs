using OpenProject.Application.Bcf;

namespace OpenProject.Api.Bcf;

/// <summary>The actions that BCF API 2.1 section 4.1.5 knows, of which each viewer may do some.</summary>
internal static class BcfActions
{
    /// <summary>What may be done with a project.</summary>
    public static IEnumerable<string> OfProject(BcfRights rights, BcfPolicy policy)
    {
        if (rights.MayEditProject)
            yield return "update";
        if (policy.SpeaksOpenProject && rights.MaySee)
            yield return "viewTopic";
        if (!rights.MayManage)
            yield break;
        yield return "createTopic";
        if (!policy.SpeaksOpenProject)
            yield return "createDocument";
    }

    /// <summary>What may be done with a topic.</summary>
    public static IEnumerable<string> OfTopic(BcfRights rights, BcfPolicy policy)
    {
        if (!rights.MayManage)
            return [];
        string[] all = policy.SpeaksOpenProject
            ? ["update", "updateRelatedTopics", "updateFiles", "createViewpoint"]
            : ["update", "updateBimSnippet", "updateRelatedTopics", "updateDocumentReferences", "updateFiles", "createComment", "createViewpoint"];
        return rights.MayDelete && !policy.SpeaksOpenProject ? [.. all, "delete"] : all;
    }

    /// <summary>What may be done with a comment by those who may change it.</summary>
    public static IEnumerable<string> OfComment(bool mayEdit, BcfPolicy policy) =>
        !mayEdit ? [] : policy.SpeaksOpenProject ? ["update"] : ["update", "delete"];
}
