using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Prompts;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.LongTerm;
using RecurrentGpt.Web.Features.Desk.Sent;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;
using Xunit.Abstractions;

namespace RecurrentGpt.Web.Tests.Recurrence;

/// <summary>
/// A story with orders to the model planted wherever it carries a text, beside another one, over real storage and a real server. Whether the model obeys or not:
/// no setting changes, nothing of the other story is sent or touched, and what is stored is a whole step out of the reply, or nothing.
/// </summary>
public sealed class PlantedTextTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Sentinel = "SENTINEL4711";

    // What a reply that cannot be used ends as; anything else would be a defect.
    private static readonly FailureKind[] Known = [FailureKind.Incomplete, FailureKind.EmptyReply, FailureKind.Refused, FailureKind.TooLong];

    private readonly TempFolder _folder = new();
    private FakeModelServer _model = null!;
    private ServiceProvider _services = null!;
    private Guid _other;

    public static TheoryData<string> Plantings => ["orders", "labels", "marks"];

    public async Task InitializeAsync()
    {
        _model = await FakeModelServer.StartAsync();
        _services = LoopServices.Of(_folder.Path, _model.BaseUrl);
        await Get<StorageStartup>().OpenAsync();
        _model.Reply = request => FormReply.Write(request).Replace(".", $", {Sentinel}.", StringComparison.Ordinal);
        _other = await BeginAsync(new StoryCard { Title = $"{Sentinel} title", Genre = Sentinel, Premise = $"{Sentinel} premise." });
        Assert.Equal(RunState.Done, (await StepAsync(_other)).Result.State);
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _model.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Plantings))]
    public async Task Step_OfAStoryWithPlantedTexts_ChangesNothingButThatStorysDraft(string planting)
    {
        var plants = Plant(planting);
        _model.Reply = FormReply.Write;
        var storyId = await BeginAsync(new StoryCard { Title = Short(plants, StoryLimits.Title), Genre = Short(plants, StoryLimits.Genre), Premise = Short(plants, StoryLimits.Premise) });
        var (others, settings) = (await RowsAsync(_other), await SettingsAsync(storyId));
        var done = 0;
        foreach (var (name, write) in NastyReplies.All)
        {
            await PlantAsync(storyId, plants);
            _model.Reply = write;
            _model.Forget();
            var before = await DraftAsync(storyId);

            var (runId, result) = await StepAsync(storyId);

            Assert.True(result.State == RunState.Done || Known.Contains(result.Failure!.Kind), $"{name}: {result.State}, {result.Failure}");
            Assert.InRange(_model.ChatRequests.Count, 1, 4);
            Assert.DoesNotContain(_model.Requests, request => Encoding.UTF8.GetString(request.Body.Span).Contains(Sentinel, StringComparison.OrdinalIgnoreCase));
            Assert.True(Receipts.Of((await new SentStore(Get<IDbContextFactory<WritingDb>>()).ReadAsync(runId))!)!.IsTrue, $"{name}: sent otherwise than shown");
            await AssertWholeAsync(name, storyId, before, result);
            done += result.State == RunState.Done ? 1 : 0;
        }

        Assert.Equal(settings, await SettingsAsync(storyId));
        Assert.Equal(others, await RowsAsync(_other));
        Assert.InRange(done, 2, NastyReplies.All.Count - 1);
        output.WriteLine($"{plants.Count} planted texts, {NastyReplies.All.Count} replies: {done} steps stored, {NastyReplies.All.Count - done} refused");
    }

    // A step is stored with all its sections, each of them words of a reply; a run that failed leaves the story where it stood.
    private async Task AssertWholeAsync(string name, Guid storyId, Draft before, RunResult result)
    {
        var after = await DraftAsync(storyId);
        if (result.State != RunState.Done)
        {
            Assert.Equal((before.Head!.Id, before.Paragraphs.Count), (after.Head!.Id, after.Paragraphs.Count));
            return;
        }

        var step = Assert.Single(result.Steps);
        var replies = string.Concat((await Get<DraftStore>().ReadExchangesAsync(step.RunId)).Select(exchange => exchange.Reply)).ReplaceLineEndings("\n");
        string[] sections = [step.Paragraph, step.ShortTermMemory, .. step.Plans.Select(plan => plan.Text)];
        Assert.Equal(5, sections.Length);
        Assert.All(sections, section => Assert.True(section.Length > 0 && Flat(replies).Contains(Flat(section), StringComparison.Ordinal), $"{name}: {section}"));
    }

    private async Task PlantAsync(Guid storyId, IReadOnlyList<string> plants)
    {
        var head = (await DraftAsync(storyId)).Head!;
        var drafts = Get<DraftStore>();
        Assert.True((await drafts.SaveMemoryAsync(head.Id, Short(plants, StoryLimits.ShortTermMemory), head.MemoryVersion)).Saved);
        Assert.True((await drafts.SavePlanAsync(head.Id, 1, Short(plants, StoryLimits.Plan), head.PlansVersion)).Saved);
        Assert.True((await drafts.SaveParagraphAsync(head.Id, string.Join("\n\n", plants), head.Version)).Saved);
        await new EntryStore(_services.GetRequiredService<OwnWrites>(), Get<MemoryShelf>(), Get<Study>().Indexer, TimeProvider.System)
            .SaveAsync(head.Id, Short(plants, StoryLimits.Entry), version: (await EntryAsync(head.Id)).Version);
    }

    private async Task<Guid> BeginAsync(StoryCard card)
    {
        var story = await Get<StoryLibrary>().CreateAsync(card, new StorySettings { NewCharacterChance = 0 });
        Assert.Equal(RunState.Done, (await RunAsync(new RunRequest(story.Id, RunKind.Opening))).Result.State);
        return story.Id;
    }

    private async Task<(Guid RunId, RunResult Result)> StepAsync(Guid storyId)
    {
        var head = (await DraftAsync(storyId)).Head!;
        return await RunAsync(new RunRequest(storyId, RunKind.Step)
        {
            ParentId = head.Id,
            Plan = head.Plans[0].ToPlan(),
            Held = new HeldTexts(head.ShortTermMemory, head.Plans[0].Text, head.Paragraph),
        });
    }

    private async Task<(Guid RunId, RunResult Result)> RunAsync(RunRequest request)
    {
        var run = (await Get<Study>().Runner.StartAsync(request, CancellationToken.None))!;
        return (run.Id, await run.Completion);
    }

    private async Task<Draft> DraftAsync(Guid storyId) => (await Get<DraftStore>().ReadAsync(storyId))!;

    private async Task<string> SettingsAsync(Guid storyId)
    {
        await using var db = await Get<IDbContextFactory<WritingDb>>().CreateDbContextAsync();
        var story = await db.Stories.SingleAsync(row => row.Id == storyId);
        var settings = await db.Settings.OrderBy(row => row.Key).ToListAsync();
        return JsonSerializer.Serialize(new { story.Title, story.Genre, story.Premise, story.Language, story.Kind, story.Settings, story.Prompts, settings, Models = await Get<ModelSettingsStore>().ReadAsync(default) });
    }

    private async Task<string> RowsAsync(Guid storyId)
    {
        await using var db = await Get<IDbContextFactory<WritingDb>>().CreateDbContextAsync();
        var steps = await db.Steps.Where(row => row.StoryId == storyId).OrderBy(row => row.Number).Select(row => new { row.Id, row.Paragraph, row.ShortTermMemory, row.ParagraphVersion, row.MemoryVersion }).ToListAsync();
        var ids = steps.Select(step => step.Id).ToList();
        var plans = await db.Plans.Where(row => ids.Contains(row.StepId)).OrderBy(row => row.StepId).ThenBy(row => row.Number).Select(row => row.Text).ToListAsync();
        var entries = await db.MemoryEntries.Where(row => ids.Contains(row.StepId)).OrderBy(row => row.StepId).Select(row => new { row.Summary, row.Version }).ToListAsync();
        return JsonSerializer.Serialize(new { Story = await db.Stories.SingleAsync(row => row.Id == storyId), steps, plans, entries });
    }

    private async Task<(int Version, string Text)> EntryAsync(Guid stepId)
    {
        await using var db = await Get<IDbContextFactory<WritingDb>>().CreateDbContextAsync();
        var entry = await db.MemoryEntries.SingleAsync(row => row.StepId == stepId);
        return (entry.Version, entry.Summary);
    }

    private static IReadOnlyList<string> Plant(string planting) => planting switch
    {
        "orders" => Plants.Orders,
        "labels" => Plants.Labels,
        _ => [.. Plants.Marks.Where(mark => mark.Length < StoryLimits.Title * 2)],
    };

    private static string Short(IReadOnlyList<string> plants, int limit)
    {
        var text = string.Join('\n', plants);
        return text.Length <= limit ? text : text[..limit];
    }

    private static string Flat(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
