namespace OpenProject.Domain.Common;

/// <summary>
/// What people write all day: changing it changes nothing of what anybody may do, nor of the projects, people, types and
/// statuses that it hangs on.
/// </summary>
public interface IContent;
