using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Session;

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
