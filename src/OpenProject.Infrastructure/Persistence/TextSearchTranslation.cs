using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using OpenProject.Application.Common;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Gives <see cref="Text.Like"/> its SQL.</summary>
internal static class TextSearchTranslation
{
    public static void MapTextSearch(this ModelBuilder modelBuilder) =>
        modelBuilder.HasDbFunction(() => Text.Like(default, default!)).HasTranslation(arguments =>
            new LikeExpression(
                arguments[0],
                arguments[1],
                new SqlConstantExpression("\\", arguments[1].TypeMapping),
                typeMapping: null));
}
