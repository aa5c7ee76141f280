using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Storage.Entities;

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<RevisionRow>
{
    public void Configure(EntityTypeBuilder<RevisionRow> builder)
    {
        builder.HasKey(revision => new { revision.StepId, revision.Version });
        builder.Property(revision => revision.Text).HasMaxLength(StoryLimits.Paragraph);
        builder.HasOne<StepRow>().WithMany().HasForeignKey(revision => revision.StepId).OnDelete(DeleteBehavior.Restrict);
    }
}
