using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using OpenProject.Domain.Common;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Every <see cref="ILockVersioned"/> entity is guarded by its lock version.</summary>
internal sealed class LockVersionConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
            if (typeof(ILockVersioned).IsAssignableFrom(entity.ClrType))
                entity.FindProperty(nameof(ILockVersioned.LockVersion))!.Builder.IsConcurrencyToken(true);
    }
}
