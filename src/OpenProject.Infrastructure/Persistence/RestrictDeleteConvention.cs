using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// No row disappears with another one unless a configuration says so: SQL Server refuses a second cascade path and any
/// cascade on a self reference, and a service that deletes should say what. Takes the place of EF's own convention.
/// </summary>
internal sealed class RestrictDeleteConvention(ProviderConventionSetBuilderDependencies dependencies) : CascadeDeleteConvention(dependencies)
{
    protected override DeleteBehavior GetTargetDeleteBehavior(IConventionForeignKey foreignKey) =>
        foreignKey.IsOwnership ? DeleteBehavior.Cascade : DeleteBehavior.Restrict;
}
