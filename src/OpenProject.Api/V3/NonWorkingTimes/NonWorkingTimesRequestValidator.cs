using FluentValidation;
using OpenProject.Application.Common;

namespace OpenProject.Api.V3.NonWorkingTimes;

/// <summary>What the list of non-working times says about what was sent.</summary>
public sealed class NonWorkingTimesRequestValidator : AbstractValidator<NonWorkingTimesRequest>
{
    /// <summary>Declares the rules.</summary>
    public NonWorkingTimesRequestValidator() =>
        RuleFor(request => request.Year).NotNull().When(request => request.YearText is not null)
            .WithState(_ => new Problem.BadRequest("Bad request: year does not have a valid value"));
}
