using OpenProject.Application.Common;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Bcf;

/// <summary>Changes what hangs on topics, so that it counts as a change of the work package: one lock version, one journal.</summary>
public sealed class BcfTopicRevisionService(IAggregates<BcfTopic> aggregates, IAggregates<WorkPackage> works, IUnitOfWork unitOfWork)
{
    /// <summary>Changes something of a topic and saves it with the work package.</summary>
    /// <param name="topicId">The topic.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemException">The topic is gone, a rule of the domain does not hold, or somebody else changes it.</exception>
    internal async Task ReviseAsync(long topicId, Func<BcfTopic, Task> change, CancellationToken cancellationToken)
    {
        var topic = await aggregates.FindAsync(topicId, cancellationToken) ?? throw new ProblemException(new Problem.NotFound());
        try
        {
            await change(topic);
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }

        (await works.FindAsync(topic.WorkPackageId, cancellationToken))?.ReviseTopic(LabelChange.None);
        await unitOfWork.SaveAsync(cancellationToken);
    }
}
