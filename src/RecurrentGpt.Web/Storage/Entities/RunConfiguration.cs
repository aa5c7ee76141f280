using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RecurrentGpt.Web.Storage.Entities;

internal sealed class RunConfiguration : IEntityTypeConfiguration<RunRow>
{
    public void Configure(EntityTypeBuilder<RunRow> builder)
    {
        builder.Property(run => run.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(run => run.Held).HasJsonConversion();
        builder.Property(run => run.Arrived).HasJsonConversion();
        builder.Property(run => run.Passage).HasJsonConversion();
        builder.Property(run => run.Choice).HasJsonConversion();
        builder.Property(run => run.Turn).HasJsonConversion();
        builder.Property(run => run.PlanSource).HasConversion<string>().HasMaxLength(20);
        builder.Property(run => run.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(run => run.FailureKind).HasConversion<string>().HasMaxLength(20);

        builder.HasIndex(run => new { run.StoryId, run.Number }).IsUnique();
        builder.HasIndex(run => run.AutopilotId);
        // One running run a story, even if two claims should ever meet.
        builder.HasIndex(run => run.StoryId, "IX_Runs_Running").IsUnique().HasFilter("\"State\" = 'Running'");
        builder.HasOne<StoryRow>().WithMany().HasForeignKey(run => run.StoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StepRow>().WithMany().HasForeignKey(run => run.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
