using Bunit;
using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Kept;
using RecurrentGpt.Web.Features.Play;

namespace RecurrentGpt.Web.Tests.Features.Desk;

public sealed class TextConflictTests : DeskContext
{
    [Fact]
    public async Task KeptPlan_TheStoredOneIsAnother_OffersBoth()
    {
        using var text = new SavedText("theirs", (_, _) => Task.FromResult(new SaveResult(Saved: true, 3, "mine")), Clock, () => { }, NullLogger.Instance) { Key = "step/1/own-plan" };
        var box = Render<OwnAction>(part => part.Add(shown => shown.Box, text));
        var asked = box.Find("textarea").GetAttribute("data-keep");

        await box.Find("textarea").TriggerEventAsync("onkept", new KeptTextEventArgs { Text = "mine" });

        Assert.Equal("step/1/own-plan", asked);
        Assert.Equal("theirs", box.Find("blockquote").TextContent);
        Assert.Equal(("mine", SaveState.Conflict), (text.Text, text.State));
    }

    [Fact]
    public async Task TakeOther_Conflict_EndsIt()
    {
        using var text = new SavedText("old", (_, _) => Task.FromResult(new SaveResult(Saved: false, 3, "theirs")), Clock, () => { }, NullLogger.Instance);
        text.Type("mine");
        await text.FlushAsync();
        var conflict = Render<TextConflict>(part => part.Add(shown => shown.Value, text));
        var shown = conflict.Find("blockquote").TextContent;

        Button(conflict, "Take the other").Click();

        Assert.Equal("theirs", shown);
        Assert.Equal("theirs", text.Text);
        Assert.Equal("", conflict.Markup.Trim());
    }
}
