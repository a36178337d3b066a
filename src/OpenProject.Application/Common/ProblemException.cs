namespace OpenProject.Application.Common;

/// <summary>Carries a <see cref="Common.Problem"/> out of Application to the one handler that answers it.</summary>
public class ProblemException(Problem problem) : Exception(problem.ToString())
{
    /// <summary>What is wrong.</summary>
    public Problem Problem { get; } = problem;
}
