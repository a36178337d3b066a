using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.WorkPackages;

namespace OpenProject.Infrastructure.Tests.WorkPackages;

/// <summary>The index of words, which SQLite alone has.</summary>
internal sealed class WordIndexTests
{
    private static readonly string[] Names = ["subject_words", "description_words", "comment_words", "file_name_words"];

    private Landscape landscape = null!;
    private OpenProjectDbContext context = null!;

    [SetUp]
    public async Task SetUp()
    {
        landscape = await Landscape.CreateAsync(DatabaseProvider.Sqlite);
        context = landscape.Database.Open();
    }

    [TearDown]
    public async Task TearDown()
    {
        await AssertWholeAsync();
        await context.DisposeAsync();
        landscape.Dispose();
    }

    [TestCase("itch", "Kitchen")]
    [TestCase("KITCH", "a kitchen")]
    [TestCase("überholt", "Überholt, und überholt")]
    [TestCase("100%_[x]", "It is 100%_[x] so")]
    [TestCase("\"or\"", "a \"or\" b")]
    [TestCase("a'b*c", "xa'b*cx")]
    [TestCase("👩‍🚀", "An 👩‍🚀 flies")]
    [TestCase("\\d+\\", "like \\d+\\ or so")]
    [TestCase("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz")]
    public async Task Of_those_that_contain_a_word_none_is_left_out_and_others_seldom_come_along(string word, string subject)
    {
        var id = await landscape.AddWorkPackageAsync(subject);
        await landscape.AddWorkPackageAsync("Something else", w => w.Describe(subject, null));

        Assert.That(WordIndex.Find(context, word, WordPlaces.Subjects), Is.EqualTo(new[] { id }));
    }

    [TestCase("ab")]
    [TestCase("ä🙂")]
    [TestCase("ab\0cd")]
    public async Task Nothing_is_known_of_what_has_less_than_three_letters_or_ends_elsewhere_for_LIKE(string word)
    {
        await landscape.AddWorkPackageAsync(word + "x");

        Assert.That(WordIndex.Find(context, word, WordPlaces.Subjects), Is.Null);
    }

    [Test]
    public async Task What_is_changed_by_any_statement_or_removed_is_known_as_it_is()
    {
        var (kept, gone) = (await landscape.AddWorkPackageAsync("Kitchen", w => w.Describe("with a stove", null)), await landscape.AddWorkPackageAsync("Kitchen"));
        Assert.That((Found("kitchen"), Found("stove", WordPlaces.Descriptions)), Is.EqualTo(($"{kept},{gone}", $"{kept}")));

        await using (var other = landscape.Database.Open())
        {
            var row = (await new EfAggregates<WorkPackage>(other).FindAsync(kept, default))!;
            row.Rename("Cellar");
            row.Describe(null, null);
            await landscape.Database.UnitOfWork(other, landscape.User.Id).SaveAsync(default);
        }

        Assert.That((Found("kitchen"), Found("cellar"), Found("stove", WordPlaces.Descriptions)), Is.EqualTo(($"{gone}", $"{kept}", "")));

        await context.Set<WorkPackage>().Where(w => w.Id == kept).ExecuteUpdateAsync(set => set.SetProperty(w => w.Subject, "Attic").SetProperty(w => w.Description, "below the roof"));
        await context.Set<WorkPackage>().Where(w => w.Id == gone).ExecuteDeleteAsync();
        Assert.That(
            (Found("kitchen"), Found("cellar"), Found("attic"), Found("roof", WordPlaces.Descriptions)), Is.EqualTo(("", "", $"{kept}", $"{kept}")));
    }

    [Test]
    public async Task A_comment_leads_to_its_work_package_until_it_goes_with_it()
    {
        var id = await landscape.AddWorkPackageAsync("Kitchen");
        await context.Set<WorkPackageJournal>().Where(j => j.WorkPackageId == id).ExecuteUpdateAsync(set => set.SetProperty(j => j.Notes, "The stove is missing"));
        Assert.That((Found("stove", WordPlaces.Comments), Found("stove", WordPlaces.Subjects)), Is.EqualTo(($"{id}", "")));
        Assert.That(WordIndex.Find(context, "stove", WordPlaces.Subjects | WordPlaces.Descriptions | WordPlaces.Comments | WordPlaces.FileNames), Is.EqualTo(new[] { id }));

        // The journals go by a cascade.
        await context.Set<WorkPackage>().Where(w => w.Id == id).ExecuteDeleteAsync();
        Assert.That(Found("stove", WordPlaces.Comments), Is.Empty);
    }

    [Test]
    public async Task Too_many_are_not_named()
    {
        var id = await landscape.AddWorkPackageAsync("Kitchen 1");
        var columns = string.Join(", ", context.Model.FindEntityType(typeof(WorkPackage))!.GetProperties().Select(p => p.GetColumnName()).Where(c => c is not ("id" or "subject")));
        var copy = $$"""
            WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {0})
            INSERT INTO work_packages (subject, {{columns}}) SELECT 'Kitchen ' || i, {{columns}} FROM work_packages, n WHERE id = {{id}}
            """;
        await context.Database.ExecuteSqlRawAsync(copy, WordIndex.Most);
        Assert.That(WordIndex.Find(context, "kitchen", WordPlaces.Subjects), Has.Count.EqualTo(WordIndex.Most));

        await landscape.AddWorkPackageAsync("Kitchenette");
        Assert.That(WordIndex.Find(context, "kitchen", WordPlaces.Subjects), Is.Null);
        Assert.That(WordIndex.Find(context, "kitchenette", WordPlaces.Subjects), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Of_a_table_that_was_made_anew_all_texts_are_read_again()
    {
        await context.Database.ExecuteSqlRawAsync("DROP TRIGGER subject_words_added");
        var id = await landscape.AddWorkPackageAsync("Kitchen");
        Assert.That(Found("kitchen"), Is.Empty);

        await WordIndex.PrepareAsync(context, default);

        Assert.That(Found("kitchen"), Is.EqualTo($"{id}"));
        await landscape.AddWorkPackageAsync("Cellar");
        Assert.That(Found("cellar"), Is.Not.Empty);
    }

    private string Found(string word, WordPlaces places = WordPlaces.Subjects) => string.Join(',', WordIndex.Find(context, word, places)!);

    // FTS5 compares what it knows with the texts of the table.
    private async Task AssertWholeAsync()
    {
        foreach (var check in Names.Select(name => $"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)"))
            await context.Database.ExecuteSqlRawAsync(check);
    }
}
