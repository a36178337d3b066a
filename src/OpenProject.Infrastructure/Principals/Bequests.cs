using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenProject.Infrastructure.Principals;

/// <summary>References to users, groups and placeholders that outlive them: what they wrote or were to do. Said where the relation is configured.</summary>
internal static class Bequests
{
    private const string Annotation = "OpenProject:LeftToDeletedUser";

    /// <summary>When the principal is removed, the row stays and names the builtin deleted user instead.</summary>
    public static ReferenceCollectionBuilder<TPrincipal, TRow> LeftToDeletedUser<TPrincipal, TRow>(this ReferenceCollectionBuilder<TPrincipal, TRow> relation)
        where TPrincipal : class
        where TRow : class =>
        relation.HasAnnotation(Annotation, value: true);

    /// <summary>Whether the reference is handed over.</summary>
    public static bool IsLeftToDeletedUser(this IReadOnlyForeignKey key) => key.FindAnnotation(Annotation) is not null;
}
