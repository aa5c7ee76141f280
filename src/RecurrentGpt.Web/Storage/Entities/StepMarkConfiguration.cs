using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Storage.Entities;

internal sealed class StepMarkConfiguration : IEntityTypeConfiguration<StepMarkRow>
{
    public void Configure(EntityTypeBuilder<StepMarkRow> builder)
    {
        builder.HasKey(mark => mark.StepId);
        builder.Property(mark => mark.Chapter).HasMaxLength(StoryLimits.Title);
        builder.Property(mark => mark.Note).HasMaxLength(StoryLimits.Note);
        builder.Property(mark => mark.BranchName).HasMaxLength(StoryLimits.Title);
        builder.HasOne<StepRow>().WithOne().HasForeignKey<StepMarkRow>(mark => mark.StepId).OnDelete(DeleteBehavior.Restrict);
    }
}
