using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Actions;

namespace OpenProject.Infrastructure.Actions;

/// <summary>What actions take, as a constant inside statements: every server has the same, so there is nothing to store and nothing to keep in step.</summary>
internal sealed class ActionGrantConfiguration : IEntityTypeConfiguration<ActionGrant>
{
    public void Configure(EntityTypeBuilder<ActionGrant> builder)
    {
        builder.HasNoKey();
        builder.ToSqlQuery(string.Join("\nUNION ALL\n", KnownActions.All.Select(Row)));
        builder.Property(grant => grant.Position).HasColumnName("position");
        builder.Property(grant => grant.Permission).HasColumnName("permission");
        builder.Property(grant => grant.Module).HasColumnName("module");
        builder.Property(grant => grant.Global).HasColumnName("global");
        builder.Property(grant => grant.Public).HasColumnName("public");
        builder.Property(grant => grant.NoProjectId).HasColumnName("no_project_id");
        builder.Property(grant => grant.GrantedToAdmins).HasColumnName("granted_to_admins");
    }

    private static string Row(KnownAction action, int position) =>
        $"SELECT {position} AS position, '{action.Needed.Name}' AS permission, '{action.Needed.Module}' AS module, "
        + $"""{(action.Needed.IsGlobal ? 1 : 0)} AS "global", {(action.Needed.IsPublic ? 1 : 0)} AS "public", {(action.Needed.GrantedToAdmins ? 1 : 0)} AS granted_to_admins, CAST(NULL AS bigint) AS no_project_id""";
}
