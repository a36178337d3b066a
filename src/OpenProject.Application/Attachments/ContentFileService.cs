using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.HelpTexts;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.Projects;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Attachments;

/// <summary>The files that are attached to what one reads: documents, wiki pages, posts, meetings and help texts.</summary>
public sealed class ContentFileService(ResourceReader reader, UploadService uploads, AttachmentResource attachments, HelpTextResource helpTexts)
{
    /// <summary>One visible thing to read, embedding its files.</summary>
    public async Task<Document<TDto>> FindAsync<TEntity, TDto>(ProjectContentResource<TEntity, TDto> resource, long id, CancellationToken cancellationToken)
        where TEntity : ProjectContent
        where TDto : ProjectContentDto
    {
        var document = await reader.FindAsync(resource, id, cancellationToken);
        document.Embedded!.Add(new NamedDocument("attachments", await PageAsync(resource.Path.Of(id), a => a.ContentId == id, cancellationToken)));
        return document;
    }

    /// <summary>The files of a visible thing to read.</summary>
    public async Task<Page<AttachmentDto>> ListAsync<TEntity, TDto>(ProjectContentResource<TEntity, TDto> resource, long id, CancellationToken cancellationToken)
        where TEntity : ProjectContent
        where TDto : ProjectContentDto
    {
        await reader.RowAsync(resource, id, cancellationToken);
        return await PageAsync(resource.Path.Of(id), a => a.ContentId == id, cancellationToken);
    }

    /// <summary>Attaches a file to a visible thing to read; leaves as forbidden for those who may not change it.</summary>
    public async Task<Document<AttachmentDto>> CreateAsync<TEntity, TDto>(
        ProjectContentResource<TEntity, TDto> resource, long id, IUpload upload, CancellationToken cancellationToken)
        where TEntity : ProjectContent
        where TDto : ProjectContentDto
    {
        var row = await reader.RowAsync(resource, id, cancellationToken);
        return reader.Access.In(row.ProjectId).Contains(resource.Rights.Edit)
            ? await uploads.CreateAsync(upload, attachment => attachment.AttachToContent(id), cancellationToken)
            : throw new ProblemException(new Problem.Forbidden());
    }

    /// <summary>The files of a help text.</summary>
    public async Task<Page<AttachmentDto>> ListOfHelpTextAsync(long id, CancellationToken cancellationToken)
    {
        await reader.RowAsync(helpTexts, id, cancellationToken);
        return await PageAsync(HelpTextResource.Location.Of(id), a => a.HelpTextId == id, cancellationToken);
    }

    /// <summary>Attaches a file to a help text; leaves as forbidden for those who may not edit these.</summary>
    public async Task<Document<AttachmentDto>> CreateForHelpTextAsync(long id, IUpload upload, CancellationToken cancellationToken)
    {
        await reader.RowAsync(helpTexts, id, cancellationToken);
        return reader.Access.Global.Contains(Permission.EditAttributeHelpTexts)
            ? await uploads.CreateAsync(upload, attachment => attachment.AttachToHelpText(id), cancellationToken)
            : throw new ProblemException(new Problem.Forbidden());
    }

    private Task<Page<AttachmentDto>> PageAsync(string container, Expression<Func<Attachment, bool>> hangsOnIt, CancellationToken cancellationToken) =>
        reader.ListAsync(attachments, new CollectionQuery { Path = container + "/attachments" }, reader.Store.Rows<Attachment>().Where(hangsOnIt).Where(Attachment.IsUploaded), cancellationToken);
}
