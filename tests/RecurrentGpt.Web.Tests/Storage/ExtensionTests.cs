using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Marks;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

/// <summary>A paragraph that the simulated author wrote out longer: both texts are there, and what the author holds is left alone.</summary>
public sealed class ExtensionTests : IAsyncLifetime
{
    private const string Longer = "She went down to the shore, slowly, and counted the boats that had not come home.";

    private TestDatabase _database = null!;
    private Story _story = null!;
    private Step _step = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _story = await _database.AddStoryAsync();
        _step = await _database.AddStepAsync((await _database.AddOpeningAsync(_story.Id))[^1]);
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Commit_Extended_StandsWithTheEarlierTextBesideIt()
    {
        await ExtendAsync();

        var revision = Assert.Single(await EarlierAsync());
        var draft = (await _database.Drafts.ReadAsync(_story.Id))!;
        Assert.Equal((_step.Paragraph, 0, true), (revision.Text, revision.Version, revision.IsWritten));
        Assert.Equal((Longer, 1, false, false), Shown(draft.Paragraphs[^1]));
        Assert.Equal(_step.ShortTermMemory, draft.Head!.ShortTermMemory);
    }

    [Fact]
    public async Task Commit_Extended_CountsItsWordsAndKeepsItsEntry()
    {
        await ExtendAsync();

        Assert.Equal(10 + Prose.Words(Longer), Assert.Single(await _database.Library.ListAsync()).Words);
        var entry = (await _database.Store.ReadEntriesAsync(_story.Id, default)).Single(entry => entry.StepId == _step.Id);
        Assert.Equal((_step.Summary, false), (entry.Text, entry.IsOutdated));
        Assert.NotNull(entry.Vector);
    }

    [Fact]
    public async Task Commit_ExtendedAndThenWrittenOn_MarksNothing()
    {
        await ExtendAsync();
        await _database.AddStepAsync((await _database.Store.FindStepAsync(_step.Id, default))!, "Then it rained.");
        await _database.Drafts.SaveParagraphAsync((await _database.Drafts.ReadAsync(_story.Id))!.Paragraphs[0].StepId, "The lamp was lit!", version: 0);

        var paragraphs = (await _database.Drafts.ReadAsync(_story.Id))!.Paragraphs;

        Assert.DoesNotContain(4, paragraphs[^1].WrittenAgainst);
        Assert.Equal(2, (await _database.Drafts.SaveParagraphAsync(_step.Id, _step.Paragraph, version: 1)).Version);
    }

    [Fact]
    public async Task Commit_LockedParagraph_StaysAsItIs()
    {
        await new MarkStore(_database.Writes, _database.Clock).LockAsync(_step.Id, isLocked: true);

        await ExtendAsync();

        await AssertUnchangedAsync(_step.Paragraph);
    }

    [Fact]
    public async Task Commit_EditedMeanwhile_KeepsTheAuthorsText()
    {
        var run = await ClaimAsync();
        await _database.Drafts.SaveParagraphAsync(_step.Id, "She stayed.", version: 0);

        await _database.Store.CommitAsync(run, Change(0), default);

        Assert.Equal("She stayed.", (await _database.Store.FindStepAsync(_step.Id, default))!.Paragraph);
        Assert.Equal([_step.Paragraph], (await EarlierAsync()).Select(revision => revision.Text));
    }

    [Fact]
    public async Task Commit_EditedByTheAuthorBefore_KeepsTheAuthorsText()
    {
        var saved = await _database.Drafts.SaveParagraphAsync(_step.Id, "She stayed.", version: 0);

        await _database.Store.CommitAsync(await ClaimAsync(), Change(saved.Version), default);

        Assert.Equal("She stayed.", (await _database.Store.FindStepAsync(_step.Id, default))!.Paragraph);
    }

    [Fact]
    public async Task Commit_AnotherParagraphGoesOnFromIt_StaysAsItIs()
    {
        await _database.AddStepAsync(_step, "Then it rained.");

        await ExtendAsync();

        await AssertUnchangedAsync(_step.Paragraph);
    }

    [Fact]
    public async Task Commit_ExtendedTwice_KeepsEachText()
    {
        await ExtendAsync();
        _database.Clock.Advance(TimeSpan.FromMinutes(1));

        await _database.Store.CommitAsync(await ClaimAsync(), Change(1) with { Extended = new ExtendedParagraph(Longer + " Nobody called.", 1) }, default);

        Assert.Equal([Longer, _step.Paragraph], (await EarlierAsync()).Select(revision => revision.Text));
    }

    private static (string Text, int Version, bool IsEdited, bool IsOutdated) Shown(RecurrentGpt.Web.Features.Desk.DraftParagraph paragraph) =>
        (paragraph.Text, paragraph.Version, paragraph.IsEdited, paragraph.IsSummaryOutdated);

    private static StoryChange Change(int version) => Written.Change() with { Extended = new ExtendedParagraph(Longer, version) };

    private async Task ExtendAsync() => await _database.Store.CommitAsync(await ClaimAsync(), Change(0), default);

    private async Task<Guid> ClaimAsync() =>
        (await _database.Store.ClaimAsync(Guid.CreateVersion7(), new RunRequest(_story.Id, RunKind.Choice) { ParentId = _step.Id }, default))!.Id;

    private Task<IReadOnlyList<Revision>> EarlierAsync() => new RevisionStore(_database.Services.GetRequiredService<IDbContextFactory<WritingDb>>()).ReadAsync(_step.Id);

    private async Task AssertUnchangedAsync(string paragraph)
    {
        Assert.Equal((paragraph, 0), ((await _database.Store.FindStepAsync(_step.Id, default))! is { } step ? (step.Paragraph, step.Version) : default));
        Assert.Empty(await EarlierAsync());
    }
}
