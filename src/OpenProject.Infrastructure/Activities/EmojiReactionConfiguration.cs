using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Activities;

namespace OpenProject.Infrastructure.Activities;

/// <summary>Reactions to activities; each user has each sign once. They go with the activity and with the user.</summary>
internal sealed class EmojiReactionConfiguration : IEntityTypeConfiguration<EmojiReaction>
{
    public void Configure(EntityTypeBuilder<EmojiReaction> builder)
    {
        builder.ToTable("emoji_reactions");
        builder.Property(reaction => reaction.Reaction).HasMaxLength(EmojiReaction.NameLimit);
        builder.HasOne(reaction => reaction.Journal).WithMany().HasForeignKey(reaction => reaction.JournalId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(reaction => reaction.User).WithMany().HasForeignKey(reaction => reaction.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(reaction => new { reaction.JournalId, reaction.Reaction, reaction.UserId }).IsUnique();
    }
}
