using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Rewrite;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.Rewrite;

/// <summary>What becomes of a proposal in storage: open until it is answered, taken as an edit by hand, dropped without a trace in the paragraph.</summary>
public sealed class RewriteAnswersTests : IAsyncLifetime
{
    private const string Proposal = "Mara alone had seen";
    private TestDatabase _database = null!;
    private Story _story = null!;
    private Step _step = null!;

    private DraftStore Drafts => _database.Drafts;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _story = await _database.AddStoryAsync();
        _step = (await _database.AddOpeningAsync(_story.Id))[1];
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Read_DoneAndNotAnswered_IsOpenAtItsParagraph()
    {
        var run = await ProposeAsync();

        var proposed = (await ReadAsync())!.Proposed!;

        Assert.Equal((run, "Mara saw", Proposal, "tighter"), (proposed.RunId, proposed.Before, proposed.After, proposed.Request.Text));
    }

    [Fact]
    public async Task Read_SeveralWereMade_TheLatestStands()
    {
        await ProposeAsync("First");
        await ProposeAsync("Second");

        Assert.Equal("Second", (await ReadAsync())!.Proposed!.After);
    }

    [Fact]
    public async Task Read_AfterARestart_IsStillOpen()
    {
        using var folder = new TempFolder();
        var (story, step) = (Guid.Empty, (Step?)null);
        await using (var first = TestDatabase.At(folder.Path))
        {
            await first.StartAsync();
            story = (await first.AddStoryAsync()).Id;
            step = (await first.AddOpeningAsync(story))[0];
            await first.CommitAsync(Request(step, "The"), Change("A"));
        }

        await using var second = TestDatabase.At(folder.Path);
        await second.StartAsync();

        Assert.Equal(("The", "A"), (await second.Drafts.ReadAsync(story))!.Rewritings[step.Id].Proposed is { } open ? (open.Before, open.After) : default);
    }

    [Fact]
    public async Task Read_AFailureAfterAProposal_KeepsBoth()
    {
        await ProposeAsync();
        await FailAsync(FailureKind.Unreachable);

        var open = await ReadAsync();

        Assert.Equal((Proposal, FailureKind.Unreachable), (open!.Proposed!.After, open.Failed!.Failure!.Kind));
    }

    [Fact]
    public async Task Read_AProposalAfterAFailure_ForgetsTheFailure()
    {
        await FailAsync(FailureKind.Unreachable);
        await ProposeAsync();

        Assert.Null((await ReadAsync())!.Failed);
    }

    [Fact]
    public async Task Take_PresentVersion_IsAnEditByHandAndClosesTheProposal()
    {
        var run = await ProposeAsync();

        var result = await Drafts.TakeRewriteAsync(run, _step.Id, "Mara alone had seen it.", version: 0);

        await using var db = _database.Read();
        var revision = await db.Revisions.SingleAsync();
        var paragraph = (await Drafts.ReadAsync(_story.Id))!.Paragraphs[1];
        Assert.True(result.Saved);
        Assert.Equal(("Mara alone had seen it.", true, 1), (paragraph.Text, paragraph.IsEdited, paragraph.Version));
        Assert.Equal((0, "Mara saw it."), (revision.Version, revision.Text));
        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task Take_AnotherTabWasFirst_IsRefusedAndStaysOpen()
    {
        var run = await ProposeAsync();
        await Drafts.SaveParagraphAsync(_step.Id, "Mara saw it, and more.", version: 0);

        var result = await Drafts.TakeRewriteAsync(run, _step.Id, "Mara alone had seen it.", version: 0);

        Assert.Equal((false, "Mara saw it, and more."), (result.Saved, result.Current));
        Assert.Equal(("Mara saw", Proposal), (await ReadAsync())!.Proposed is { } open ? (open.Before, open.After) : default);
    }

    [Fact]
    public async Task Take_LockedMeanwhile_IsRefusedUntilItIsUnlocked()
    {
        var run = await ProposeAsync();
        await LockAsync(isLocked: true);

        var refused = await Drafts.TakeRewriteAsync(run, _step.Id, "Mara alone had seen it.", version: 0);
        var stands = (await Drafts.ReadAsync(_story.Id))!.Paragraphs[1].Text;
        await LockAsync(isLocked: false);
        var taken = await Drafts.TakeRewriteAsync(run, _step.Id, "Mara alone had seen it.", version: 0);

        Assert.Equal((false, true, "Mara saw it."), (refused.Saved, refused.IsLocked, stands));
        Assert.True(taken.Saved);
    }

    [Fact]
    public async Task Drop_AProposal_LeavesTheStepItsEntryAndItsRevisionsByteForByte()
    {
        await ProposeAsync("Earlier");
        var run = await ProposeAsync();
        var before = await RowsAsync();

        await Drafts.DropRewriteAsync(run);

        Assert.Equal(before, await RowsAsync());
        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task Drop_NoSuchRun_Throws() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Drafts.DropRewriteAsync(Guid.CreateVersion7()));

    [Theory]
    [InlineData("Then Mara saw it.", 5)]
    [InlineData("Mara saw it, and Mara saw him.", null)]
    [InlineData("She saw it.", null)]
    public async Task Find_ParagraphChangedMeanwhile_IsWhereThePassageStandsOnce(string text, int? expected)
    {
        await ProposeAsync();
        await Drafts.SaveParagraphAsync(_step.Id, text, version: 0);

        var paragraph = (await Drafts.ReadAsync(_story.Id))!.Paragraphs[1];

        Assert.Equal(expected, RewritePlace.Find((await ReadAsync())!.Proposed!, paragraph));
    }

    private async Task<Rewriting?> ReadAsync() => (await Drafts.ReadAsync(_story.Id))!.Rewritings.GetValueOrDefault(_step.Id);

    private static RunRequest Request(Step step, string passage) => new(step.StoryId, RunKind.Rewrite)
    {
        ParentId = step.Id,
        Text = "tighter",
        Passage = new PassageRange(0, passage.Length, step.Version),
    };

    private static StoryChange Change(string after) =>
        new() { Exchanges = [], Proposal = new Dictionary<Section, string> { [Section.RewrittenPassage] = after } };

    private async Task<Guid> ProposeAsync(string after = Proposal)
    {
        var run = Guid.CreateVersion7();
        await _database.Store.ClaimAsync(run, Request(_step, "Mara saw"), default);
        await _database.Store.CommitAsync(run, Change(after), default);
        return run;
    }

    private async Task FailAsync(FailureKind kind)
    {
        var run = Guid.CreateVersion7();
        await _database.Store.ClaimAsync(run, Request(_step, "Mara saw"), default);
        await _database.Store.EndAsync(run, new RunEnd(RunState.Failed, new StepFailure(kind), ""), default);
    }

    private Task<bool> LockAsync(bool isLocked) => _database.Writes.WriteAsync(async db => (await db.MarksOfAsync(_step.Id)).IsLocked = isLocked);

    // All columns of all rows but those of runs, as they lie in the file.
    private async Task<List<string>> RowsAsync()
    {
        await using var db = _database.Read();
        await db.Database.OpenConnectionAsync();
        var rows = new List<string>();
        foreach (var table in new[] { "Steps", "MemoryEntries", "Revisions", "Plans" })
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY rowid";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(column)}")));
            }
        }

        return rows;
    }
}
