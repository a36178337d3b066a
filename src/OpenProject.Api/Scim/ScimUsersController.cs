using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Scim.Users;

namespace OpenProject.Api.Scim;

/// <summary>Users.</summary>
[Route("scim_v2/Users")]
public sealed class ScimUsersController(ScimUserService users) : ScimResourcesController(users);
