using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Session;

public sealed class EditVersionTests
{
    private readonly List<int> _versions = [];
    private int _stands;
    private string _current = "old";

    [Fact]
    public async Task Save_TwoTexts_EachUnderTheVersionOfTheLast()
    {
        var version = new EditVersion(0);

        await version.SaveAsync("old", under => SaveAsync("new", under));
        var result = await version.SaveAsync("new", under => SaveAsync("newer", under));

        Assert.True(result.Saved);
        Assert.Equal([0, 1], _versions);
    }

    [Fact]
    public async Task Save_AnotherTextWasSaved_TriesOnceMoreUnderTheVersionThatStands()
    {
        _stands = 5;

        var result = await new EditVersion(0).SaveAsync("old", under => SaveAsync("new", under));

        Assert.True(result.Saved);
        Assert.Equal([0, 5], _versions);
    }

    [Fact]
    public async Task Save_AnotherTextIsSavedBetweenTheAttempts_IsNoConflict()
    {
        var busy = 3;

        var result = await new EditVersion(0).SaveAsync("old", under =>
        {
            _stands += busy-- > 0 ? 1 : 0;
            return SaveAsync("new", under);
        });

        Assert.True(result.Saved);
        Assert.Equal([0, 1, 2, 3], _versions);
    }

    [Fact]
    public async Task Save_ThisTextWasChangedByAnother_IsRefused()
    {
        _stands = 5;
        _current = "theirs";

        var result = await new EditVersion(0).SaveAsync("old", under => SaveAsync("new", under));

        Assert.False(result.Saved);
        Assert.Equal("theirs", result.Current);
        Assert.Equal([0], _versions);
    }

    private Task<SaveResult> SaveAsync(string text, int version)
    {
        _versions.Add(version);
        if (version != _stands)
        {
            return Task.FromResult(new SaveResult(Saved: false, _stands, _current));
        }

        _current = text;
        return Task.FromResult(new SaveResult(Saved: true, ++_stands, text));
    }
}
