using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.LongTerm;
using RecurrentGpt.Web.Features.Desk.Marks;
using RecurrentGpt.Web.Features.Desk.Prompts;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Tests.Recurrence;

/// <summary>Changes all that an author can change about a story, by a die with a known seed, and says what is to be written next.</summary>
internal sealed class RandomState(IServiceProvider services, Guid storyId, Random die)
{
    private static readonly string[] Texts =
    [
        "Mara hides the knot in her pocket. She lies to the boy.",
        "玛拉把绳子收起来。男孩没有说话。",
        "“Don’t,” he said — and the lamp went out…",
        "A line with {plan}, === marks === and \"quotes\" \\ and a tab\tin it.\r\nAnd a second line.",
        "Zwölf Boxkämpfer jagen Viktor. Ça va? 😀 She counts the trees.",
        "  Spaces before and after are hers too.  ",
    ];

    private readonly DraftStore _drafts = services.GetRequiredService<DraftStore>();

    /// <summary>Makes a few changes, then returns the run that would come next.</summary>
    public async Task<RunRequest> NextAsync()
    {
        await MaybeAsync(4, ChangeSettingsAsync);
        await MaybeAsync(4, ChangePromptsAsync);
        await MaybeAsync(2, ChangeEntryAsync);
        await MaybeAsync(12, UnpinAllAsync);
        await MaybeAsync(2, PinAsync);
        await MaybeAsync(3, BanAsync);
        await MaybeAsync(6, GoBackAsync);
        await MaybeAsync(2, ChangeMemoryAsync);
        await MaybeAsync(2, LockASentenceAsync);
        await MaybeAsync(3, ChangeParagraphAsync);
        await SettleAsync();
        await MaybeAsync(4, LoseVectorsAsync);

        return die.Next(10) == 0 ? NewPlans(await HeadAsync()) : await StepAsync();
    }

    private async Task<RunRequest> StepAsync()
    {
        var head = await HeadAsync();
        var plan = die.Next(3) switch
        {
            0 when head.Plans.Count > 0 => head.Plans[die.Next(head.Plans.Count)].ToPlan(),
            1 when head.Plans.Count > 0 => (head.Plans[0] with { Text = Any() }).ToPlan(),
            _ => new Plan(Any(), PlanSource.Own),
        };

        return new RunRequest(storyId, RunKind.Step) { ParentId = head.Id, Plan = plan, Toss = die.NextDouble() };
    }

    private RunRequest NewPlans(Step head) => new(storyId, RunKind.NewPlans) { ParentId = head.Id };

    private async Task ChangeSettingsAsync() => await _drafts.SaveSettingsAsync(storyId, (await _drafts.ReadAsync(storyId))!.Story.Settings, new StorySettings
    {
        RecallCount = die.Next(3) == 0 ? 0 : die.Next(13),
        NewCharacterChance = die.NextDouble(),
        ParagraphSentences = die.Next(5, 61),
        MemorySentences = die.Next(5, 41),
        PlanReach = (PlanReach)die.Next(3),
    });

    private async Task ChangePromptsAsync()
    {
        var prompts = services.GetRequiredService<PromptStore>();
        var before = (await DraftAsync()).Story.Prompts;
        var ours = die.Next(2) == 0 ? TemplateForm.Step.Default : null;
        await prompts.SaveAsync(storyId, before, new StoryPrompts { Step = ours is null ? null : new PromptTemplate($"{ours.System}\n\n{Any()}", $"{Any().Replace("{plan}", "", StringComparison.Ordinal)}\n\n{ours.Layout}\n") });
    }

    private async Task ChangeEntryAsync()
    {
        var (stepId, version) = await EntryAsync();
        await services.GetRequiredService<EntryStore>().SaveAsync(stepId, string.Concat(Enumerable.Repeat($"{Any()} ", die.Next(1, 30))), version);
    }

    private async Task PinAsync() => await services.GetRequiredService<EntryStore>().PinAsync((await EntryAsync()).StepId, die.Next(3) > 0);

    private async Task UnpinAllAsync()
    {
        foreach (var entry in await services.GetRequiredService<IStoryStore>().ReadEntriesAsync(storyId, CancellationToken.None))
        {
            await services.GetRequiredService<EntryStore>().PinAsync(entry.StepId, isPinned: false);
        }
    }

    private async Task BanAsync() => await services.GetRequiredService<EntryStore>().BanAsync((await EntryAsync()).StepId, die.Next(3) > 0);

    private Task GoBackAsync() => _drafts.UndoAsync(storyId);

    private async Task ChangeMemoryAsync()
    {
        var head = await HeadAsync();
        await _drafts.SaveMemoryAsync(head.Id, $"{Any()} {Any()}", head.MemoryVersion);
    }

    private async Task LockASentenceAsync()
    {
        var head = await HeadAsync();
        var sentences = Prose.Sentences(head.ShortTermMemory);
        await services.GetRequiredService<MarkStore>().LockSentenceAsync(head.Id, sentences[die.Next(sentences.Count)], die.Next(4) > 0);
    }

    private async Task ChangeParagraphAsync()
    {
        var last = (await DraftAsync()).Paragraphs[^1];
        await _drafts.SaveParagraphAsync(last.StepId, $"{Any()}\n\n{Any()}", last.Version);
    }

    // What the changes left to be embedded is embedded first, so that nothing changes between the look and the run.
    private async Task SettleAsync()
    {
        var (memory, indexer) = (await MemoryAsync(), services.GetRequiredService<Study>().Indexer);
        indexer.Begin(storyId);
        await Watching.UntilAsync(indexer, storyId, state => state is null && memory.ToIndex().Count == 0);
    }

    // As when the embedding server was down: nobody begins to fill them in before the next step.
    private async Task LoseVectorsAsync()
    {
        var isAll = die.Next(3) == 0;
        foreach (var entry in await services.GetRequiredService<IStoryStore>().ReadEntriesAsync(storyId, CancellationToken.None))
        {
            if (isAll || die.Next(6) == 0)
            {
                await services.GetRequiredService<WriteQueue>().WriteAsync(db => db.MemoryEntries
                    .Where(row => row.StepId == entry.StepId)
                    .ExecuteUpdateAsync(row => row.SetProperty(column => column.Vector, (byte[]?)null).SetProperty(column => column.EmbeddingModel, "")));
            }
        }

        services.GetRequiredService<MemoryShelf>().Close(storyId);
    }

    private async Task<LongTermMemory> MemoryAsync() => await services.GetRequiredService<MemoryShelf>().OpenAsync(
        storyId,
        (await services.GetRequiredService<IModelSource>().CurrentAsync(CancellationToken.None)).EmbeddingModel,
        services.GetRequiredService<IStoryStore>().ReadEntriesAsync,
        CancellationToken.None);

    private async Task<(Guid StepId, int Version)> EntryAsync()
    {
        var entries = await services.GetRequiredService<IStoryStore>().ReadEntriesAsync(storyId, CancellationToken.None);
        var entry = entries[die.Next(entries.Count)];
        return (entry.StepId, entry.Version);
    }

    private async Task<Draft> DraftAsync() => await _drafts.ReadAsync(storyId) ?? throw new InvalidOperationException("The story is gone.");

    private async Task<Step> HeadAsync() => (await DraftAsync()).Head ?? throw new InvalidOperationException("The story has no opening.");

    private string Any() => $"{Texts[die.Next(Texts.Length)]} {die.Next(1_000)}";

    private Task MaybeAsync(int oneIn, Func<Task> change) => die.Next(oneIn) == 0 ? change() : Task.CompletedTask;
}
