using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Faults.Backups;

/// <summary>Writes one story as runs and an author's hand do, by chance, with the store's own transactions; each notes the state that it commits.</summary>
internal sealed class Scribbler(WriteQueue writes, Ledger ledger, Random chance)
{
    private Guid? _storyId;
    private Guid _headId;

    /// <summary>Does one thing, which is one to three commits. When a restored backup has taken the story away, it begins another one.</summary>
    public async Task ScribbleAsync()
    {
        try
        {
            await (_storyId is null ? BeginAsync() : ActAsync());
        }
        catch (Exception failure) when (failure is DatabaseReplacedException or InvalidOperationException or DbUpdateException)
        {
            _storyId = null;
        }
    }

    private Task ActAsync() => chance.Next(10) switch
    {
        < 5 => StepAsync(),
        5 => StopAsync(),
        6 => EditAsync(step => step.ParagraphVersion, HandEdits.SaveParagraphAsync),
        7 => EditAsync(step => step.MemoryVersion, HandEdits.SaveMemoryAsync),
        _ => SetAsync(),
    };

    private async Task BeginAsync()
    {
        var story = Guid.CreateVersion7();
        await WriteAsync(db =>
        {
            db.Stories.Add(NewStory(story));
            return Task.FromResult(true);
        });
        await RunAsync(story, new RunRequest(story, RunKind.Opening));
        _storyId = story;
    }

    private Task StepAsync() => RunAsync(_storyId!.Value, new RunRequest(_storyId.Value, RunKind.Step) { ParentId = _headId, Plan = Plan });

    private async Task RunAsync(Guid storyId, RunRequest request)
    {
        var runId = await ClaimAsync(storyId, request);
        var step = NewStep();
        await WriteAsync(db => StoryCommit.StoreAsync(db, runId, new StoryChange { Steps = [step], Exchanges = [Exchange()] }, DateTimeOffset.UtcNow));
        _headId = step.Id;
    }

    private async Task StopAsync()
    {
        var runId = await ClaimAsync(_storyId!.Value, new RunRequest(_storyId.Value, RunKind.NewPlans) { ParentId = _headId });
        await WriteAsync(db => db.Runs.Where(run => run.Id == runId)
            .ExecuteUpdateAsync(run => run.SetProperty(row => row.State, RunState.Stopped).SetProperty(row => row.EndedAt, DateTimeOffset.UtcNow)));
    }

    private async Task<Guid> ClaimAsync(Guid storyId, RunRequest request)
    {
        var runId = Guid.CreateVersion7();
        _ = await WriteAsync(db => RunClaim.TakeAsync(db, runId, request, DateTimeOffset.UtcNow)) ?? throw new InvalidOperationException($"Story {storyId} is being written.");
        await WriteAsync(db => db.Runs.Where(run => run.Id == runId).ExecuteUpdateAsync(run => run.SetProperty(row => row.Partial, Prose(600))));
        return runId;
    }

    private Task<T> EditAsync<T>(Func<StepRow, int> version, Func<WritingDb, Guid, string, int, DateTimeOffset, Task<T>> save) => WriteAsync(async db =>
    {
        var step = await db.Steps.AsNoTracking().SingleAsync(row => row.Id == _headId);
        return await save(db, _headId, Prose(2_000), version(step), DateTimeOffset.UtcNow);
    });

    private Task<bool> SetAsync() => WriteAsync(async db =>
    {
        var key = $"trial-{chance.Next(20)}";
        await db.Settings.Where(setting => setting.Key == key).ExecuteDeleteAsync();
        db.Settings.Add(new SettingRow { Key = key, Value = Prose(20_000) });
        return true;
    });

    private Task<T> WriteAsync<T>(Func<WritingDb, Task<T>> write) => writes.WriteAsync(async db =>
    {
        var result = await write(db);
        await ledger.NoteAsync(db);
        return result;
    });

    private static Plan Plan { get; } = new("Go down to the shore.", PlanSource.Picked);

    private StoryRow NewStory(Guid id) => new()
    {
        Id = id,
        Title = Prose(40),
        Genre = "Mystery",
        Premise = Prose(900),
        Language = "English",
        Kind = StoryKind.Novel,
        Outline = "",
        Settings = new StorySettings(),
        Prompts = StoryPrompts.Default,
        CreatedAt = DateTimeOffset.UtcNow,
        ChangedAt = DateTimeOffset.UtcNow,
    };

    private NewStep NewStep() => new()
    {
        Id = Guid.CreateVersion7(),
        Plan = Plan,
        Paragraph = Prose(4_000),
        Summary = Prose(400),
        Vector = Enumerable.Range(0, 512).Select(_ => chance.NextSingle()).ToArray(),
        EmbeddingModel = "trial",
        ShortTermMemory = Prose(2_000),
        Rationale = Prose(300),
        Plans = [Prose(300), Prose(300), Prose(300)],
        Settings = new StorySettings(),
        Model = "trial",
        Usage = new TokenUsage(900, 300, 512),
        Elapsed = TimeSpan.FromSeconds(4),
    };

    private Exchange Exchange() =>
        new(ExchangePurpose.Step, Prose(500), Prose(3_000), Prose(4_000), "trial", new TokenUsage(900, 300, 512), TimeSpan.FromSeconds(4));

    private string Prose(int longest) => string.Create(chance.Next(1, longest), chance, (text, by) =>
    {
        for (var place = 0; place < text.Length; place++)
        {
            text[place] = by.Next(6) == 0 ? ' ' : (char)('a' + by.Next(26));
        }
    });
}
