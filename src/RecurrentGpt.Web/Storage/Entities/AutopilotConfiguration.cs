using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RecurrentGpt.Web.Storage.Entities;

internal sealed class AutopilotConfiguration : IEntityTypeConfiguration<AutopilotRow>
{
    public void Configure(EntityTypeBuilder<AutopilotRow> builder)
    {
        builder.Property(row => row.Order).HasJsonConversion();
        builder.Property(row => row.Fuse).HasJsonConversion();
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(row => new { row.StoryId, row.StartedAt });
        // One running one a story, even if two starts should ever meet.
        builder.HasIndex(row => row.StoryId, "IX_Autopilots_Running").IsUnique().HasFilter("\"State\" = 'Running'");
        builder.HasOne<StoryRow>().WithMany().HasForeignKey(row => row.StoryId).OnDelete(DeleteBehavior.Restrict);
    }
}
