using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.LongTerm;
using RecurrentGpt.Web.Features.Desk.Marks;
using RecurrentGpt.Web.Features.Desk.Prompts;
using RecurrentGpt.Web.Features.Desk.Tree;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

/// <summary>The longest text that each place takes: as much as that is stored, one character more is refused by the limit's name, and nothing is changed by it.</summary>
public sealed class TextLimitTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Step _head = null!;
    private Step _branch = null!;

    public static TheoryData<string> Names => [.. Limits.Select(limit => limit.Name)];

    private static IReadOnlyList<Limit> Limits { get; } =
    [
        new("title of a new story", StoryLimits.Title, nameof(StoryLimits.Title), (test, text) => test.AddAsync(new StoryCard { Title = text })),
        new("genre", StoryLimits.Genre, nameof(StoryLimits.Genre), (test, text) => test.AddAsync(new StoryCard { Genre = text })),
        new("premise", StoryLimits.Premise, nameof(StoryLimits.Premise), (test, text) => test.AddAsync(new StoryCard { Premise = text })),
        new("language", StoryLimits.Language, nameof(StoryLimits.Language), (test, text) => test.AddAsync(new StoryCard { Language = text })),
        new("title", StoryLimits.Title, nameof(StoryLimits.Title), (test, text) => test._database.Library.RenameAsync(test._head.StoryId, "The Glass Orchard", text)),
        new("short-term memory", StoryLimits.ShortTermMemory, nameof(StoryLimits.ShortTermMemory), (test, text) => test._database.Drafts.SaveMemoryAsync(test._head.Id, text, test._head.MemoryVersion)),
        new("plan", StoryLimits.Plan, nameof(StoryLimits.Plan), (test, text) => test._database.Drafts.SavePlanAsync(test._head.Id, 1, text, test._head.PlansVersion)),
        new("own plan", StoryLimits.Plan, nameof(StoryLimits.Plan), (test, text) => test._database.Drafts.SaveOwnPlanAsync(test._head.Id, text, test._head.PlansVersion)),
        new("paragraph", StoryLimits.Paragraph, nameof(StoryLimits.Paragraph), (test, text) => test._database.Drafts.SaveParagraphAsync(test._head.Id, text, test._head.Version)),
        new("entry", StoryLimits.Entry, nameof(StoryLimits.Entry), (test, text) => test.SaveEntryAsync(text)),
        new("chapter", StoryLimits.Title, nameof(StoryLimits.Title), (test, text) => test.Marks.SetChapterAsync(test._head.Id, text, version: 0)),
        new("note", StoryLimits.Note, nameof(StoryLimits.Note), (test, text) => test.Marks.SetNoteAsync(test._head.Id, text, version: 0)),
        new("branch", StoryLimits.Title, nameof(StoryLimits.Title), (test, text) => new BranchStore(test._database.Writes, test._database.Clock).NameAsync(test._branch.Id, new BranchRename("", text))),
        new("own opening", StoryLimits.OwnOpening, nameof(StoryLimits.OwnOpening), (test, text) => test.ClaimAsync(RunKind.OwnOpening, text)),
        new("wish", StoryLimits.Wish, nameof(StoryLimits.Wish), (test, text) => test.ClaimAsync(RunKind.NewPlans, text)),
        new("instruction", StoryLimits.Wish, nameof(StoryLimits.Wish), (test, text) => test.ClaimAsync(RunKind.Rewrite, text)),
        new("stop condition to judge", StoryLimits.Wish, nameof(StoryLimits.Wish), (test, text) => test.ClaimAsync(RunKind.Judgement, text)),
        new("paragraph to keep", StoryLimits.Paragraph, nameof(StoryLimits.Paragraph), (test, text) => test.ClaimAsync(RunKind.Keep, text)),
        new("plan to follow", StoryLimits.Plan, nameof(StoryLimits.Plan), (test, text) => test.ClaimAsync(RunKind.Step, "", new Plan(text, PlanSource.Own))),
        new("stop condition", StoryLimits.Wish, nameof(StoryLimits.Wish), (test, text) => test.BeginAsync(text)),
        new("system message", StoryLimits.PromptSystem, nameof(TemplateProblemKind.SystemTooLong), (test, text) => test.SavePromptsAsync(TemplateForm.Step.Default with { System = Padded(TemplateForm.Step.Default.System, text.Length) })) { HasNumber = false },
        new("layout", StoryLimits.PromptLayout, nameof(TemplateProblemKind.LayoutTooLong), (test, text) => test.SavePromptsAsync(TemplateForm.Step.Default with { Layout = Padded(TemplateForm.Step.Default.Layout, text.Length) })) { HasNumber = false },
    ];

    private MarkStore Marks => new(_database.Writes, _database.Clock);

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        var story = await _database.AddStoryAsync();
        var opening = await _database.AddOpeningAsync(story.Id);
        await _database.AddStepAsync(opening[^1]);
        _branch = await _database.AddStepAsync(opening[^1], "She stayed.");
        _head = opening[^1];
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Save_OneCharacterMore_IsRefusedByNameAndChangesNothing(string name)
    {
        var limit = Limits.Single(one => one.Name == name);
        var before = await RowsAsync();

        var refused = await Assert.ThrowsAnyAsync<ArgumentException>(() => limit.Save(this, new string('a', limit.Most + 1)));

        Assert.Contains(limit.Said, refused.Message, StringComparison.Ordinal);
        Assert.Equal(limit.HasNumber, refused.Message.Contains(limit.Most.ToString("N0", CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Assert.Equal(before, await RowsAsync());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Save_AsMuchAsMayBe_IsStored(string name)
    {
        var limit = Limits.Single(one => one.Name == name);
        var before = await RowsAsync();

        await limit.Save(this, new string('a', limit.Most));

        Assert.NotEqual(before, await RowsAsync());
    }

    [Fact]
    public async Task Claim_PlanOfAModelIsLonger_IsFollowed()
    {
        var plan = new string('a', StoryLimits.Plan + 1);

        await ClaimAsync(RunKind.Step, "", new Plan(plan, PlanSource.Picked));
    }

    private Task<Story> AddAsync(StoryCard card) => _database.Library.CreateAsync(card, new StorySettings());

    private async Task SaveEntryAsync(string text)
    {
        var shelf = new MemoryShelf();
        var models = new ScriptedModels(new ScriptedChat()) { Failure = new StepFailure(FailureKind.Unauthorized) };
        await using var indexer = new MemoryIndexer(
            _database.Store, models, shelf, new RecurrenceOptions(), _database.Clock, new Random(1), Microsoft.Extensions.Logging.Abstractions.NullLogger<MemoryIndexer>.Instance);
        await new EntryStore(_database.Writes, shelf, indexer, _database.Clock).SaveAsync(_head.Id, text, version: 0);
    }

    private async Task ClaimAsync(RunKind kind, string text, Plan? plan = null)
    {
        var parent = kind == RunKind.OwnOpening ? null : (Guid?)_head.Id;
        Assert.NotNull(await _database.Store.ClaimAsync(Guid.CreateVersion7(), new RunRequest(_head.StoryId, kind) { ParentId = parent, Text = text, Plan = plan }, CancellationToken.None));
    }

    private Task BeginAsync(string condition) => _database.Autopilots.BeginAsync(
        new AutopilotRecord
        {
            Id = Guid.CreateVersion7(),
            StoryId = _head.StoryId,
            Order = new AutopilotOrder { Steps = 1, StopCondition = condition },
            State = AutopilotState.Running,
            StartedAt = _database.Clock.GetUtcNow(),
        },
        CancellationToken.None);

    private Task<PromptSave> SavePromptsAsync(PromptTemplate step) =>
        new PromptStore(_database.Writes, _database.Clock).SaveAsync(_head.StoryId, StoryPrompts.Default, new StoryPrompts { Step = step });

    private async Task<string> RowsAsync()
    {
        await using var db = _database.Read();
        return JsonSerializer.Serialize(new
        {
            Stories = await db.Stories.OrderBy(row => row.Id).ToListAsync(),
            Steps = await db.Steps.OrderBy(row => row.Id).Select(row => new { row.Id, row.Paragraph, row.ShortTermMemory, row.OwnPlan, row.ParagraphVersion, row.MemoryVersion, row.PlansVersion }).ToListAsync(),
            Plans = await db.Plans.OrderBy(row => row.StepId).ThenBy(row => row.Number).Select(row => row.Text).ToListAsync(),
            Entries = await db.MemoryEntries.OrderBy(row => row.StepId).Select(row => new { row.Summary, row.Version }).ToListAsync(),
            Marks = await db.StepMarks.OrderBy(row => row.StepId).Select(row => new { row.Chapter, row.Note, row.BranchName }).ToListAsync(),
            Runs = await db.Runs.OrderBy(row => row.Id).Select(row => new { row.Id, row.Text, row.PlanText }).ToListAsync(),
            Autopilots = await db.Autopilots.CountAsync(),
        });
    }

    private static string Padded(string text, int length) => text + "\n" + new string('a', length - text.Length - 1);

    private sealed record Limit(string Name, int Most, string Said, Func<TextLimitTests, string, Task> Save)
    {
        public bool HasNumber { get; init; } = true;
    }
}
