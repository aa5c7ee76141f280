using Bunit;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Desk.ShortTerm;

namespace RecurrentGpt.Web.Tests.Features.Desk.ShortTerm;

public sealed class StaleFlagsTests : DeskContext
{
    private const string Lamp = "The lamp is lit.";

    private readonly SavedText _memory = DeskSamples.Text($"Mara waits. {Lamp} Tobin sleeps.");
    private readonly List<string> _edited = [];

    [Fact]
    public void Render_ContradictedSentence_ShowsWhatSaysSo()
    {
        var flags = Draw("He rose. He blew out the lamp.");

        Assert.Equal(Lamp, flags.Find("li .prose").TextContent);
        Assert.Equal("The newest paragraph says: He blew out the lamp.", flags.Find(".because").TextContent);
    }

    [Fact]
    public void Render_NothingIsStale_ShowsNothing()
    {
        Assert.Empty(Draw("Nothing happened.").Markup.Trim());
    }

    [Fact]
    public void Remove_TakesOutThatSentence()
    {
        Button(Draw("He blew out the lamp."), $"Remove from memory: {Lamp}").Click();

        Assert.Equal("Mara waits. Tobin sleeps.", _memory.Text);
    }

    [Fact]
    public async Task StillHolds_FoldsTheFlagAwayAndLeavesTheText()
    {
        var flags = Draw("He blew out the lamp.");

        await PressAsync(flags, $"It still holds: {Lamp}");

        Assert.Empty(flags.FindAll("li"));
        Assert.Contains(Lamp, _memory.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Edit_AsksForTheSentence()
    {
        Button(Draw("He blew out the lamp."), $"Edit in memory: {Lamp}").Click();

        Assert.Equal([Lamp], _edited);
    }

    private IRenderedComponent<StaleFlags> Draw(string paragraph)
    {
        var head = DeskSamples.Head with { Paragraph = paragraph, Rationale = "" };
        return Render<StaleFlags>(part => part.Add(flags => flags.Head, head).Add(flags => flags.Memory, _memory).Add(flags => flags.OnEdit, _edited.Add));
    }
}
