using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Memory;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.Edits;

/// <summary>What an edit leaves behind: revisions, an entry of an older text, and later steps that were written against it.</summary>
public sealed class EditedParagraphTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Story _story = null!;
    private Step _fourth = null!;
    private Step _fifth = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _story = await _database.AddStoryAsync();
        var opening = await _database.AddOpeningAsync(_story.Id);
        Pass();
        _fourth = await _database.AddStepAsync(opening[^1], "She went down to the shore.");
        Pass();
        _fifth = await _database.AddStepAsync(_fourth, "The boat was gone.");
        Pass();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Save_OtherWords_OutdatesTheEntryOnTheDeskAndInTheOpenMemory()
    {
        var shelf = _database.Services.GetRequiredService<MemoryShelf>();
        var memory = await shelf.OpenAsync(_story.Id, "local/2", _database.Store.ReadEntriesAsync, default);

        var result = await SaveAsync(4, "She went up to the tower.");

        Assert.True(result is { Saved: true, ChangesWords: true });
        Assert.True((await ParagraphAsync(4)).IsSummaryOutdated);
        Assert.True(memory.Find(_fourth.Id)!.IsOutdated);
        Assert.NotNull(memory.Find(_fourth.Id)!.Vector);
        Assert.False((await ParagraphAsync(5)).IsSummaryOutdated);
    }

    [Fact]
    public async Task Save_OnlyPunctuation_LeavesTheEntryOfTheText()
    {
        var result = await SaveAsync(4, "She went down,  to the shore…");

        Assert.True(result is { Saved: true, ChangesWords: false });
        Assert.False((await ParagraphAsync(4)).IsSummaryOutdated);
    }

    [Fact]
    public async Task Save_BackToWhatWasSummedUp_TakesBothMarksAway()
    {
        await SaveAsync(4, "She went up to the tower.");
        Pass();
        var marked = await ParagraphAsync(5);

        await SaveAsync(4, "She went down to the shore.");

        Assert.Equal([4], marked.WrittenAgainst);
        Assert.Empty((await ParagraphAsync(5)).WrittenAgainst);
        Assert.False((await ParagraphAsync(4)).IsSummaryOutdated);
    }

    [Fact]
    public async Task Read_EditedBeforeTheStepWasWritten_MarksOnlyWhatCameBefore()
    {
        await SaveAsync(4, "She went up to the tower.");
        Pass();
        await _database.AddStepAsync(_fifth, "She wrote it down.");
        Pass();
        await SaveAsync(3, "Somebody had come.");

        Assert.Equal([3], (await ParagraphAsync(4)).WrittenAgainst);
        Assert.Equal([3, 4], (await ParagraphAsync(5)).WrittenAgainst);
        Assert.Equal([3], (await ParagraphAsync(6)).WrittenAgainst);
        Assert.Empty((await ParagraphAsync(3)).WrittenAgainst);
    }

    [Fact]
    public async Task FindFitting_Marked_FitsUntilTheNextEdit()
    {
        await SaveAsync(4, "She went up to the tower.");
        Pass();

        await _database.Drafts.FindFittingAsync(_fifth.Id);
        var fitting = await ParagraphAsync(5);
        Pass();
        await SaveAsync(4, "She stayed at home.");

        Assert.Empty(fitting.WrittenAgainst);
        Assert.Equal([4], (await ParagraphAsync(5)).WrittenAgainst);
    }

    [Fact]
    public async Task ReadOlderText_EditedTwice_IsTheTextThatWasSummedUp()
    {
        await SaveAsync(4, "She went up to the tower.");
        await SaveAsync(4, "She stayed at home.");

        Assert.Equal("She went down to the shore.", await _database.Drafts.ReadOlderTextAsync(_fourth.Id, _fifth.Id));
        Assert.Null(await _database.Drafts.ReadOlderTextAsync(Guid.CreateVersion7(), _fifth.Id));
    }

    [Fact]
    public async Task ReadRevisions_EditedTwice_HasEachWithItsTimeTheLatestFirst()
    {
        var written = _fourth.WrittenAt;
        var first = _database.Clock.GetUtcNow();
        await SaveAsync(4, "She went up to the tower.");
        Pass();
        var second = _database.Clock.GetUtcNow();
        await SaveAsync(4, "She stayed at home.");

        var revisions = await new RevisionStore(_database.Services.GetRequiredService<IDbContextFactory<WritingDb>>()).ReadAsync(_fourth.Id);

        Assert.Equal(["She went up to the tower.", "She went down to the shore."], revisions.Select(revision => revision.Text));
        Assert.Equal([(first, second), (written, first)], revisions.Select(revision => (revision.Since, revision.Until)));
        Assert.Equal([false, true], revisions.Select(revision => revision.IsWritten));
    }

    private void Pass() => _database.Clock.Advance(TimeSpan.FromMinutes(1));

    private async Task<SaveResult> SaveAsync(int number, string text)
    {
        var paragraph = await ParagraphAsync(number);
        return await _database.Drafts.SaveParagraphAsync(paragraph.StepId, text, paragraph.Version);
    }

    private async Task<DraftParagraph> ParagraphAsync(int number) => (await _database.Drafts.ReadAsync(_story.Id))!.Paragraphs[number - 1];
}
