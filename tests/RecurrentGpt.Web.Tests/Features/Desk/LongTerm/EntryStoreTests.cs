using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.LongTerm;
using RecurrentGpt.Web.Storage.Entities;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.LongTerm;

public sealed class EntryStoreTests : IAsyncLifetime
{
    private readonly MemoryShelf _shelf = new();
    private TestDatabase _database = null!;
    private MemoryIndexer _indexer = null!;
    private EntryStore _entries = null!;
    private Story _story = null!;
    private IReadOnlyList<Step> _opening = null!;

    private Guid First => _opening[0].Id;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        // Settings that cannot be used: nothing is indexed here.
        var models = new ScriptedModels(new ScriptedChat()) { Failure = new StepFailure(FailureKind.Unauthorized) };
        _indexer = new MemoryIndexer(_database.Store, models, _shelf, new RecurrenceOptions(), _database.Clock, new Random(1), NullLogger<MemoryIndexer>.Instance);
        _entries = new EntryStore(_database.Writes, _shelf, _indexer, _database.Clock);
        _story = await _database.AddStoryAsync();
        _opening = await _database.AddOpeningAsync(_story.Id);
    }

    public async Task DisposeAsync()
    {
        await _indexer.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Save_PresentVersion_ChangesTheTextKeepsTheWrittenAndIsNotIndexed()
    {
        var written = (await RowAsync()).Summary;

        var first = await _entries.SaveAsync(First, "My own words.", version: 0);
        var second = await _entries.SaveAsync(First, "Better words.", first.Version);

        var row = await RowAsync();
        Assert.Equal([new(Saved: true, 1, "My own words."), new(Saved: true, 2, "Better words.")], new[] { first, second });
        Assert.Equal(("Better words.", written, 2), (row.Summary, row.WrittenSummary, row.Version));
        Assert.Equal(("", 0, null), (row.EmbeddingModel, row.Dimensions, row.Vector));
    }

    [Fact]
    public async Task Save_AnotherTabWasFirst_IsRefusedWithItsText()
    {
        await _entries.SaveAsync(First, "First tab.", version: 0);

        var refused = await _entries.SaveAsync(First, "Second tab.", version: 0);
        var same = await _entries.SaveAsync(First, "First tab.", version: 0);

        Assert.Equal(new SaveResult(Saved: false, 1, "First tab."), refused);
        Assert.Equal(new SaveResult(Saved: true, 1, "First tab."), same);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    public async Task Save_BlankText_IsRefused(string text)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _entries.SaveAsync(First, text, version: 0));
    }

    [Fact]
    public async Task Save_TextOverTheLimit_IsRefusedByName()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => _entries.SaveAsync(First, new string('a', StoryLimits.Entry + 1), version: 0));

        Assert.Contains("Entry", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_EditedEntry_IsWhatTheModelWrote()
    {
        var written = (await RowAsync()).Summary;
        var saved = await _entries.SaveAsync(First, "My own words.", version: 0);

        var restored = await _entries.RestoreAsync(First, saved.Version);

        Assert.Equal(new SaveResult(Saved: true, 2, written), restored);
        Assert.Null((await RowAsync()).WrittenSummary);
    }

    [Fact]
    public async Task PinAndBan_OneAfterTheOther_ExcludeEachOther()
    {
        await _entries.PinAsync(First, isPinned: true);
        var pinned = await RowAsync();
        await _entries.BanAsync(First, isBanned: true);
        var banned = await RowAsync();
        await _entries.PinAsync(First, isPinned: true);
        var again = await RowAsync();
        await _entries.PinAsync(First, isPinned: false);
        var neither = await RowAsync();

        Assert.Equal(
            [(true, false), (false, true), (true, false), (false, false)],
            new[] { pinned, banned, again, neither }.Select(row => (row.Pinned, row.Banned)));
        Assert.NotNull(neither.Vector);
    }

    [Fact]
    public async Task Change_OfAStoryThatIsOpen_IsInItsMemoryAtOnce()
    {
        var memory = await _shelf.OpenAsync(_story.Id, "local/2", _database.Store.ReadEntriesAsync, default);

        await _entries.SaveAsync(First, "My own words.", version: 0);
        await _entries.PinAsync(First, isPinned: true);

        Assert.True(memory.Find(First) is { Text: "My own words.", Pinned: true, Version: 2, Vector: null });
        Assert.Equal(First, Assert.Single(memory.ToIndex()).StepId);
    }

    [Fact]
    public async Task Change_NoSuchEntry_Throws()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _entries.PinAsync(Guid.CreateVersion7(), isPinned: true));
    }

    [Fact]
    public async Task Change_AnEntry_IsTheStorysLastChange()
    {
        _database.Clock.Advance(TimeSpan.FromMinutes(5));

        await _entries.BanAsync(First, isBanned: true);

        Assert.Equal(_database.Clock.GetUtcNow(), Assert.Single(await _database.Library.ListAsync()).ChangedAt);
    }

    private async Task<MemoryEntryRow> RowAsync()
    {
        await using var db = _database.Read();
        return await db.MemoryEntries.SingleAsync(row => row.StepId == First);
    }
}
