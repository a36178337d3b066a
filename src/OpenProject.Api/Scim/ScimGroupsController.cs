using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Scim.Groups;

namespace OpenProject.Api.Scim;

/// <summary>Groups.</summary>
[Route("scim_v2/Groups")]
public sealed class ScimGroupsController(ScimGroupService groups) : ScimResourcesController(groups);
