using FluentValidation;
using OpenProject.Application.Common;

namespace OpenProject.Api.V3.CustomFields;

/// <summary>Numbers are numbers.</summary>
public sealed class HierarchyItemsRequestValidator : AbstractValidator<HierarchyItemsRequest>
{
    /// <summary>Declares the rules.</summary>
    public HierarchyItemsRequestValidator()
    {
        RuleFor(r => r.Parent).Must(v => string.IsNullOrEmpty(v) || (long.TryParse(v, out var id) && id > 0))
            .WithState(_ => new Problem.BadRequest("Bad request: parent is invalid"));
        RuleFor(r => r.Depth).Must(v => string.IsNullOrEmpty(v) || (int.TryParse(v, out var levels) && levels >= 0))
            .WithState(_ => new Problem.BadRequest("Bad request: depth is invalid"));
    }
}
