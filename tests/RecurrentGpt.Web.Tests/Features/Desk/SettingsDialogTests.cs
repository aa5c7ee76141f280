using Bunit;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;

namespace RecurrentGpt.Web.Tests.Features.Desk;

public sealed class SettingsDialogTests : DeskContext
{
    private readonly List<StorySettings> _saved = [];

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
        .Add(dialog => dialog.OnSave, _saved.Add));
}
