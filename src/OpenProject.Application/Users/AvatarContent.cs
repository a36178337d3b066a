namespace OpenProject.Application.Users;

/// <summary>A user's picture, as it is sent.</summary>
/// <param name="MediaType">Its format.</param>
/// <param name="Content">The bytes.</param>
/// <param name="UpdatedAt">When it was set, UTC.</param>
public sealed record AvatarContent(string MediaType, byte[] Content, DateTime UpdatedAt);
