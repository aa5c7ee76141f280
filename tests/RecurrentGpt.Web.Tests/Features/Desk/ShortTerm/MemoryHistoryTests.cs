using Bunit;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Desk.ShortTerm;

namespace RecurrentGpt.Web.Tests.Features.Desk.ShortTerm;

public sealed class MemoryHistoryTests : DeskContext
{
    private readonly SavedText _memory = DeskSamples.Text("What stands now.");

    public MemoryHistoryTests()
    {
        for (var number = 3; number <= 200; number++)
        {
            var sent = number == 3 ? "" : $"It is day {number - 1}. Mara waits.";
            ShortTerm.Moments[number] = new MemoryMoment(number, sent, $"It is day {number}. Mara waits.", $"It is day {number}. Mara waits. Mine {number}.", $"Why {number}.");
        }
    }

    [Fact]
    public void Render_Head_ShowsWhatTheModelAndWhatTheHandChanged()
    {
        var history = Draw();

        Assert.Equal("It is day 200. Mara waits. Mine 200.", history.Find(".memory").TextContent);
        Assert.Equal(["reworded", "added"], history.FindAll(".kind").Select(kind => kind.TextContent));
        Assert.Equal("Mine 200.", history.Find("ins").TextContent);
        Assert.Equal("Why 200.", history.Find(".why").TextContent);
    }

    [Fact]
    public async Task Earlier_AndArrowKeysAndANumber_LeafThroughAFewStepsAtATime()
    {
        var history = Draw();

        await PressAsync(history, "Earlier");
        history.Find(".bar").KeyDown("ArrowLeft");
        Assert.StartsWith("It is day 198.", history.Find(".memory").TextContent, StringComparison.Ordinal);
        history.Find("input").Change("7");

        Assert.StartsWith("It is day 7.", history.Find(".memory").TextContent, StringComparison.Ordinal);
        Assert.Equal([(196, 200), (3, 11)], ShortTerm.Reads);
    }

    [Fact]
    public void Render_Opening_IsTheFirst()
    {
        var history = Draw();

        history.Find("input").Change("1");

        Assert.Equal("3", history.Find("input").GetAttribute("value"));
        Assert.True(Button(history, "Earlier").HasAttribute("disabled"));
        Assert.Contains("The opening made this memory.", history.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UseAgain_PutsTheOldTextIntoTheBox()
    {
        var history = Draw();
        history.Find("input").Change("9");

        await PressAsync(history, "Use this memory again");

        Assert.Equal("It is day 9. Mara waits. Mine 9.", _memory.Text);
        Assert.Contains("It is in the box now", history.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_WhileAParagraphIsWritten_CannotBeUsed()
    {
        Assert.True(Button(Draw(memory: null), "Use this memory again").HasAttribute("disabled"));
    }

    [Fact]
    public void Render_StepThatCannotBeRead_SaysSo()
    {
        ShortTerm.Moments.Clear();

        Assert.Contains("could not be read", Draw().Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<MemoryHistory> Draw() => Draw(_memory);

    private IRenderedComponent<MemoryHistory> Draw(SavedText? memory) => Render<MemoryHistory>(part => part
        .Add(history => history.Head, DeskSamples.Head with { Number = 200 })
        .Add(history => history.First, 3)
        .Add(history => history.Memory, memory));
}
