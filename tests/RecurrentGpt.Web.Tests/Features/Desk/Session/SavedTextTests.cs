using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Kept;

namespace RecurrentGpt.Web.Tests.Features.Desk.Session;

public sealed class SavedTextTests : IDisposable
{
    private readonly FakeClock _clock = new();
    private readonly List<(string Text, string Replaces)> _saves = [];
    private readonly SavedText _text;
    private Func<string, Task<SaveResult>> _answer = text => Task.FromResult(new SaveResult(Saved: true, 1, text));

    public SavedTextTests() => _text = new SavedText("old", SaveAsync, _clock, () => { }, NullLogger.Instance);

    [Fact]
    public void Type_UntilThePause_SavesNothing()
    {
        _text.Type("new");

        _clock.Advance(SavedText.Pause / 2);
        _text.Type("newer");
        _clock.Advance(SavedText.Pause / 2);

        Assert.Empty(_saves);
        Assert.Equal(SaveState.Typing, _text.State);
    }

    [Fact]
    public void Type_AfterThePause_SavesTheLastTextOnce()
    {
        _text.Type("new");
        _text.Type("newer");

        _clock.Advance(SavedText.Pause);

        Assert.Equal([("newer", "old")], _saves);
        Assert.Equal(SaveState.Saved, _text.State);
    }

    [Fact]
    public void Type_WithoutAPause_SavesEverySecondAtLeast()
    {
        for (var key = 1; key <= 25; key++)
        {
            _text.Type(new string('k', key));
            _clock.Advance(SavedText.LongestWait / 10);
        }

        Assert.Equal(["old", new string('k', 10), new string('k', 20)], [_saves[0].Replaces, .. _saves.Select(save => save.Text)]);
    }

    [Fact]
    public void Offer_KeptTextOnAnotherBase_ShowsBothAndSavesNothing()
    {
        _text.Offer("kept");
        _clock.Advance(SavedText.LongestWait);

        Assert.Equal(("kept", "old", SaveState.Conflict), (_text.Text, _text.Other, _text.State));
        Assert.Empty(_saves);
    }

    [Fact]
    public async Task Offer_ThenKeepMine_SavesItKnowingly()
    {
        _text.Offer("kept");

        await _text.KeepMineAsync();

        Assert.Equal([("kept", "old")], _saves);
        Assert.Equal(KeptText.Mark("kept"), _text.StoredMark);
    }

    [Theory]
    [InlineData("typed", "kept")]
    [InlineData("old", "old")]
    public void Offer_TypedMeanwhileOrStoredAlready_ChangesNothing(string typed, string kept)
    {
        _text.Type(typed);
        _clock.Advance(SavedText.Pause / 2);

        _text.Offer(kept);

        Assert.Equal((typed, null), (_text.Text, _text.Other));
    }

    [Fact]
    public async Task StoredMark_AfterASave_IsThatOfTheNewText()
    {
        var before = _text.StoredMark;
        _text.Type("new");
        var typing = _text.StoredMark;

        await _text.FlushAsync();

        Assert.Equal((KeptText.Mark("old"), KeptText.Mark("old"), KeptText.Mark("new")), (before, typing, _text.StoredMark));
    }

    [Fact]
    public async Task Flush_Typed_SavesAtOnce()
    {
        _text.Type("new");

        await _text.FlushAsync();
        _clock.Advance(SavedText.Pause);

        Assert.Equal([("new", "old")], _saves);
    }

    [Fact]
    public async Task Flush_Untouched_SavesNothing()
    {
        await _text.FlushAsync();

        Assert.Empty(_saves);
        Assert.Equal(SaveState.Saved, _text.State);
    }

    [Fact]
    public async Task Type_WhileASaveIsUnderWay_StaysTyped()
    {
        var answer = new TaskCompletionSource<SaveResult>();
        _answer = _ => answer.Task;
        _text.Type("new");
        var saving = _text.FlushAsync();

        _text.Type("newer");
        answer.SetResult(new SaveResult(Saved: true, 1, "new"));
        await saving;

        Assert.Equal("newer", _text.Text);
        Assert.Equal(SaveState.Typing, _text.State);
    }

    [Fact]
    public async Task Flush_Refused_KeepsBothTexts()
    {
        await ConflictAsync();

        Assert.Equal(SaveState.Conflict, _text.State);
        Assert.Equal("mine", _text.Text);
        Assert.Equal("theirs", _text.Other);
    }

    [Fact]
    public async Task Type_InAConflict_IsNotSavedOverTheOther()
    {
        await ConflictAsync();

        _text.Type("mine still");
        _clock.Advance(SavedText.Pause);

        Assert.Single(_saves);
        Assert.Equal("mine still", _text.Text);
    }

    [Fact]
    public async Task KeepMine_Conflict_SavesKnowingTheOther()
    {
        await ConflictAsync();

        await _text.KeepMineAsync();

        Assert.Equal(("mine", "theirs"), _saves[^1]);
        Assert.Equal(SaveState.Saved, _text.State);
        Assert.Null(_text.Other);
    }

    [Fact]
    public async Task TakeOther_Conflict_ShowsTheOther()
    {
        await ConflictAsync();

        _text.TakeOther();

        Assert.Equal("theirs", _text.Text);
        Assert.Equal(SaveState.Saved, _text.State);
    }

    [Fact]
    public async Task Flush_StoreFails_SaysSoAndTriesAgainWithTheNextKey()
    {
        var working = _answer;
        _answer = _ => throw new InvalidOperationException("The disk is full.");
        _text.Type("new");
        await _text.FlushAsync();
        var failed = _text.State;

        _answer = working;
        _text.Type("new!");
        _clock.Advance(SavedText.Pause);

        Assert.Equal(SaveState.Failed, failed);
        Assert.Equal(SaveState.Saved, _text.State);
    }

    [Fact]
    public async Task Flush_DiskFull_SaysWhyAndTriesAgainByItselfUntilThereIsRoom()
    {
        var working = _answer;
        _answer = _ => throw new StoreException(new StepFailure(FailureKind.DiskFull));
        _text.Type("new");
        await _text.FlushAsync();
        var failed = (_text.State, _text.Failure?.Kind);
        _clock.Advance(TimeSpan.FromSeconds(1));

        _answer = working;
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal((SaveState.Failed, FailureKind.DiskFull), failed);
        Assert.Equal((SaveState.Saved, null), (_text.State, _text.Failure));
        Assert.Equal([("new", "old"), ("new", "old"), ("new", "old")], _saves);
    }

    public void Dispose() => _text.Dispose();

    private async Task ConflictAsync()
    {
        var working = _answer;
        _answer = _ => Task.FromResult(new SaveResult(Saved: false, 7, "theirs"));
        _text.Type("mine");
        await _text.FlushAsync();
        _answer = working;
    }

    private Task<SaveResult> SaveAsync(string text, string replaces)
    {
        _saves.Add((text, replaces));
        return _answer(text);
    }
}
