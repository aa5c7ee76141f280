using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Storage.Entities;

internal sealed class PlanConfiguration : IEntityTypeConfiguration<PlanRow>
{
    public void Configure(EntityTypeBuilder<PlanRow> builder)
    {
        builder.HasKey(plan => new { plan.StepId, plan.Set, plan.Number });
        builder.Property(plan => plan.Text).HasMaxLength(StoryLimits.Plan);
        builder.Property(plan => plan.Written).HasMaxLength(StoryLimits.Plan);
        builder.HasOne<StepRow>().WithMany().HasForeignKey(plan => plan.StepId).OnDelete(DeleteBehavior.Restrict);
    }
}
