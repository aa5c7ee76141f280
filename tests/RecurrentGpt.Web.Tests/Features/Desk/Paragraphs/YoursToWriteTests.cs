using Bunit;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Paragraphs;

namespace RecurrentGpt.Web.Tests.Features.Desk.Paragraphs;

public sealed class YoursToWriteTests : DeskContext
{
    private readonly List<DeskTab> _gone = [];

    private static Step NothingArrived => DeskSamples.Head with { SentMemory = DeskSamples.Head.WrittenMemory, Plans = [] };

    [Fact]
    public void Render_NothingArrived_NamesMemoryAndPlans()
    {
        var card = Draw(NothingArrived);

        Assert.Contains("stands as it was", card.Markup, StringComparison.Ordinal);
        Assert.Contains("No plans arrived", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_MemoryAndPlansArrived_LeavesNothingToWrite()
    {
        var card = Draw(DeskSamples.Head with { SentMemory = "Mara keeps a glass orchard." });

        Assert.Contains("arrived whole", card.Markup, StringComparison.Ordinal);
        Assert.Equal(["Go to short-term memory"], Names(card));
    }

    [Fact]
    public void Render_OnePlanArrived_SaysThatSomeAreMissing()
    {
        var card = Draw(NothingArrived with { Plans = [.. DeskSamples.Head.Plans.Take(1)] });

        Assert.Contains("Some plans are missing", card.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Go to short-term memory", DeskTab.Memory, "#desk-memory textarea")]
    [InlineData("Go to your own plan", DeskTab.Plans, "#desk-plans [aria-keyshortcuts='Alt+0']")]
    public void Click_Go_ShowsThePartAndTakesTheFocusThere(string button, DeskTab tab, string place)
    {
        var script = JSInterop.SetupModule("/js/place.js");
        script.SetupVoid("go", place).SetVoidResult();
        var card = Draw(NothingArrived);

        Button(card, button).Click();

        Assert.Equal([tab], _gone);
        Assert.Single(script.Invocations["go"]);
    }

    private IRenderedComponent<YoursToWrite> Draw(Step head) =>
        Render<YoursToWrite>(part => part.Add(card => card.Head, head).Add(card => card.OnGo, _gone.Add));
}
