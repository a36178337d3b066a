using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Projects;
using OpenProject.Domain.Documents;
using OpenProject.Domain.Meetings;
using OpenProject.Domain.Posts;
using OpenProject.Domain.Projects;
using OpenProject.Domain.WikiPages;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Documents;

/// <summary>Puts things to read into projects, as API v3 does not.</summary>
internal static class ProjectContentWorld
{
    /// <summary>The path of a new one, written by the administrator.</summary>
    public static async Task<string> ContentAsync(this ApiServer server, ProjectContentKind kind, long projectId, string title)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var admin = (await server.Client().GetJsonAsync("/api/v3/users/me"))["id"].GetInt64();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var id = await scope.ServiceProvider.GetRequiredService<ProjectContentService>().AddAsync(Make, "Some *text*", CancellationToken.None);
        return ContentRights.Of(kind).Path.Of(id);

        ProjectContent Make() => kind switch
        {
            ProjectContentKind.WikiPage => WikiPage.Create(projectId, admin, title, now),
            ProjectContentKind.Post => Post.Create(projectId, admin, title, now),
            ProjectContentKind.Meeting => Meeting.Create(projectId, admin, title, now, minutes: 90, now),
            _ => Document.Create(projectId, admin, title, now),
        };
    }
}
