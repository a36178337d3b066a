namespace OpenProject.Domain.Common;

/// <summary>A rule of the domain that a change would break. The write pipeline turns it into a validation error.</summary>
/// <param name="member">The API's name of the attribute, e.g. <c>dueDate</c>; <c>base</c> when the whole resource is meant.</param>
/// <param name="message">One sentence, with a final period.</param>
public sealed class BrokenRule(string member, string message) : Exception(message)
{
    /// <summary>The API's name of the attribute.</summary>
    public string Member { get; } = member;
}
