using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages.ProgressTracking;

namespace OpenProject.Domain.WorkPackages;

/// <content>
/// How far it is. A change may name several of the attributes; the verbs only note them, and once all are in place
/// <see cref="SettleProgress()"/> derives what was left open and checks the whole.
/// </content>
public sealed partial class WorkPackage
{
    private ProgressFields progressed;
    private ProgressValues? progressBefore;

    private ProgressValues ProgressNow
    {
        get => new(EstimatedMinutes, RemainingMinutes, PercentageDone);
        set => (EstimatedMinutes, RemainingMinutes, PercentageDone) = (value.Work, value.Remaining, value.Percent);
    }

    /// <summary>Estimates the work.</summary>
    /// <exception cref="BrokenRule">Less than nothing.</exception>
    public void Estimate(int? minutes)
    {
        var work = NotNegative(minutes, "estimatedTime", "Work");
        Named(ProgressFields.Work);
        EstimatedMinutes = work;
    }

    /// <summary>Estimates the work that remains.</summary>
    /// <exception cref="BrokenRule">Less than nothing.</exception>
    public void EstimateRemaining(int? minutes)
    {
        var remaining = NotNegative(minutes, "remainingTime", "Remaining work");
        Named(ProgressFields.Remaining);
        RemainingMinutes = remaining;
    }

    /// <summary>Says how much is done.</summary>
    /// <exception cref="BrokenRule">Outside 0..100.</exception>
    public void Progress(int? percent)
    {
        if (percent is < 0 or > 100)
            throw new BrokenRule("percentageDone", "% Complete must be between 0 and 100.");
        Named(ProgressFields.Percent);
        PercentageDone = percent;
    }

    /// <summary>Ends a change where work decides: derives what it left open and checks the rules between the values.</summary>
    /// <exception cref="BrokenRule">They contradict each other.</exception>
    public void SettleProgress()
    {
        var (before, sent) = (progressBefore ?? ProgressNow, progressed);
        (progressBefore, progressed) = (null, ProgressFields.None);
        ProgressNow = ProgressDerivation.Derive(before, ProgressNow, sent);
    }

    /// <summary>Ends a change where the status decides.</summary>
    /// <param name="doneAtStatus">How much is done at the status that it has now, in percent.</param>
    public void SettleProgress(int doneAtStatus)
    {
        (progressBefore, progressed) = (null, ProgressFields.None);
        ProgressNow = ProgressDerivation.OfStatus(EstimatedMinutes, doneAtStatus);
    }

    private void Named(ProgressFields field)
    {
        progressBefore ??= ProgressNow;
        progressed |= field;
    }

    private static int? NotNegative(int? minutes, string member, string label) =>
        minutes >= 0 || minutes is null ? minutes : throw new BrokenRule(member, $"{label} must be greater than or equal to 0.");
}
