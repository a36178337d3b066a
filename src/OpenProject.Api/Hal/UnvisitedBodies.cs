using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using OpenProject.Application.Writes;

namespace OpenProject.Api.Hal;

/// <summary>
/// Keeps the validation of requests out of change sets. What they hold leads into the declarations; their reader and the
/// resource's contract judge them.
/// </summary>
internal sealed class UnvisitedBodies : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        if (context.Key.ModelType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ChangeSet<,>))
            context.ValidationMetadata.ValidateChildren = false;
    }
}
