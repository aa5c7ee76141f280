using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Storage;

/// <summary>
/// The database of all stories. Ids are version 7 and stored as text: in the order of their making, and readable by eye in any SQLite shell.
/// </summary>
public sealed partial class WritingDb(DbContextOptions<WritingDb> options) : DbContext(options)
{
    public DbSet<StoryRow> Stories => Set<StoryRow>();

    public DbSet<StepRow> Steps => Set<StepRow>();

    public DbSet<PlanRow> Plans => Set<PlanRow>();

    public DbSet<MemoryEntryRow> MemoryEntries => Set<MemoryEntryRow>();

    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();

    public DbSet<StepMarkRow> StepMarks => Set<StepMarkRow>();

    public DbSet<RunRow> Runs => Set<RunRow>();

    public DbSet<AutopilotRow> Autopilots => Set<AutopilotRow>();

    public DbSet<AheadRow> Ahead => Set<AheadRow>();

    public DbSet<ExchangeRow> Exchanges => Set<ExchangeRow>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(WritingDb).Assembly);
        FilterByOwner(modelBuilder);
    }

    // As numbers, since SQLite cannot order times that are kept as text with an offset.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<TimeSpan>().HaveConversion<long>();
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
