using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Play;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Plans;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Desk.TimeTravel;
using RecurrentGpt.Web.Features.Desk.Tree;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;
using RecurrentGpt.Web.Tests.Features.Play;

namespace RecurrentGpt.Web.Tests.Features.Desk.Played;

/// <summary>What the desk says of a story that is played, and how it leads there.</summary>
public sealed class PlayedDeskTests : DeskContext
{
    private static readonly PlayTurn Ending = new(TurnKind.Ending, 12, PlayedStory.Short);

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void Menu_WhereTheStoryCanStand_OffersToPlayFromThere(int number, bool isOffered)
    {
        var items = MenuOf(DeskSamples.Paragraphs[number - 1]);

        Assert.Equal(isOffered, items.Contains("Play from here"));
    }

    [Fact]
    public void Menu_APlayedParagraph_AsksForNoTaste()
    {
        Assert.Contains("Not my taste", MenuOf(DeskSamples.Paragraphs[3]));
        Assert.DoesNotContain("Not my taste", MenuOf(DeskSamples.Paragraphs[3] with { Turn = Ending }));
    }

    [Theory]
    [InlineData(false, true, false)]
    [InlineData(true, false, true)]
    public void Head_OfAPlay_ComparesWhatTheReaderDidOnlyWhenAsked(bool isPlayed, bool isCompared, bool isOffered)
    {
        var paragraph = DeskSamples.Paragraphs[3] with { Turn = isPlayed ? Ending : null };

        var article = Render<ManuscriptParagraph>(part => part
            .Add(article => article.Paragraph, paragraph).Add(article => article.View, DeskSamples.View).Add(article => article.OnSave, _ => Task.FromResult<SaveResult?>(null)));

        Assert.Equal(isCompared, article.FindAll(".coverage").Count > 0);
        Assert.Equal(isOffered, MenuOf(paragraph).Contains("Compare with its plan"));
    }

    [Theory]
    [InlineData(StoryKind.InteractiveFiction, 1)]
    [InlineData(StoryKind.Novel, 0)]
    public void Header_AStoryThatIsPlayed_LinksToItsReadingPage(StoryKind kind, int links)
    {
        var story = DeskSamples.Story with { Card = DeskSamples.Story.Card with { Kind = kind } };

        var header = Render<DeskHeader>(part => part.Add(header => header.View, DeskSamples.View with { Draft = DeskSamples.Draft with { Story = story } }));

        Assert.Equal(links, header.FindAll("a").Count(link => link.TextContent == "Play" && link.GetAttribute("href") == $"/play/{story.Id}"));
    }

    [Fact]
    public void Plans_AfterAnEnding_SayWhatToDoAndOfferBothWays()
    {
        var head = DeskSamples.Head with { Plans = [], Turn = Ending };
        var view = DeskSamples.View with { Draft = DeskSamples.Draft with { Head = head }, Edits = DeskSamples.Edits(head) };

        var panel = Render<PlansPanel>(part => part.Add(panel => panel.View, view));

        Assert.Equal("say in your own words what comes next, or ask for new plans", panel.Find(".asking .hint").TextContent);
        Assert.False(Button(panel, "New plans").HasAttribute("disabled"));
        Assert.NotNull(NextRun.OfNewPlans(view));
        panel.Find(".own textarea").Input("Years later.");
        Assert.False(Button(panel, "Write my plan").HasAttribute("disabled"));
    }

    [Fact]
    public async Task TreeAndAsItWas_EachTurn_NameWhatTheirPlanWas()
    {
        await using var database = await TestDatabase.OpenAsync();
        var readers = database.Services.GetRequiredService<IDbContextFactory<WritingDb>>();
        var start = (await database.AddOpeningAsync((await database.AddInteractiveAsync()).Id))[^1];
        var entry = await database.PlayAsync(start, 0, "The reader enters.", TurnKind.Entry);
        var action = await database.PlayAsync(entry, 1, "Open the door.");
        var ending = await database.PlayAsync(action, 2, "Go in.", TurnKind.Ending);
        var epilogue = await database.PlayAsync(ending, 2, "What became of everyone.", TurnKind.Epilogue);
        Step[] steps = [entry, action, ending, epilogue];

        var tree = new List<string>();
        var past = new List<string>();
        foreach (var step in steps)
        {
            tree.Add(await InTreeAsync(new TreeStore(readers), step));
            past.Add(await AsItWasAsync(new TimeTravelStore(readers), step));
        }

        Assert.Equal(
            ["Given by the play: the reader enters", "What the reader did, turn 1", "What the reader did, turn 2: the ending", "Given by the play: the epilogue"], tree);
        Assert.Equal(
            [
                "Given by the play: the reader enters the story here.",
                "What the reader did in turn 1.",
                "What the reader did in turn 2, the ending.",
                "Given by the play: the epilogue.",
            ],
            past);
    }

    [Fact]
    public async Task TreeAndAsItWas_AnEntryBroughtOverToTheDraft_NameWhereItsPlanCameFrom()
    {
        await using var database = await TestDatabase.OpenAsync();
        var readers = database.Services.GetRequiredService<IDbContextFactory<WritingDb>>();
        var start = (await database.AddOpeningAsync((await database.AddInteractiveAsync()).Id))[^1];
        var brought = await database.WriteAsync(start, new Plan("The reader enters.", PlanSource.Arc));

        Assert.Equal("Plan it followed, given by the play", await InTreeAsync(new TreeStore(readers), brought));
        Assert.Equal("Given by the play itself, where it begins or after it has ended.", await AsItWasAsync(new TimeTravelStore(readers), brought));
    }

    private async Task<string> InTreeAsync(TreeStore trees, Step step)
    {
        var node = (await trees.ReadAsync(step.StoryId))!.Find(step.Id)!;
        var read = (await trees.ReadStepAsync(step.Id))!;
        return Render<TreeWords>(part => part.Add(words => words.Node, node).Add(words => words.Step, read)).Find("dt").TextContent;
    }

    private async Task<string> AsItWasAsync(TimeTravelStore past, Step step)
    {
        var read = (await past.ReadAsync(step.Id))!;
        return Render<PastPlans>(part => part.Add(plans => plans.Step, read)).Find(".plan + .hint").TextContent;
    }
}
