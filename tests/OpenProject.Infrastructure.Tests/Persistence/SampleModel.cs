using Microsoft.EntityFrameworkCore;
using OpenProject.Domain.Common;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Tests.Persistence;

/// <summary>An aggregate with everything the base knows to handle: a part, a journal, a lock version, a unique value, a parent.</summary>
internal sealed class SampleStory : AggregateRoot, IJournaled, ILockVersioned
{
    private readonly List<SamplePart> parts = [];

    public string DisplayName { get; set; } = "";

    public long? ParentStoryId { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateOnly? DueDate { get; set; }

    public DayOfWeek Weekday { get; set; }

    public IReadOnlyList<SamplePart> Parts => parts;

    public int LockVersion { get; private set; }

    public void AddPart(string name) => parts.Add(new SamplePart { Name = name });

    public object TakeJournal(long actorId, DateTime now, string? agent = null) =>
        new SampleStoryJournal { SampleStoryId = Id, ActorId = actorId, CreatedAt = now, DisplayName = DisplayName };
}

internal sealed class SamplePart
{
    public long Id { get; private set; }

    public long SampleStoryId { get; private set; }

    public string Name { get; set; } = "";
}

internal sealed class SampleStoryJournal
{
    public long Id { get; private set; }

    public long SampleStoryId { get; set; }

    public long ActorId { get; set; }

    public DateTime CreatedAt { get; set; }

    public string DisplayName { get; set; } = "";
}

/// <summary>The production conventions over the sample entities alone.</summary>
internal sealed class SampleContext(DbContextOptions<SampleContext> options) : OpenProjectDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        TextComparisons.Map(modelBuilder);
        modelBuilder.Entity<SampleStory>(story =>
        {
            story.Property(s => s.DisplayName).HasMaxLength(100);
            story.HasIndex(s => s.DisplayName).IsUnique();
            story.HasOne<SampleStory>().WithMany().HasForeignKey(s => s.ParentStoryId);
            story.HasMany(s => s.Parts).WithOne().HasForeignKey(p => p.SampleStoryId).OnDelete(DeleteBehavior.Cascade);
            story.Navigation(s => s.Parts).AutoInclude();
        });
        modelBuilder.Entity<SampleStoryJournal>().HasOne<SampleStory>().WithMany().HasForeignKey(j => j.SampleStoryId);
    }
}
