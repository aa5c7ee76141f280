using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RecurrentGpt.Web.Storage.Entities;

internal sealed class MemoryEntryConfiguration : IEntityTypeConfiguration<MemoryEntryRow>
{
    public void Configure(EntityTypeBuilder<MemoryEntryRow> builder)
    {
        builder.HasKey(entry => entry.StepId);
        builder.Property(entry => entry.EmbeddingModel).HasMaxLength(200);
        builder.HasOne<StepRow>().WithOne().HasForeignKey<MemoryEntryRow>(entry => entry.StepId).OnDelete(DeleteBehavior.Restrict);
    }
}
