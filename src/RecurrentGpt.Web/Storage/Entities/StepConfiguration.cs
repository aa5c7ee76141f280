using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Storage.Entities;

internal sealed class StepConfiguration : IEntityTypeConfiguration<StepRow>
{
    public void Configure(EntityTypeBuilder<StepRow> builder)
    {
        builder.Property(step => step.PlanSource).HasConversion<string>().HasMaxLength(20);
        builder.Property(step => step.PlanText).HasMaxLength(StoryLimits.Plan);
        builder.Property(step => step.OwnPlan).HasMaxLength(StoryLimits.Plan);
        builder.Property(step => step.Recalled).HasJsonConversion();
        builder.Property(step => step.AcceptedChanges).HasJsonConversion();
        builder.Property(step => step.Settings).HasJsonConversion();
        builder.Property(step => step.LockedSentences).HasJsonConversion();
        builder.Property(step => step.Coverage).HasJsonConversion();
        builder.Property(step => step.Turn).HasJsonConversion();

        // The same run can never be stored twice, whatever happens above.
        builder.HasIndex(step => new { step.RunId, step.Number }).IsUnique();

        // All that long-term memory asks of a step: thousands are read without touching the pages where the texts are.
        builder.HasIndex(step => new { step.StoryId, step.Id, step.ParentId, step.Number, step.ParagraphVersion });
        builder.HasOne<StoryRow>().WithMany().HasForeignKey(step => step.StoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RunRow>().WithMany().HasForeignKey(step => step.RunId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StepRow>().WithMany().HasForeignKey(step => step.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StepRow>().WithMany().HasForeignKey(step => step.NextStepId).OnDelete(DeleteBehavior.Restrict);
    }
}
