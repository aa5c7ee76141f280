using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Storage.Entities;

internal sealed class StoryConfiguration : IEntityTypeConfiguration<StoryRow>
{
    public void Configure(EntityTypeBuilder<StoryRow> builder)
    {
        builder.Property(story => story.Title).HasMaxLength(StoryLimits.Title);
        builder.Property(story => story.Genre).HasMaxLength(StoryLimits.Genre);
        builder.Property(story => story.Premise).HasMaxLength(StoryLimits.Premise);
        builder.Property(story => story.Language).HasMaxLength(StoryLimits.Language);
        builder.Property(story => story.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(story => story.OwnerId).HasDefaultValue(Person.FirstId).ValueGeneratedNever();
        builder.HasIndex(story => story.OwnerId);
        builder.Property(story => story.Settings).HasJsonConversion();
        builder.Property(story => story.Prompts).HasJsonConversion();
        builder.HasOne<StepRow>().WithMany().HasForeignKey(story => story.HeadId).OnDelete(DeleteBehavior.Restrict);
    }
}
