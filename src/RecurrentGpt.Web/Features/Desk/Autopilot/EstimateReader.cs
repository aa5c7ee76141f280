using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.Autopilot;

/// <summary>Reads what the latest requests of a story took. Three small queries, which touch no text.</summary>
public sealed class EstimateReader(IDbContextFactory<WritingDb> readers)
{
    private const int Latest = 10;

    /// <param name="isSample">Whether the sample writer will write: what it took says nothing of a model, and the other way round.</param>
    public async Task<EstimateBasis> ReadAsync(Story story, Step head, bool isSample, CancellationToken cancellationToken)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        var steps = await db.PathTo(head.Id)
            .Where(step => step.PlanSource != PlanSource.Opening && step.InputTokens + step.OutputTokens > 0 && (step.Model == SampleWriter.Name) == isSample)
            .OrderByDescending(step => step.Number)
            .Take(Latest)
            .Select(step => new TokenUsage(step.InputTokens, step.OutputTokens, step.CachedTokens))
            .ToListAsync(cancellationToken);

        return EstimateBasis.Of(story, head) with
        {
            Steps = steps,
            Choices = await ReadAsync(db, story.Id, ExchangePurpose.Choice, isSample, cancellationToken),
            Judgements = await ReadAsync(db, story.Id, ExchangePurpose.Judgement, isSample, cancellationToken),
        };
    }

    private static async Task<IReadOnlyList<TokenUsage>> ReadAsync(WritingDb db, Guid storyId, ExchangePurpose purpose, bool isSample, CancellationToken cancellationToken) =>
        await (
            from exchange in db.Exchanges
            join run in db.Runs on exchange.RunId equals run.Id
            where run.StoryId == storyId && exchange.Purpose == purpose && exchange.InputTokens != null && (exchange.Model == SampleWriter.Name) == isSample
            orderby run.Number descending
            select new TokenUsage(exchange.InputTokens ?? 0, exchange.OutputTokens ?? 0, exchange.CachedTokens ?? 0)).Take(Latest).ToListAsync(cancellationToken);
}
