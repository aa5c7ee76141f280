using Bunit;
using Microsoft.AspNetCore.Components;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Desk.ShortTerm;

namespace RecurrentGpt.Web.Tests.Features.Desk.ShortTerm;

public sealed class LockedSentencesTests : DeskContext
{
    private const string Hum = "The orchard hums.";

    private readonly StepEdits _edits = DeskSamples.Edits(DeskSamples.Head with { LockedSentences = [Hum] });

    [Fact]
    public async Task Unlock_LockedSentence_UnlocksIt()
    {
        var list = Draw(_edits);

        Assert.Equal(Hum, list.Find("li .prose").TextContent);
        await PressAsync(list, $"Unlock: {Hum}");

        Assert.Equal([$"unlock {Hum}"], Marks.Done);
    }

    [Fact]
    public void Render_SentenceRewordedByHand_IsListedInItsNewWords()
    {
        _edits.Memory.Type("Mara keeps a glass orchard. The orchard hums at night.");

        Assert.Equal("The orchard hums at night.", Draw(_edits).Find("li .prose").TextContent);
    }

    [Fact]
    public void Render_SentenceDeletedByHand_IsListedNoMore()
    {
        _edits.Memory.Type("Mara keeps a glass orchard.");

        Assert.Empty(Draw(_edits).FindAll("li"));
    }

    [Theory]
    [InlineData(3, 3, "lock Mara keeps a glass orchard.")]
    [InlineData(45, 45, "lock The orchard hums.")]
    [InlineData(10, 30, "lock Mara keeps a glass orchard., lock The orchard hums.")]
    public async Task Lock_CursorOrSelection_LocksTheSentencesThatItTouches(int start, int end, string done)
    {
        JSInterop.SetupModule("/js/memory.js").Setup<int[]>("selection", _ => true).SetResult([start, end]);

        await PressAsync(Draw(DeskSamples.Edits(), new ElementReference("1")), "Lock this sentence");

        Assert.Equal(done, string.Join(", ", Marks.Done));
    }

    [Fact]
    public async Task Lock_CursorWasNeverInTheBox_SaysWhereToPutIt()
    {
        var list = Draw(DeskSamples.Edits());

        await PressAsync(list, "Lock this sentence");

        Assert.Empty(Marks.Done);
        Assert.Contains("Put the cursor into a sentence", list.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<LockedSentences> Draw(StepEdits edits, ElementReference? cursor = null) => Render<LockedSentences>(part => part
        .Add(list => list.View, DeskSamples.View)
        .Add(list => list.Head, DeskSamples.Head)
        .Add(list => list.Edits, edits)
        .Add(list => list.Cursor, cursor));
}
