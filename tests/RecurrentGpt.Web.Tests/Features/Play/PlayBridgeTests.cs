using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using RecurrentGpt.Play;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Tree;
using RecurrentGpt.Web.Features.Play;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Play;

/// <summary>A playthrough on its way to the draft, in a real database.</summary>
public sealed class PlayBridgeTests : IAsyncLifetime
{
    private readonly ServiceProvider _words = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
    private TestDatabase _database = null!;
    private TreeStore _trees = null!;
    private BranchStore _branches = null!;
    private PlayBridge _bridge = null!;
    private Story _story = null!;
    private Step _start = null!;

    private string Today => TimeZoneInfo.ConvertTime(_database.Clock.GetUtcNow(), _database.Clock.LocalTimeZone).ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        var readers = _database.Services.GetRequiredService<IDbContextFactory<WritingDb>>();
        _trees = new TreeStore(readers);
        _branches = new BranchStore(_database.Writes, _database.Clock);
        _bridge = new PlayBridge(readers, _database.Writes, _database.Clock, _words.GetRequiredService<IStringLocalizer<PlaythroughText>>());
        _story = await _database.AddInteractiveAsync();
        _start = (await _database.AddOpeningAsync(_story.Id))[^1];
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        await _words.DisposeAsync();
    }

    [Fact]
    public async Task Send_ABranchThatWasPlayedToATurn_IsNamedByDayAndTurnWhereItBegins()
    {
        await _database.PlayAsync(_start, 1, "Open the door.");
        var other = await _database.PlayAsync(_start, 1, "Climb the wall.");
        var head = await _database.PlayAsync(other, 2, "Jump down.");

        await _bridge.SendToDraftAsync(head.Id);

        Assert.Equal(["", $"Playthrough, {Today}, to turn 2"], await NamesAsync());
    }

    [Theory]
    [InlineData(TurnKind.Ending)]
    [InlineData(TurnKind.Epilogue)]
    public async Task Send_ABranchThatHasEnded_IsNamedByItsEnding(TurnKind last)
    {
        await _database.PlayAsync(_start, 1, "Open the door.");
        var head = await _database.PlayAsync(_start, 1, "Climb the wall.", TurnKind.Ending);
        head = last == TurnKind.Epilogue ? await _database.PlayAsync(head, 1, "What became of everyone.", last) : head;

        await _bridge.SendToDraftAsync(head.Id);

        Assert.Equal(["", $"Playthrough, {Today}, to its ending"], await NamesAsync());
    }

    [Fact]
    public async Task Send_ABranchThatTheAuthorNamed_KeepsItsName()
    {
        await _database.PlayAsync(_start, 1, "Open the door.");
        var other = await _database.PlayAsync(_start, 1, "Climb the wall.");
        await _branches.NameAsync(other.Id, new BranchRename("", "Over the wall"));

        await _bridge.SendToDraftAsync(other.Id);
        await _bridge.SendToDraftAsync(other.Id);

        Assert.Equal(["", "Over the wall"], await NamesAsync());
    }

    [Fact]
    public async Task Send_TheOnlyWayOn_NamesNothing()
    {
        var head = await _database.PlayAsync(await _database.PlayAsync(_start, 1, "Open the door."), 2, "Go in.");

        await _bridge.SendToDraftAsync(head.Id);

        Assert.Equal([""], await NamesAsync());
    }

    [Fact]
    public async Task Send_PlayedFromABranchOfTheDraft_LeavesThatUnnamed()
    {
        await _database.AddStepAsync(_start, "One way.");
        var written = await _database.AddStepAsync(_start, "Another way.");
        var head = await _database.PlayAsync(await _database.PlayAsync(written, 0, "The reader enters.", TurnKind.Entry), 1, "Open the door.");

        await _bridge.SendToDraftAsync(head.Id);

        Assert.Equal(["", ""], await NamesAsync());
    }

    [Fact]
    public async Task Send_ThenTheDraft_HasTheActionsAsPlansAndMemoryAndGoesOnByHandFromThere()
    {
        var left = await _database.PlayAsync(_start, 1, "Open the door.");
        var first = await _database.PlayAsync(_start, 1, "Climb the wall.");
        var head = await _database.PlayAsync(first, 2, "Jump down.");
        var before = await _database.Store.FindStepAsync(left.Id, CancellationToken.None);

        await _bridge.SendToDraftAsync(head.Id);
        var written = await _database.AddStepAsync(head, "By hand.");

        var draft = (await _database.Drafts.ReadAsync(_story.Id))!;
        Assert.Equal(["", "", "", "Climb the wall.", "Jump down.", "Go down to the shore."], draft.Paragraphs.Select(paragraph => paragraph.Plan.Text));
        Assert.Equal([null, null, null, 1, 2, null], draft.Paragraphs.Select(paragraph => paragraph.Turn?.Number));
        Assert.Equal("Memory after: After: Jump down.", (await _database.Store.FindStepAsync(head.Id, CancellationToken.None))!.ShortTermMemory);
        Assert.Equal((written.Id, (Guid?)head.Id), (draft.Head!.Id, draft.Head.ParentId));
        Assert.Equivalent(before, await _database.Store.FindStepAsync(left.Id, CancellationToken.None), strict: true);
    }

    [Fact]
    public async Task Send_NoSuchStep_IsRefused() => await Assert.ThrowsAsync<InvalidOperationException>(() => _bridge.SendToDraftAsync(Guid.CreateVersion7()));

    private async Task<IEnumerable<string>> NamesAsync() => (await _trees.ReadAsync(_story.Id))!.Branches.Select(branch => branch.Name);
}
