using OpenProject.Application.Common;

namespace OpenProject.Application.Bcf.Exchange;

/// <summary>What could not be taken over as it is, in sentences that begin with the topic's guid.</summary>
internal sealed class BcfWarnings(IUnitOfWork unitOfWork)
{
    private readonly List<string> told = [];

    /// <summary>The sentences.</summary>
    public IReadOnlyList<string> Told => told;

    /// <summary>Tells something of a topic.</summary>
    public void Tell(string guid, string what) => told.Add($"{guid}: {what}");

    /// <summary>
    /// Takes something over, or tells why that cannot be and goes on with the next: one bad part ends no import. What nobody could
    /// take over, as the caller may not or the server cannot now, still ends it.
    /// </summary>
    /// <returns>Whether it is taken over.</returns>
    public async Task<bool> TryAsync(string guid, string what, Func<Task> take)
    {
        try
        {
            unitOfWork.Forget();
            await take();
            return true;
        }
        catch (ProblemException refused) when (ReasonOf(refused.Problem) is { } reason)
        {
            unitOfWork.Discard();
            Tell(guid, $"{what} is left out. {reason}");
            return false;
        }
    }

    private static string? ReasonOf(Problem problem) => problem switch
    {
        Problem.Invalid invalid => string.Join(' ', invalid.Errors.Select(e => e.Message)),
        Problem.Unprocessable unprocessable => unprocessable.Message,
        Problem.TooLarge tooLarge => $"It is larger than {tooLarge.LimitInBytes} bytes.",
        Problem.Conflict => "Somebody else has changed it meanwhile.",
        Problem.NotFound => "What it belongs to is not there.",
        _ => null,
    };
}
