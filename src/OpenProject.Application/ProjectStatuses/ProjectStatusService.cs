using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.ProjectStatuses;

/// <summary>Reads the statuses of projects.</summary>
public sealed class ProjectStatusService(Access access)
{
    /// <summary>The status of that code; leaves as not found when there is none.</summary>
    public async Task<Document<ProjectStatusDto>> FindAsync(string code)
    {
        await access.GlobalAsync();
        return Codes.Parse<ProjectStatusCode>(code) is { } known
            ? new Document<ProjectStatusDto>(new ProjectStatusDto(known), access)
            : throw new ProblemException(new Problem.NotFound());
    }
}
