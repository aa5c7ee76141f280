using Bunit;
using RecurrentGpt.Play;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Played;

namespace RecurrentGpt.Web.Tests.Features.Desk.Played;

public sealed class PlayedLineTests : DeskContext
{
    [Theory]
    [InlineData(TurnKind.Action, 5, "Turn 5 The reader did: Open the door.")]
    [InlineData(TurnKind.Ending, 12, "Turn 12, the ending The reader did: Open the door.")]
    [InlineData(TurnKind.Entry, 0, "The reader enters the story here.")]
    [InlineData(TurnKind.Epilogue, 12, "The epilogue: what became of everyone.")]
    public void Render_ATurn_SaysWhichItIsAndWhatTheReaderDid(TurnKind kind, int number, string expected)
    {
        var line = Draw(new PlayTurn(kind, number, new PlaySettings()));

        Assert.Equal(expected, string.Join(' ', line.FindAll("span").Select(span => span.TextContent)));
        Assert.Equal("Turn of paragraph 4", line.Find("[role=note]").GetAttribute("aria-label"));
    }

    [Fact]
    public void Render_WrittenAtTheDesk_SaysNothing() => Assert.Empty(Draw(null).Markup.Trim());

    private IRenderedComponent<PlayedLine> Draw(PlayTurn? turn)
    {
        var paragraph = DeskSamples.Paragraphs[3] with { Plan = new Plan("Open the door.", PlanSource.Picked), Turn = turn };
        return Render<PlayedLine>(part => part.Add(line => line.Paragraph, paragraph));
    }
}
