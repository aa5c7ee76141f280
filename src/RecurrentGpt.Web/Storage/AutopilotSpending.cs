using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Storage;

/// <summary>
/// Counts what unattended runs have written and used. Where providers say what they took no text is read, and where they do not each text is read once, so that counting
/// after every step stays cheap in a long run.
/// </summary>
internal sealed class AutopilotSpending
{
    // A request never changes once it is stored.
    private readonly ConcurrentDictionary<(Guid RunId, int Ordinal), TokenUsage> _estimates = new();

    public async Task<AutopilotSpent> ReadAsync(WritingDb db, Guid autopilotId, ModelSettings settings, CancellationToken cancellationToken)
    {
        var requests = await RequestsAsync(db, autopilotId, cancellationToken);
        Guid[] unknown = [.. requests.Where(request => request.Usage is null && !_estimates.ContainsKey(request.Key)).Select(request => request.RunId).Distinct()];
        await (unknown.Length > 0 ? EstimateAsync(db, unknown, cancellationToken) : Task.CompletedTask);

        return Count(requests, settings);
    }

    private static Task<List<Request>> RequestsAsync(WritingDb db, Guid autopilotId, CancellationToken cancellationToken) => (
        from run in db.Runs
        join exchange in db.Exchanges on run.Id equals exchange.RunId
        where run.AutopilotId == autopilotId
        orderby run.Number, exchange.Ordinal
        select new Request(
            run.Id,
            exchange.Ordinal,
            run.Kind == RunKind.Step && run.State == RunState.Done,
            exchange.Model,
            exchange.InputTokens == null ? null : new TokenUsage(exchange.InputTokens.Value, exchange.OutputTokens ?? 0, exchange.CachedTokens ?? 0)))
        .ToListAsync(cancellationToken);

    private async Task EstimateAsync(WritingDb db, Guid[] runIds, CancellationToken cancellationToken)
    {
        var unsaid = db.Exchanges
            .Where(exchange => runIds.Contains(exchange.RunId) && exchange.InputTokens == null)
            .Select(exchange => new { exchange.RunId, exchange.Ordinal, exchange.System, exchange.User, exchange.Reply, exchange.FailureKind });
        await foreach (var one in unsaid.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            _estimates[(one.RunId, one.Ordinal)] = Exchange.Estimate(one.System, one.User, one.Reply, one.FailureKind is not null);
        }
    }

    // A step takes all that was asked for since the one before it: its choice, failed attempts, and what was judged.
    private AutopilotSpent Count(List<Request> requests, ModelSettings settings)
    {
        var free = settings.CostOf(TokenUsage.None, settings.ChatModel);
        var (spent, step) = (AutopilotSpent.Nothing with { Cost = free }, (Tokens: 0L, Cost: free));
        foreach (var run in requests.GroupBy(request => request.RunId))
        {
            foreach (var request in run)
            {
                var usage = request.Usage ?? _estimates.GetValueOrDefault(request.Key, TokenUsage.None);
                var cost = settings.CostOf(usage, request.Model);
                spent = spent with { Usage = spent.Usage + usage, Cost = spent.Cost + cost };
                step = (step.Tokens + usage.Input + usage.Output, step.Cost + cost);
            }

            if (run.First().EndsAStep)
            {
                spent = spent with { Steps = spent.Steps + 1, MostInAStep = Math.Max(spent.MostInAStep, step.Tokens), MostCostOfAStep = Dearer(spent.MostCostOfAStep, step.Cost) };
                step = (0, free);
            }
        }

        return spent;
    }

    private static decimal? Dearer(decimal? one, decimal? other) => one is null || other > one ? other : one;

    private sealed record Request(Guid RunId, int Ordinal, bool EndsAStep, string Model, TokenUsage? Usage)
    {
        public (Guid RunId, int Ordinal) Key => (RunId, Ordinal);
    }
}
