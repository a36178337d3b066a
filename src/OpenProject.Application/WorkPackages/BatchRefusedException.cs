using OpenProject.Application.Common;

namespace OpenProject.Application.WorkPackages;

/// <summary>One of several writes was refused, and with it all.</summary>
/// <param name="index">Which one, from 0.</param>
/// <param name="problem">Why.</param>
public sealed class BatchRefusedException(int index, Problem problem) : ProblemException(problem)
{
    /// <summary>Which one, from 0.</summary>
    public int Index => index;
}
