using Bunit;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;

namespace RecurrentGpt.Web.Tests.Features.Desk;

public sealed class SettingsDialogTests : DeskContext
{
    private readonly List<StorySettings> _before = [];
    private readonly List<StorySettings> _saved = [];
    private SettingsSave? _answer;

    [Fact]
    public void Save_Changed_HandsOnAllSettings()
    {
        var dialog = Draw();

        dialog.Find("#ParagraphSentences").Input("12");
        dialog.Find("#NewCharacterChance").Input("25");
        dialog.Find("#PlanReach").Change("Scene");
        dialog.Find("form").Submit();

        Assert.Equal([new StorySettings { ParagraphSentences = 12, NewCharacterChance = 0.25, PlanReach = PlanReach.Scene }], _saved);
    }

    [Fact]
    public void Save_AnotherTabWasFirst_ShowsBothAndKeepsMineWhenSavedAgain()
    {
        var theirs = new StorySettings { RecallCount = 7, MemoryWords = 300 };
        _answer = new SettingsSave(Saved: false, theirs, ["RecallCount"]);
        var dialog = Draw();
        dialog.Find("#RecallCount").Input("2");

        dialog.Find("form").Submit();
        var said = dialog.Find("[role=alert]").TextContent;
        _answer = null;
        dialog.Find("form").Submit();

        Assert.Equal("Another tab set this to 7 meanwhile. Saving again keeps yours.", said);
        Assert.Equal((theirs, theirs with { RecallCount = 2 }), (_before[^1], _saved[^1]));
    }

    [Fact]
    public void Save_WritingAhead_IsHandedOnAndAsksWhatBecomesOfTheOthers()
    {
        var dialog = Draw();

        Assert.Empty(dialog.FindAll("#KeepsWrittenAhead"));
        dialog.Find("#Lookahead").Change("All");
        dialog.Find("#KeepsWrittenAhead").Change(true);
        dialog.Find("form").Submit();

        Assert.Equal([new StorySettings { Lookahead = LookaheadReach.All, KeepsWrittenAhead = true }], _saved);
    }

    [Fact]
    public void Save_AnotherTabSetWritingAheadOtherwise_ShowsBoth()
    {
        _answer = new SettingsSave(Saved: false, new StorySettings { Lookahead = LookaheadReach.UnderCursor }, ["Lookahead"]);
        var dialog = Draw();

        dialog.Find("#Lookahead").Change("All");
        dialog.Find("form").Submit();

        Assert.Contains("Under the cursor", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("All", dialog.Find("#Lookahead").GetAttribute("value"));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("61")]
    [InlineData("")]
    [InlineData("ten")]
    public void Type_OutOfRange_SaysWhatFitsAndCannotBeSaved(string typed)
    {
        var dialog = Draw();

        dialog.Find("#ParagraphSentences").Input(typed);

        Assert.Equal("Give a whole number from 5 to 60.", dialog.Find("#ParagraphSentences-note").TextContent);
        Assert.Equal("true", dialog.Find("#ParagraphSentences").GetAttribute("aria-invalid"));
        Assert.True(Button(dialog, "Save").HasAttribute("disabled"));
    }

    [Fact]
    public void Fields_AllRanges_AreThoseOfTheEngine()
    {
        foreach (var field in SettingsField.All)
        {
            Assert.Empty(field.Write(new StorySettings(), field.Min).Problems());
            Assert.Empty(field.Write(new StorySettings(), field.Max).Problems());
            Assert.Equal([field.Name], field.Write(new StorySettings(), field.Min - 1).Problems());
            Assert.Equal([field.Name], field.Write(new StorySettings(), field.Max + 1).Problems());
        }
    }

    private IRenderedComponent<SettingsDialog> Draw() => Render<SettingsDialog>(part => part
        .Add(dialog => dialog.Settings, new StorySettings())
        .Add(dialog => dialog.OnSave, SaveAsync));

    private Task<SettingsSave?> SaveAsync(StorySettings before, StorySettings wanted)
    {
        _before.Add(before);
        _saved.Add(wanted);
        return Task.FromResult<SettingsSave?>(_answer ?? new SettingsSave(Saved: true, wanted, []));
    }
}
