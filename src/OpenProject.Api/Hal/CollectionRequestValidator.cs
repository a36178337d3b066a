using FluentValidation;

namespace OpenProject.Api.Hal;

/// <summary>What collections in pages say about what was sent. Pages that are no numbers are none of it: they are read leniently.</summary>
public sealed class CollectionRequestValidator : AbstractValidator<CollectionRequest>
{
    /// <summary>How many attributes can be ordered by.</summary>
    internal const int MostSorts = 100;

    /// <summary>Declares the rules.</summary>
    public CollectionRequestValidator()
    {
        Include(new FilteredRequestValidator());
        RuleFor(request => request.Sorts).Must(sorts => sorts is { Count: <= MostSorts }).WithMessage(MalformedParameter.Named("sortBy"));
        RuleFor(request => request.Selection).NotNull().When(request => !string.IsNullOrWhiteSpace(request.Select))
            .WithMessage(MalformedParameter.Named("select"));
    }
}
