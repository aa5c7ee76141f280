using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RecurrentGpt.Web.Storage.Entities;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<PersonRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> builder)
    {
        builder.Property(person => person.Name).HasMaxLength(100);
        builder.Property(person => person.NormalizedName).HasMaxLength(100);
        builder.HasIndex(person => person.NormalizedName).IsUnique();
    }
}
