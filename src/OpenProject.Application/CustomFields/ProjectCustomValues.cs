using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.CustomFields;

/// <summary>Fills in the values of custom fields of projects, programs and portfolios.</summary>
public sealed class ProjectCustomValues(CustomFieldDirectory directory, IReadStore store)
    : CustomValueReading<Project, ProjectDto>(CustomizedKind.Project, row => row.CustomValues, directory, store);
