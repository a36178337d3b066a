using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

/// <content>What requests for copies say under <c>_meta</c>.</content>
public sealed partial class ProjectResource
{
    private static readonly CopiedParts Usual = new();

    /// <inheritdoc/>
    public override bool IsInSchemaOf(Field<Project, ProjectDto> field, Draft<Project, ProjectDto> draft) => !field.IsMeta || draft.Dto.Copied is not null;

    private void DeclareCopies()
    {
        Copies("copyMembers", parts => parts.Members, (parts, value) => parts.Members = value);
        Copies("copyVersions", parts => parts.Versions, (parts, value) => parts.Versions = value);
        Copies("copyCategories", parts => parts.Categories, (parts, value) => parts.Categories = value);
        Copies("copyWorkPackages", parts => parts.WorkPackages, (parts, value) => parts.WorkPackages = value);
        Copies("copyWorkPackageAttachments", parts => parts.Attachments, (parts, value) => parts.Attachments = value);
        Copies("copyWiki", parts => parts.Wiki, (parts, value) => parts.Wiki = value);
        Copies("copyWikiPageAttachments", parts => parts.WikiAttachments, (parts, value) => parts.WikiAttachments = value);
        Copies("copyForums", parts => parts.Forums, (parts, value) => parts.Forums = value);
        Copies("copyStorages", parts => parts.Storages, (parts, value) => parts.Storages = value);
        Copies("copyFileLinks", parts => parts.FileLinks, (parts, value) => parts.FileLinks = value);
        Copies("copyQueries", parts => parts.Queries, (parts, value) => parts.Queries = value);
        Copies("copyBoards", parts => parts.Boards, (parts, value) => parts.Boards = value);
        Copies("sendNotifications", parts => parts.Notifies, (parts, value) => parts.Notifies = value);
    }

    private void Copies(string name, Func<CopiedParts, bool> get, Action<CopiedParts, bool> set) =>
        Property(name, p => get(p.Copied ?? Usual)).Meta().Defaulted().Write((_, value, draft) =>
        {
            if (draft.Original.Copied is { } parts)
                set(parts, value);
        });
}
