using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Benchmarks.Smaller;

/// <summary>What an unattended run holds and has cost at one moment, in which it stands still.</summary>
/// <param name="Steps">Steps so far.</param>
/// <param name="Resident">Bytes of the process in memory.</param>
/// <param name="Managed">Bytes of live objects.</param>
/// <param name="Stored">Bytes of the database.</param>
/// <param name="Step">The latest prompt of a step.</param>
/// <param name="Choice">The latest prompt of a choice.</param>
/// <param name="Worked">How long the run has worked.</param>
/// <param name="Model">How long of that it has waited for replies.</param>
/// <param name="WallAStep">Milliseconds a step since the figures before.</param>
/// <param name="OursAStep">The same without the waiting for replies.</param>
internal sealed record AutopilotFigures(
    int Steps, long Resident, long Managed, long Stored, PromptSize Step, PromptSize Choice, TimeSpan Worked, TimeSpan Model, double WallAStep, double OursAStep)
{
    private const double MiB = 1024 * 1024;

    public static string Heading =>
        $"{"steps",6} {"resident",10} {"live",8} {"database",10} {"step prompt",12} {"tokens",8} {"choice",8} {"tokens",8} {"ms a step",10} {"ours",8}";

    public static async Task<AutopilotFigures> TakeAsync(SampleProgram program, AutopilotRecord record, AutopilotFigures? before)
    {
        var (resident, managed) = Memory();
        await using var db = await program.Services.GetRequiredService<IDbContextFactory<WritingDb>>().CreateDbContextAsync();
        var runs = db.Runs.Where(run => run.AutopilotId == record.Id).Select(run => run.Id);
        var exchanges = db.Exchanges.Where(exchange => runs.Contains(exchange.RunId));
        var model = TimeSpan.FromTicks((await exchanges.Select(exchange => exchange.Elapsed).ToListAsync()).Sum(elapsed => elapsed.Ticks));
        var steps = record.Spent.Steps - (before?.Steps ?? 0);
        var wall = (record.Worked - (before?.Worked ?? TimeSpan.Zero)).TotalMilliseconds / steps;
        var waited = (model - (before?.Model ?? TimeSpan.Zero)).TotalMilliseconds / steps;
        return new(
            record.Spent.Steps,
            resident,
            managed,
            program.StoredBytes,
            await PromptSize.OfLatestAsync(exchanges, ExchangePurpose.Step),
            await PromptSize.OfLatestAsync(exchanges, ExchangePurpose.Choice),
            record.Worked,
            model,
            wall,
            wall - waited);
    }

    /// <summary>The last of the figures against those at 100 steps and at 10.</summary>
    public static string Ratios(IReadOnlyList<AutopilotFigures> all)
    {
        var (first, last) = (all[0], all[^1]);
        var middle = all.Where(figures => figures.Steps <= 100).Last(figures => figures != last);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            resident size, step {last.Steps} ÷ step {middle.Steps}: {(double)last.Resident / middle.Resident:F3}
            live objects, step {last.Steps} ÷ step {middle.Steps}: {(double)last.Managed / middle.Managed:F3}
            prompt of a step, step {last.Steps} ÷ step {first.Steps}: {(double)last.Step.Characters / first.Step.Characters:F3} of the characters, {(double)last.Step.Tokens / first.Step.Tokens:F3} of the tokens
            prompt of a choice, step {last.Steps} ÷ step {first.Steps}: {(double)last.Choice.Characters / first.Choice.Characters:F3} of the characters, {(double)last.Choice.Tokens / first.Choice.Tokens:F3} of the tokens
            our own time in a step, up to step {last.Steps} ÷ up to step {middle.Steps}: {last.OursAStep / middle.OursAStep:F3}
            """);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Steps,6} {Resident / MiB,10:F1} {Managed / MiB,8:F1} {Stored / MiB,10:F1} {Step.Characters,12} {Step.Tokens,8} {Choice.Characters,8} {Choice.Tokens,8} {WallAStep,10:F1} {OursAStep,8:F1}");

    private static (long Resident, long Managed) Memory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return (process.WorkingSet64, GC.GetTotalMemory(forceFullCollection: false));
    }
}

/// <summary>How long a prompt is.</summary>
internal sealed record PromptSize(int Characters, int Tokens)
{
    public static async Task<PromptSize> OfLatestAsync(IQueryable<Web.Storage.Entities.ExchangeRow> exchanges, ExchangePurpose purpose)
    {
        var latest = await exchanges.Where(exchange => exchange.Purpose == purpose).OrderByDescending(exchange => exchange.RunId).FirstAsync();
        return new(latest.System.Length + latest.User.Length, TokenEstimate.Of(latest.System) + TokenEstimate.Of(latest.User));
    }
}
