using FluentValidation;
using OpenProject.Application.Common;

namespace OpenProject.Api.V3.Projects;

/// <summary>What the list of parents says about what was sent.</summary>
public sealed class ParentCandidatesRequestValidator : AbstractValidator<ParentCandidatesRequest>
{
    /// <summary>Declares the rules.</summary>
    public ParentCandidatesRequestValidator() =>
        RuleFor(request => request.Kind).NotNull()
            .WithState(_ => new Problem.BadRequest("Bad request: workspace_type does not have a valid value"));
}
