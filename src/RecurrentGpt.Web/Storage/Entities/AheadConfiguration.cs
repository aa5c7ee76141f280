using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RecurrentGpt.Web.Storage.Entities;

internal sealed class AheadConfiguration : IEntityTypeConfiguration<AheadRow>
{
    public void Configure(EntityTypeBuilder<AheadRow> builder)
    {
        builder.HasKey(row => new { row.StoryId, row.Model });
        builder.HasOne<StoryRow>().WithMany().HasForeignKey(row => row.StoryId).OnDelete(DeleteBehavior.Restrict);
    }
}
