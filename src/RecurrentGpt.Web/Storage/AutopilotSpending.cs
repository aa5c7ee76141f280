using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Prompts;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Storage;

/// <summary>Counts what an unattended run has written and used. Where providers say what they took, no text is read, so that it stays cheap in a long run.</summary>
internal sealed class AutopilotSpending(ModelSettings settings)
{
    private readonly decimal? _free = settings.CostOf(TokenUsage.None, settings.ChatModel);
    private int _steps;
    private TokenUsage _usage = TokenUsage.None;
    private long _most;
    private decimal? _mostCost;
    private decimal? _cost = settings.CostOf(TokenUsage.None, settings.ChatModel);

    public static async Task<AutopilotSpent> ReadAsync(WritingDb db, Guid autopilotId, ModelSettings settings, CancellationToken cancellationToken)
    {
        var requests = await RequestsAsync(db, autopilotId, cancellationToken);
        var estimates = requests.Exists(request => request.Usage is null) ? await EstimatesAsync(db, autopilotId, cancellationToken) : [];

        return new AutopilotSpending(settings).Count(requests, estimates);
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

    private static async Task<Dictionary<(Guid RunId, int Ordinal), TokenUsage>> EstimatesAsync(WritingDb db, Guid autopilotId, CancellationToken cancellationToken)
    {
        var unsaid =
            from run in db.Runs
            join exchange in db.Exchanges on run.Id equals exchange.RunId
            // A request that was refused took no tokens.
            where run.AutopilotId == autopilotId && exchange.InputTokens == null && (exchange.FailureKind == null || exchange.Reply != "")
            select new { exchange.RunId, exchange.Ordinal, exchange.System, exchange.User, exchange.Reply };
        var estimates = new Dictionary<(Guid, int), TokenUsage>();
        await foreach (var one in unsaid.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            estimates[(one.RunId, one.Ordinal)] = new TokenUsage(TokenEstimate.Of(one.System) + TokenEstimate.Of(one.User), TokenEstimate.Of(one.Reply), 0);
        }

        return estimates;
    }

    // A step takes all that was asked for since the one before it: its choice, failed attempts, and what was judged.
    private AutopilotSpent Count(List<Request> requests, Dictionary<(Guid RunId, int Ordinal), TokenUsage> estimates)
    {
        var (tokens, cost) = (0L, _free);
        foreach (var run in requests.GroupBy(request => request.RunId))
        {
            foreach (var request in run)
            {
                var usage = request.Usage ?? estimates.GetValueOrDefault((request.RunId, request.Ordinal), TokenUsage.None);
                var price = settings.CostOf(usage, request.Model);
                (_usage, _cost) = (_usage + usage, _cost + price);
                (tokens, cost) = (tokens + usage.Input + usage.Output, cost + price);
            }

            if (run.First().EndsAStep)
            {
                EndStep(tokens, cost);
                (tokens, cost) = (0, _free);
            }
        }

        return new AutopilotSpent(_steps, _usage, _most, _cost, _mostCost);
    }

    private void EndStep(long tokens, decimal? cost)
    {
        _steps++;
        _most = Math.Max(_most, tokens);
        _mostCost = cost is { } known && known > (_mostCost ?? decimal.MinValue) ? known : _mostCost;
    }

    private sealed record Request(Guid RunId, int Ordinal, bool EndsAStep, string Model, TokenUsage? Usage);
}
