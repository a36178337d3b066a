using FluentValidation;

namespace OpenProject.Api.Hal;

/// <summary>What every collection says about filters that were sent.</summary>
public sealed class FilteredRequestValidator : AbstractValidator<FilteredRequest>
{
    /// <summary>How many filters can be combined.</summary>
    internal const int MostFilters = 100;

    /// <summary>How many values one can have.</summary>
    internal const int MostValues = 10_000;

    /// <summary>Declares the rules.</summary>
    public FilteredRequestValidator()
    {
        RuleFor(request => request.Conditions).NotNull().When(request => request.Filters is not null).WithMessage(MalformedParameter.Named("filters"));
        RuleFor(request => request.Conditions).Must(conditions => conditions is null or { Count: <= MostFilters })
            .WithMessage($"Filters At most {MostFilters} filters can be combined.");
        RuleForEach(request => request.Conditions).Must(condition => condition.Values.Count <= MostValues)
            .WithMessage((_, condition) => $"Filters {condition.Name} filter has more than {MostValues} values.");
    }
}
