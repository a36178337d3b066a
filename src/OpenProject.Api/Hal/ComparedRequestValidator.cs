using FluentValidation;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Api.Hal;

/// <summary>What requests for earlier states say about what was sent.</summary>
public sealed class ComparedRequestValidator : AbstractValidator<ComparedRequest>
{
    /// <summary>Declares the rules.</summary>
    public ComparedRequestValidator()
    {
        RuleFor(request => request.Points).Must(points => points.Count <= TimestampText.Most).WithMessage($"Timestamps At most {TimestampText.Most} can be compared.");
        RuleForEach(request => request.Points).Must(point => PointInTime.Parse(point) is not null).WithMessage("Timestamps contain invalid values.");
    }
}
