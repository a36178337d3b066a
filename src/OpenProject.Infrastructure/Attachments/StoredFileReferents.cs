using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OpenProject.Domain.Attachments;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Attachments;

/// <summary>
/// What refers to stored files, as the model says: whoever adds a reference to one has nothing to remember here. The model is looked
/// through once.
/// </summary>
internal static class StoredFileReferents
{
    private const string Remembered = "OpenProject:StoredFileReferents";

    /// <summary>Those files that nothing refers to.</summary>
    public static IQueryable<StoredFile> Unreferred(this IQueryable<StoredFile> files, OpenProjectDbContext context) =>
        Of(context.Model).Aggregate(files, (left, referent) => left.Where(referent.IsMissing(context)));

    /// <summary>The foreign keys that lead to stored files.</summary>
    public static IEnumerable<IForeignKey> KeysOf(IModel model) => model.FindEntityType(typeof(StoredFile))!.GetReferencingForeignKeys();

    private static Referent[] Of(IModel model) => model.GetOrAddRuntimeAnnotationValue<Referent[], IModel>(
        Remembered,
        known => [.. KeysOf(known!).Select(key => (Referent)Activator.CreateInstance(typeof(Referent<>).MakeGenericType(key.DeclaringEntityType.ClrType), key.Properties[0].Name)!)],
        model);

    private abstract class Referent
    {
        public abstract Expression<Func<StoredFile, bool>> IsMissing(OpenProjectDbContext context);
    }

    private sealed class Referent<TRow>(string column) : Referent
        where TRow : class
    {
        public override Expression<Func<StoredFile, bool>> IsMissing(OpenProjectDbContext context)
        {
            var rows = context.Set<TRow>();
            return file => !rows.Any(row => EF.Property<long?>(row, column) == file.Id);
        }
    }
}
