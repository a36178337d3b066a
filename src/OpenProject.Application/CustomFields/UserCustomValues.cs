using OpenProject.Application.Common;
using OpenProject.Application.Users;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Users;

namespace OpenProject.Application.CustomFields;

/// <summary>Fills in the values of custom fields of users.</summary>
public sealed class UserCustomValues(CustomFieldDirectory directory, IReadStore store)
    : CustomValueReading<User, UserDto>(CustomizedKind.User, row => row.CustomValues, directory, store);
