using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Faults.Server;

/// <summary>What came of a row: its line, and what was broken; nothing when all was kept.</summary>
internal sealed record RowOutcome(string Line, IReadOnlyList<string> Broken)
{
    public int Requests { get; init; }
}

/// <summary>Runs one row through the whole desk, and the same step once more when the server is well again.</summary>
internal sealed class RowTrial(WritingWorld world, FullReplies replies)
{
    private const int Dimensions = 64;

    public async Task<RowOutcome> RunAsync(FaultRow row)
    {
        var broken = new List<string>();
        await world.SettleAsync();
        var (request, before) = (await world.NextAsync(), await StoryDigest.OfAsync(world));
        replies.Clear();
        await row.Break(world);
        var run = await world.StartAsync(request);
        await (row.During?.Invoke(run) ?? Task.CompletedTask);
        var result = await run.Completion;
        var requests = await world.RequestsOfAsync(run.Id);
        Expect(result.State == row.Ends, $"ended {result.State} {result.Failure?.Kind} instead of {row.Ends}");
        Expect(result.Failure?.Kind == row.Failure, $"failed as {result.Failure?.Kind} instead of {row.Failure}");
        Expect(requests <= row.MostRequests, $"{requests} requests, at most {row.MostRequests}");
        world.Model.Unscript();
        broken.AddRange(result.State == RunState.Done ? await GoodAsync(row, result) : await BadAsync(row, run, result, before));
        broken.AddRange(await OddVectorsAsync());
        await (row.Mend?.Invoke(world) ?? Task.CompletedTask);
        if (row.Ends != RunState.Done)
        {
            var again = await (await world.StartAsync(request)).Completion;
            Expect(again.State == RunState.Done, $"tried again, it ended {again.State} {again.Failure}");
        }

        return new RowOutcome(Line(row, result, requests), [.. broken.Select(what => $"{row.Name}: {what}")]) { Requests = requests };

        void Expect(bool isSo, string otherwise)
        {
            if (!isSo)
            {
                broken.Add(otherwise);
            }
        }
    }

    private async Task<IEnumerable<string>> GoodAsync(FaultRow row, RunResult result)
    {
        var broken = new List<string?>
        {
            replies.FaultOf(result.Steps[^1]),
            (await world.ReadAsync()).Head?.Id == result.Steps[^1].Id ? null : "the story does not stand on the step",
            row.Notice is { } notice && !result.Notices.Contains(notice) ? $"{notice} is not told" : null,
        };
        return broken.OfType<string>();
    }

    private async Task<IEnumerable<string>> BadAsync(FaultRow row, StoryRun run, RunResult result, string before)
    {
        var leftover = (await world.ReadAsync()).Leftover;
        var prose = leftover?.Id == run.Id ? leftover.Prose : "";
        var isOffered = leftover?.Id == run.Id;
        var broken = new List<string?>
        {
            await StoryDigest.OfAsync(world) == before ? null : "the story has changed",
            row.Ends == RunState.Failed && !isOffered ? "the failed run is not offered" : null,
            prose.Length > 0 == row.OffersPartial ? null : row.OffersPartial ? "what had come is not offered" : "prose is offered that never came",
            prose.Length == 0 || row.Failure == FailureKind.TooLong || replies.IsBeginning(prose) ? null : "what is offered is not what had come",
        };
        return [.. broken.OfType<string>(), .. Messages(row, result.Failure)];
    }

    // In both languages of the screen.
    private IEnumerable<string> Messages(FaultRow row, StepFailure? failure)
    {
        if (failure is null)
        {
            yield break;
        }

        var (english, chinese) = (In("en", failure), In("zh-Hans", failure));
        if (!english.Contains(row.Says, StringComparison.Ordinal))
        {
            yield return $"“{english}” does not say “{row.Says}”";
        }

        if (chinese == english || !chinese.Contains('。', StringComparison.Ordinal))
        {
            yield return $"“{chinese}” is no Chinese";
        }
    }

    private string In(string language, StepFailure failure)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return world.Get<FailureText>().Of(failure);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    // Whatever was answered, no vector is ever stored that could not be compared.
    private async Task<IEnumerable<string>> OddVectorsAsync()
    {
        await using var db = await world.Get<IDbContextFactory<WritingDb>>().CreateDbContextAsync();
        var vectors = await db.MemoryEntries.Where(entry => entry.Vector != null).Select(entry => entry.Vector!).ToListAsync();
        return vectors.Exists(IsOdd) ? ["a vector is stored that cannot be compared"] : [];
    }

    private static bool IsOdd(byte[] bytes)
    {
        var vector = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(bytes);
        return vector.Length != Dimensions || vector.IndexOfAnyExcept(0f) < 0 || vector.ToArray().Any(value => !float.IsFinite(value));
    }

    private string Line(FaultRow row, RunResult result, int requests)
    {
        var outcome = result.Failure is { } failure ? $"{failure.Kind}: {In("en", failure)}" : $"{result.State} {string.Join(", ", result.Notices)}";
        return string.Create(CultureInfo.InvariantCulture, $"{requests} × {outcome}{(row.OffersPartial ? " [offers what had come]" : "")}");
    }
}
