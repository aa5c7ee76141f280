using Bunit;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Play;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Play;
using RecurrentGpt.Web.Tests.Features.Desk;

namespace RecurrentGpt.Web.Tests.Features.Play;

/// <summary>The parts of the page, each by itself.</summary>
public sealed class PlayPartsTests : DeskContext
{
    private readonly List<string> _asked = [];

    public PlayPartsTests() => Services.AddScoped<PlayStatus>();

    [Fact]
    public void Passage_Turn_ShowsTheActionBeforeTheTextAndReplaysIt()
    {
        var part = Draw(PlaySamples.View(PlaySamples.Turn(5)));

        Assert.Equal("I do thing 5.", part.Find("q").TextContent);
        Assert.Equal("Turn 5", part.Find("article").GetAttribute("aria-label"));
        Button(part, "Replay from turn 5").Click();
        Assert.Equal(["replay"], _asked);
    }

    [Fact]
    public void Passage_Opening_ShowsNothingButItsText()
    {
        var part = Draw(PlaySamples.View());

        Assert.Empty(Names(part));
        Assert.Empty(part.FindAll("q, .mark, .the-end"));
    }

    [Fact]
    public void Passage_Ending_ClosesLikeABook() => Assert.Equal("The End", Draw(PlaySamples.View(PlaySamples.Ending)).Find(".the-end").TextContent);

    [Fact]
    public void Passage_Epilogue_HasItsHeadingAndIsNotReplayed()
    {
        var part = Draw(PlaySamples.View(PlaySamples.Ending, PlaySamples.Epilogue));

        Assert.Equal("Epilogue", part.Find("h2").TextContent);
        Assert.Empty(Names(part));
    }

    [Fact]
    public void Passage_WhileAnotherIsWritten_CannotBeReplayed()
    {
        var part = Draw(PlaySamples.View(PlaySamples.Turn(5)), canWrite: false);

        Assert.True(Button(part, "Replay from turn 5").HasAttribute("disabled"));
    }

    [Fact]
    public void LiveTurn_Writing_ShowsTheActionAndThePiecesThatCame()
    {
        var view = PlaySamples.Writing(PlaySamples.View(), PlaySamples.Turn(1));
        var live = view.Live!.After(new StepEvent.ParagraphText(RecurrentGpt.Replies.Section.Paragraph, "The door "), default)
            .After(new StepEvent.ParagraphText(RecurrentGpt.Replies.Section.Paragraph, "opens."), default);

        var part = Render<LiveTurn>(parameters => parameters.Add(turn => turn.Scene, PlayScene.Of(view with { Live = live })));

        Assert.Equal("Open the door.", part.Find("q").TextContent);
        Assert.Equal("The door opens.", part.Find(".passage .prose").TextContent);
        Assert.Single(part.FindAll(".caret"));
    }

    [Fact]
    public void Choices_Click_DoesTheOneThatWasPressed()
    {
        var part = Draw(PlaySamples.View(PlaySamples.Turn(4)), out var scene);

        Button(part, "Choice 2: They put the lamp out.").Click();

        Assert.Equal(["choose 2"], _asked);
        Assert.Equal("Turn 5 of 12", part.Find(".turn").TextContent);
        Assert.Equal(["1", "2", "3"], part.FindAll("ol button").Select(button => button.GetAttribute("aria-keyshortcuts")));
        Assert.Equal(3, scene.Choices.Count);
    }

    [Fact]
    public void Choices_NoneCame_AsksForTheReadersOwn()
    {
        var view = PlaySamples.View(PlaySamples.Turn(4));
        foreach (var plan in view.Edits!.Plans)
        {
            plan.Type("");
        }

        var part = Draw(view, out _);

        Assert.Empty(part.FindAll("ol"));
        Assert.NotEmpty(part.Find(".none").TextContent);
    }

    [Fact]
    public void Choices_AutopilotOrAnotherTabWrites_CannotBePressed()
    {
        var part = Draw(PlaySamples.View(PlaySamples.Turn(4)) with { IsBusy = true }, out _);

        Assert.All(part.FindAll("ol button"), button => Assert.True(button.HasAttribute("disabled")));
    }

    [Fact]
    public void Choices_OfTheOpening_HaveNothingToUndo() => Assert.DoesNotContain("Undo a turn", Names(Draw(PlaySamples.View(), out _)));

    [Fact]
    public void Choices_SampleWriter_SayThatItIsASample() => Assert.NotEmpty(Draw(PlaySamples.View() with { IsSample = true }, out _).Find(".sample").TextContent);

    [Fact]
    public void OwnAction_Typed_CanBeDone()
    {
        var part = Draw(PlaySamples.View(), out _);
        Assert.True(Button(part, "Do it").HasAttribute("disabled"));

        part.Find("textarea").Input("I burn the letter.");
        part.Render();
        Button(part, "Do it").Click();

        Assert.Equal(["act"], _asked);
        Assert.Equal("Enter", Button(part, "Do it").GetAttribute("aria-keyshortcuts"));
    }

    [Fact]
    public void OwnAction_AtItsLimit_SaysSo()
    {
        var view = PlaySamples.View();
        view.Edits!.OwnPlan.Type(new string('a', StoryLimits.Plan));

        Assert.Equal("An action can have up to 6,000 characters.", Draw(view, out _).Find(".limit").TextContent);
    }

