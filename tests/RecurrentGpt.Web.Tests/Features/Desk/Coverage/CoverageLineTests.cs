using Bunit;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Coverage;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Coverage;

public sealed class CoverageLineTests : DeskContext
{
    private static readonly DraftParagraph Paragraph = DeskSamples.Paragraphs[3] with
    {
        Text = "Mara went down to the *cellar*. Somebody had swept it.",
        Plan = new Plan("Mara goes down to the cellar. The walls are wet. A bell rings.", PlanSource.Edited),
        Version = 2,
    };

    private readonly List<ParagraphChoice> _chosen = [];

    [Fact]
    public void Render_NobodyAsked_TellsByWordsAtOnce()
    {
        var line = Draw(Paragraph);

        Assert.Equal("Plan: 1 of 3 done", line.Find("button").TextContent);
        Assert.Equal("by words", line.Find(".line .by").TextContent);
        Assert.Empty(line.FindAll("li"));
    }

    [Fact]
    public void Open_TellsEachSentenceWithItsPassageAsTheManuscriptShowsIt()
    {
        var line = Open(Paragraph);

        Assert.Equal(["done", "missing", "missing"], line.FindAll(".mark").Select(mark => mark.TextContent));
        Assert.Equal(["Mara went down to the cellar."], line.FindAll(".passage").Select(passage => passage.TextContent));
    }

    [Fact]
    public void Render_AModelWasAsked_TellsWhatItSaidAndWhatItDidNot()
    {
        var line = Open(Paragraph with { Coverage = Coverage(version: 2) });

        Assert.Equal("Plan: 1 of 3 done, 1 partly", line.Find("button").TextContent);
        Assert.Equal("by the model", line.Find(".line .by").TextContent);
        Assert.Equal("by words", line.Find("li .by").TextContent);
        Assert.Equal("No passage was named that stands in the paragraph.", line.Find(".none").TextContent);
        Assert.Equal("Ask the model again", Button(line, "Ask the model again what of its plan is in paragraph 4").TextContent);
    }

    [Fact]
    public void Render_TheParagraphChangedSince_SaysThatTheJudgementIsOfTheOlderText()
    {
        var line = Open(Paragraph with { Coverage = Coverage(version: 1) });

        Assert.Equal("by words", line.Find(".line .by").TextContent);
        Assert.StartsWith("The model judged an older text of this paragraph: 1 of 3 done.", line.Find(".hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_ASentence_MarksItsPassageAndSaysWhere()
    {
        var module = JSInterop.SetupModule("/js/passage.js");
        module.Setup<bool>("show", "#paragraph-4", "Mara went down to the cellar.").SetResult(true);
        var line = Open(Paragraph);

        line.Find(".passage").Click();

        Assert.Equal("Marked in paragraph 4.", line.Find(".said").TextContent);
        Assert.Equal("true", line.Find(".passage").GetAttribute("aria-pressed"));
    }

    [Fact]
    public void Choose_APassageThatIsNotOnThePage_SaysThatToo()
    {
        JSInterop.SetupModule("/js/passage.js").Setup<bool>("show", _ => true).SetResult(false);
        var line = Open(Paragraph);

        line.Find(".passage").Click();

        Assert.StartsWith("It could not be marked", line.Find(".said").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_HandsOnWhatIsToBeAsked()
    {
        var line = Open(Paragraph);

        Button(line, "Ask the model what of its plan is in paragraph 4").Click();

        Assert.Equal([new ParagraphChoice(ParagraphAction.AskCoverage, Paragraph)], _chosen);
    }

    [Fact]
    public void Ask_WhileTheStoryIsWritten_IsNotOffered()
    {
        var line = Open(Paragraph, DeskSamples.View with { Live = DeskSamples.Live });

        Assert.True(Button(line, "Ask the model what of its plan is in paragraph 4").HasAttribute("disabled"));
    }

    [Theory]
    [InlineData(OutcomeKind.Failed, "The model could not be asked: ")]
    [InlineData(OutcomeKind.Stopped, "Stopped. What is shown is as it was.")]
    public void Asked_EndsBadly_IsToldWhereItWasAsked(OutcomeKind end, string told)
    {
        var line = Open(Paragraph, Asking);
        Assert.Equal("The model is comparing the paragraph with its plan…", line.Find(".line [role=status]").TextContent);

        Change(line, DeskSamples.View with { Outcome = new DeskOutcome(end) { Failure = new StepFailure(FailureKind.Unreachable) } });

        Assert.StartsWith(told, line.Find(".told").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Asked_EndsWell_SaysNoMore()
    {
        var line = Open(Paragraph, Asking);

        Change(line, DeskSamples.View with { Outcome = new DeskOutcome(OutcomeKind.Compared) });

        Assert.Empty(line.FindAll(".line [role=status]"));
    }

    [Fact]
    public void Failure_OfAnotherRun_IsNotToldHere()
    {
        var line = Open(Paragraph, DeskSamples.View with { Live = DeskSamples.Live });

        Change(line, DeskSamples.View with { Outcome = DeskOutcome.OfFailure(new StepFailure(FailureKind.Unreachable)) });

        Assert.Empty(line.FindAll(".told"));
    }

    private static DeskView Asking =>
        DeskSamples.View with { Live = LiveStep.Begin(DeskSamples.RunId, new RunRequest(DeskSamples.StoryId, RunKind.Coverage) { ParentId = Paragraph.StepId }) };

    private static PlanCoverage Coverage(int version) => new(version,
    [
        new("Mara goes down to the cellar.", CoverageMark.Done, "Mara went down to the *cellar*."),
        new("The walls are wet.", CoverageMark.Partly, ""),
        new CoveredSentence("A bell rings.", CoverageMark.Missing, "") { IsByWords = true },
    ]);

    private IRenderedComponent<CoverageLine> Open(DraftParagraph paragraph, DeskView? view = null)
    {
        var line = Draw(paragraph, view);
        line.Find("button").Click();
        return line;
    }

    private IRenderedComponent<CoverageLine> Draw(DraftParagraph paragraph, DeskView? view = null) => Render<CoverageLine>(part =>
        part.Add(line => line.Paragraph, paragraph).Add(line => line.View, view ?? DeskSamples.View).Add(line => line.OnChoose, _chosen.Add));

    private static void Change(IRenderedComponent<CoverageLine> line, DeskView view) =>
        line.Render(part => part.Add(shown => shown.Paragraph, Paragraph).Add(shown => shown.View, view));
}
