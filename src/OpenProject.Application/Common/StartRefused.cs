namespace OpenProject.Application.Common;

/// <summary>Something outside the server must be put right before it can work; the operator reads the message.</summary>
/// <param name="message">One line: what is wrong, and what to do.</param>
/// <param name="cause">What was noticed first.</param>
public sealed class StartRefused(string message, Exception? cause = null) : Exception(message, cause);