    [Fact]
    public void Leftover_Stopped_ShowsWhatTheReaderDidAndWhatCame()
    {
        var part = Leftover(PlaySamples.Stopped(PlaySamples.View()));

        Assert.Equal("Open the door.", part.Find("q").TextContent);
        Assert.Contains("The door stands ajar, and", part.Markup, StringComparison.Ordinal);
        Assert.Equal(["Keep it as it is", "Try again", "Drop it"], Names(part));
        foreach (var name in Names(part).ToList())
        {
            Button(part, name).Click();
        }

        Assert.Equal(["keep", "again", "drop"], _asked);
    }

    [Fact]
    public void Leftover_FailedBeforeAWord_SaysWhyAndKeepsNothing()
    {
        var view = PlaySamples.Stopped(PlaySamples.View(), "");
        var failed = view.Draft!.Leftover! with { State = RunState.Failed, Failure = new StepFailure(FailureKind.Unauthorized) };

        var part = Leftover(view with { Draft = view.Draft with { Leftover = failed } });

        Assert.Equal(["Try again", "Dismiss"], Names(part));
        Assert.Equal(PlayWords.Failures.Of(new StepFailure(FailureKind.Unauthorized)), part.Find(".why").TextContent);
    }

    [Theory]
    [InlineData("The door", "The program ended while this was written. This much had come:")]
    [InlineData("", "The program ended before the story could answer.")]
    public void Leftover_Interrupted_SaysThatTheProgramEnded(string prose, string expected)
    {
        var view = PlaySamples.Stopped(PlaySamples.View(), prose);

        var part = Leftover(view with { Draft = view.Draft! with { Leftover = view.Draft.Leftover! with { State = RunState.Interrupted } } });

        Assert.Equal(expected, part.Find(".why").TextContent);
    }

    [Fact]
    public void Opening_Missing_BeginsTheStory()
    {
        var part = Render<PlayOpening>(parameters => parameters.Add(opening => opening.View, DeskSamples.Empty).Add(opening => opening.OnWrite, () => _asked.Add("write")));

        Button(part, "Begin the story").Click();

        Assert.Equal(["write"], _asked);
        Assert.Contains("An orchard of glass trees", part.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Opening_Failed_SaysWhyAndTriesAgain()
    {
        var failed = DeskSamples.Stopped with { Request = new RunRequest(DeskSamples.StoryId, RunKind.Opening), State = RunState.Failed, Partial = "", Failure = new StepFailure(FailureKind.Refused) };

        var part = Render<PlayOpening>(parameters => parameters.Add(opening => opening.View, DeskSamples.Empty with { Draft = DeskSamples.Empty.Draft! with { Leftover = failed } }));

        Assert.Equal(["Try again"], Names(part));
        Assert.NotEmpty(part.Find("[role=alert]").TextContent);
    }

    [Fact]
    public void StatusLine_Writing_NamesTheTurnAndStops()
    {
        var view = PlaySamples.Writing(PlaySamples.View(PlaySamples.Turn(4)), PlaySamples.Turn(5));

        var part = Render<PlayStatusLine>(parameters => parameters.Add(line => line.View, view).Add(line => line.Turn, PlaySamples.Turn(5)).Add(line => line.OnStop, () => _asked.Add("stop")));

        Button(part, "Stop").Click();
        Assert.Equal(["stop"], _asked);
        Assert.Equal("Turn 5 of 12", part.Find(".turn").TextContent);
        Assert.Equal("The story goes on…", part.Find("[role=status]").TextContent);
        Assert.Equal("Escape", Button(part, "Stop").GetAttribute("aria-keyshortcuts"));
    }

    [Fact]
    public void StatusLine_Endless_CountsWithoutAnEnd() =>
        Assert.Equal("Turn 90", TurnWords.Of(new PlayTurn(TurnKind.Action, 90, new PlaySettings { Length = PlayLength.Endless }), PlayWords.Text));

    private IRenderedComponent<PassageView> Draw(DeskView view, bool canWrite = true) => Render<PassageView>(parameters => parameters
        .Add(part => part.Passage, PlayScene.Of(view).Passages[^1])
        .Add(part => part.CanReplay, canWrite)
        .Add(part => part.OnReplay, () => _asked.Add("replay")));

    private IRenderedComponent<PlayChoices> Draw(DeskView view, out PlayScene scene)
    {
        var shown = scene = PlayScene.Of(view);
        return Render<PlayChoices>(parameters => parameters
            .Add(part => part.View, view)
            .Add(part => part.Scene, shown)
            .Add(part => part.OnChoose, choice => _asked.Add($"choose {choice.Number}"))
            .Add(part => part.OnAct, () => _asked.Add("act")));
    }

    private IRenderedComponent<PlayLeftover> Leftover(DeskView view) => Render<PlayLeftover>(parameters => parameters
        .Add(part => part.Leftover, view.Leftover!)
        .Add(part => part.OnKeep, () => _asked.Add("keep"))
        .Add(part => part.OnAgain, () => _asked.Add("again"))
        .Add(part => part.OnDrop, () => _asked.Add("drop")));
}
