using Microsoft.EntityFrameworkCore.Diagnostics;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Tests.Persistence;

/// <summary>A database of one provider with the product's schema, gone when disposed.</summary>
internal interface IMigratedStore : IDisposable
{
    OpenProjectDbContext Open(params IInterceptor[] interceptors);
}
