using FluentValidation;
using FluentValidation.AspNetCore;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Common;

namespace OpenProject.Api.Errors;

/// <summary>
/// What a validator refuses of a request's query leaves as the problem that its rule names, else as
/// <see cref="Problem.InvalidQuery"/>: the first one, as an error object of these has room for one sentence.
/// </summary>
public sealed class RefusedRequests : IValidatorInterceptor
{
    /// <inheritdoc/>
    public IValidationContext BeforeAspNetValidation(ActionContext actionContext, IValidationContext commonContext) => commonContext;

    /// <inheritdoc/>
    public ValidationResult AfterAspNetValidation(ActionContext actionContext, IValidationContext validationContext, ValidationResult result) =>
        result.Errors is [var first, ..]
            ? throw new ProblemException(first.CustomState as Problem ?? new Problem.InvalidQuery(first.ErrorMessage))
            : result;
}
