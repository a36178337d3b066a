using FluentValidation;
using OpenProject.Api.Hal;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Api.V3.SavedQueries;

/// <summary>What requests for queries say about what was sent.</summary>
public sealed class QueryRequestValidator : AbstractValidator<QueryRequest>
{
    /// <summary>Declares the rules.</summary>
    public QueryRequestValidator()
    {
        Include(new FilteredRequestValidator());
        RuleFor(request => request.Sorts).NotNull().When(request => !string.IsNullOrWhiteSpace(request.SortBy)).WithMessage(MalformedParameter.Named("sortBy"));
        RuleFor(request => request.Labels).NotNull().When(request => !string.IsNullOrWhiteSpace(request.TimelineLabels))
            .WithMessage(MalformedParameter.Named("timelineLabels"));
        RuleFor(request => request.Points).Must(points => points is null or { Count: <= TimestampText.Most })
            .WithMessage($"Timestamps At most {TimestampText.Most} can be compared.");
        RuleForEach(request => request.Points).Must(point => PointInTime.Parse(point) is not null).WithMessage("Timestamps contain invalid values.");
    }
}
