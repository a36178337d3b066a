using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Principals;
using OpenProject.Infrastructure.Tests.Persistence;
using OpenProject.Testing.SqlServer;

namespace OpenProject.Infrastructure.Tests.SqlServer;

internal sealed class ModelRulesTests
{
    private SqlServerDbContext context = null!;

    [SetUp]
    public void SetUp() => context = RecordingContext.Open(new CommandRecorder());

    [TearDown]
    public async Task TearDown() => await context.DisposeAsync();

    [Test]
    public void No_table_is_reached_by_a_second_cascade() => Assert.That(ModelRules.SecondCascadePaths(context.Model), Is.Empty);

    [Test]
    public void No_index_key_is_too_wide() => Assert.That(ModelRules.WideKeys(context.Model), Is.Empty);

    [Test]
    public void No_column_is_of_a_type_that_the_databases_keep_differently() => Assert.That(ModelRules.StrangeColumns(context.Model), Is.Empty);

    [Test]
    public void A_model_that_breaks_the_rules_is_caught()
    {
        using var faulty = new FaultyContext();

        Assert.That(ModelRules.SecondCascadePaths(faulty.Model), Is.EquivalentTo(new[] { "Top -> Leaf", "Loop -> Loop" }));
        Assert.That(ModelRules.WideKeys(faulty.Model), Is.EquivalentTo(new[] { "IX_Top_Name", "IX_Loop_Text" }));
        Assert.That(ModelRules.StrangeColumns(faulty.Model), Is.EquivalentTo(new[] { "Leaf.Spent", "Leaf.At" }));
    }

    [Test]
    public void No_change_of_the_model_waits_for_a_migration()
    {
        using var database = new MigratedDatabase(DatabaseProvider.Sqlite);
        using var sqlite = database.Open();

        Assert.That(context.Database.HasPendingModelChanges(), Is.False, "SQL Server");
        Assert.That(sqlite.Database.HasPendingModelChanges(), Is.False, "SQLite");
    }

    [Test]
    public void The_compiled_models_are_those_of_the_configurations()
    {
        using var database = new MigratedDatabase(DatabaseProvider.Sqlite);
        using var sqlite = database.Open();

        Assert.That(Lines(context.Model), Is.EqualTo(Lines(Configured(context))), "SQL Server: run tools/migrations.sh");
        Assert.That(Lines(sqlite.Model), Is.EqualTo(Lines(Configured(sqlite))), "SQLite: run tools/migrations.sh");
    }

    [TestCase(typeof(WorkPackage), "Relation.FromId", "Relation.ToId", "WorkPackage.ParentId", "WorkPackageHierarchy.AncestorId", "WorkPackageHierarchy.DescendantId")]
    [TestCase(typeof(Project), "Membership.ProjectId", "Project.ParentId", "ProjectHierarchy.AncestorId", "ProjectHierarchy.DescendantId", "WorkPackage.ProjectId")]
    [TestCase(typeof(Principal), "Category.DefaultAssigneeId", "Membership.PrincipalId")]
    [TestCase(typeof(User), "ApiToken.UserId", "GroupMember.UserId", "OAuthApplication.ClientCredentialsUserId")]
    public void Whatever_refers_to_a_row_that_is_removed_by_statements_goes_with_it(Type row, params string[] known)
    {
        var references = context.Model.FindEntityType(row)!.GetDeclaredReferencingForeignKeys()
            .Where(key => key.DeleteBehavior is not (DeleteBehavior.Cascade or DeleteBehavior.SetNull) && !key.IsLeftToDeletedUser());

        // A new one cascades, is emptied or is left to the deleted user; else it needs its statement in FellAsync of the tree, or in PrincipalRemoval, and belongs here.
        Assert.That(references.Select(Describe), Is.EquivalentTo(known));
    }

    // What EF would work with, had it no compiled model.
    private static IModel Configured(DbContext context) =>
        context.GetService<IModelRuntimeInitializer>().Initialize(context.GetService<IDesignTimeModel>().Model, designTime: false);

    private static string[] Lines(IModel model) => model.ToDebugString(MetadataDebugStringOptions.LongDefault, 0).Split('\n');

    private static string Describe(IForeignKey key) => $"{key.DeclaringEntityType.ShortName()}.{key.Properties[0].Name}";

    private sealed class FaultyContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlServer("Server=nowhere");

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity("Top", top =>
            {
                top.Property<int>("Id");
                top.Property<string>("Name").HasMaxLength(851);
                top.HasIndex("Name");
            });
            modelBuilder.Entity("Middle", middle =>
            {
                middle.Property<int>("Id");
                middle.HasOne("Top").WithMany().OnDelete(DeleteBehavior.Cascade);
            });
            modelBuilder.Entity("Leaf", leaf =>
            {
                leaf.Property<int>("Id");
                leaf.Property<TimeSpan>("Spent");
                leaf.Property<DateTimeOffset?>("At");
                leaf.HasOne("Top").WithMany().OnDelete(DeleteBehavior.Cascade);
                leaf.HasOne("Middle").WithMany().OnDelete(DeleteBehavior.SetNull);
            });
            modelBuilder.Entity("Loop", loop =>
            {
                loop.Property<int>("Id");
                loop.Property<string>("Text");
                loop.HasIndex("Text");
                loop.HasOne("Loop").WithMany().OnDelete(DeleteBehavior.Cascade);
            });
        }
    }
}
