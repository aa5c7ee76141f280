using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RecurrentGpt.Web.Storage.Entities;

internal sealed class ExchangeConfiguration : IEntityTypeConfiguration<ExchangeRow>
{
    public void Configure(EntityTypeBuilder<ExchangeRow> builder)
    {
        builder.HasKey(exchange => new { exchange.RunId, exchange.Ordinal });
        builder.Property(exchange => exchange.Purpose).HasConversion<string>().HasMaxLength(20);
        builder.Property(exchange => exchange.FailureKind).HasConversion<string>().HasMaxLength(20);
        builder.Property(exchange => exchange.Parts).HasJsonConversion();
        builder.HasOne<RunRow>().WithMany().HasForeignKey(exchange => exchange.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}
