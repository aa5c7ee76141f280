using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Sent;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Tests.Features.Desk.Sent;

public sealed class SentBrowserTests : DeskContext
{
    private static readonly Prompt Prompt = StepPrompt.Render(
        DeskSamples.Story.Card, new StorySettings(), "Last.", "Memory <b>as it is</b>.\n  So.", DeskSamples.Head.Recalled, DeskSamples.Plan.Text, newCharacter: false);

    private static readonly Exchange Exchange =
        new(ExchangePurpose.Step, Prompt.System.Text, Prompt.User, "Output Paragraph: …", "scripted", new TokenUsage(3_412, 611, 1_200), TimeSpan.FromSeconds(14))
        {
            Parts = [.. Prompt.Parts.Select(part => new SentPart(part.Kind, part.Text.Length))],
        };

    private readonly List<Guid> _read = [];
    private readonly List<SentChoice> _written = [];
    private SentRun? _sent = Sent(RunState.Done, Exchange);
    private SentLook _look = new(null, LookProblem.Nothing);

    [Fact]
    public void Render_Head_ShowsWhatWasSentByPartToTheLetter()
    {
        var browser = Draw(DeskSamples.View);

        Assert.Equal([DeskSamples.RunId], _read);
        Assert.Equal(Prompt.User, string.Concat(browser.FindAll("[data-sent]").Select(part => part.TextContent)));
        Assert.Equal(["Card", "ShortTermMemory", "Recalled", "Paragraph", "Plan", "Task"], browser.FindAll(".part[data-kind]").Select(part => part.GetAttribute("data-kind")));
        Assert.Equal("✓ Everything was sent as it stood: story, memory, plan, last paragraph, 1 recalled entry", browser.Find(".essentials").TextContent.Trim());
        Assert.Contains("3,412 tokens in (1,200 cached), 611 out", browser.Find(".figures").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_EachPart_HasANameAndATokenCountBesideItsTone()
    {
        var browser = Draw(DeskSamples.View);

        Assert.All(browser.FindAll(".part[data-kind]"), part => Assert.Matches("tokens", part.QuerySelector(".beside")!.TextContent));
        Assert.All(browser.FindAll(".part[data-kind]"), part => Assert.False(string.IsNullOrEmpty(part.GetAttribute("aria-label"))));
        Assert.Contains(TokenEstimate.Of(Prompt.System.Text).ToString("N0", CultureInfo.CurrentCulture), browser.Find(".shares li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Pick_Opening_ShowsThatRun()
    {
        var browser = Draw(DeskSamples.View);

        Option(browser, "Opening (paragraphs 1 to 3)").Click();

        Assert.Equal(DeskSamples.Paragraphs[0].RunId, _read[^1]);
        Assert.Equal("true", Option(browser, "Opening (paragraphs 1 to 3)").GetAttribute("aria-selected"));
    }

    [Fact]
    public async Task Keys_ArrowsAndButtons_GoToWhatIsEarlierAndLater()
    {
        var browser = Draw(DeskSamples.View);

        browser.Find("[role=listbox]").KeyDown(new KeyboardEventArgs { Key = "ArrowDown" });
        Assert.Equal("Opening (paragraphs 1 to 3)", Chosen(browser));
        await PressAsync(browser, "Later");
        Assert.Equal("Paragraph 4", Chosen(browser));
        browser.Find("[role=listbox]").KeyDown(new KeyboardEventArgs { Key = "Home" });
        Assert.Equal("Next: plan 1", Chosen(browser));
    }

    [Fact]
    public async Task Tabs_ReplyAndReceipt_ShowTheRawReplyAndEachBox()
    {
        var browser = Draw(DeskSamples.View);

        await PressAsync(browser, "Reply");
        Assert.Equal("Output Paragraph: …", browser.Find("[role=tabpanel] .text").TextContent);

        await PressAsync(browser, "Receipt");
        Assert.Equal(4, browser.FindAll(".receipt li.same").Count);
        Assert.Contains("0.82", browser.Find(".recall").TextContent, StringComparison.Ordinal);
        Assert.Contains("✓ sent", browser.Find(".recall").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_ABoxThatHeldAnotherText_ShowsBothTexts()
    {
        _sent = _sent! with { Run = _sent.Run with { Request = _sent.Run.Request with { Held = new HeldTexts("Another memory.", DeskSamples.Plan.Text, "Last.") } } };
        var browser = Draw(DeskSamples.View);

        Assert.Equal("≠ Not sent as it stood: memory", browser.Find(".essentials").TextContent.Trim());
        await PressAsync(browser, "Receipt");
        Assert.Equal("Another memory.", browser.Find("[data-held]").TextContent);
        Assert.Equal("Memory <b>as it is</b>.\n  So.", browser.Find(".both [data-was]").TextContent);
    }

    [Fact]
    public void Render_LastAttemptFailed_ShowsItsRawReplyFirst()
    {
        _sent = Sent(RunState.Failed, Exchange with { Reply = "I cannot do that.", Failure = new StepFailure(FailureKind.Refused) });

        var browser = Draw(DeskSamples.With(DeskSamples.Stopped));

        Assert.Equal([DeskSamples.Stopped.Id], _read);
        Assert.Equal("I cannot do that.", browser.Find("[role=tabpanel] .text").TextContent);
    }

    [Fact]
    public void Render_AnOldRequestWithoutParts_IsOneBlock()
    {
        _sent = Sent(RunState.Done, Exchange with { Parts = [], Usage = null });

        var browser = Draw(DeskSamples.View);

        Assert.Equal(Prompt.User, Assert.Single(browser.FindAll("[data-sent]")).TextContent);
        Assert.Contains("estimated", browser.Find(".figures").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_SeveralRequests_NamesEachAndSumsThemUp()
    {
        _sent = Sent(RunState.Done, Exchange, Exchange with { Purpose = ExchangePurpose.Repair });

        var browser = Draw(DeskSamples.View);

        Assert.Equal(["Paragraph", "Missing sections"], browser.FindAll(".exchange > h3").Select(heading => heading.TextContent));
        Assert.Contains("6,824 tokens in (2,400 cached), 1,222 out", browser.Find(".figures").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Running_ShowsThePromptThatWasJustSent()
    {
        var live = DeskSamples.Live with { RunId = Guid.NewGuid() };

        var browser = Draw(DeskSamples.View with { Live = live.After(new StepEvent.PromptReady(Prompt), Clock.GetUtcNow()) });

        Assert.Empty(_read);
        Assert.Equal(Prompt.User, string.Concat(browser.FindAll("[data-sent]").Select(part => part.TextContent)));
    }

    [Fact]
    public void Render_TheRunEnds_ShowsWhatIsKeptOfIt()
    {
        var live = DeskSamples.Live;
        var browser = Draw(DeskSamples.View with { Live = live, Draft = DeskSamples.Draft with { Paragraphs = [.. DeskSamples.Paragraphs.Take(3)] } });
        Assert.Empty(_read);

        browser.Render(part => part.Add(sent => sent.View, DeskSamples.View));

        Assert.Equal([DeskSamples.RunId], _read);
        Assert.Equal("Paragraph 4", Chosen(browser));
    }

    [Fact]
    public void Render_PricesAreSet_ShowsTheCostOfTheRun()
    {
        var prices = new TokenPrices { InputPrice = 1, CachedInputPrice = 0.5m, OutputPrice = 2 };
        var costs = new SentCosts(new ModelSettings { Provider = ModelProvider.Compatible, Prices = prices });

        var browser = Draw(DeskSamples.View, costs);

        Assert.Contains("$0.004", browser.Find(".figures").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ABoxThatWasNotKept_DoesNotClaimEverything()
    {
        _sent = _sent! with { Step = null };

        Assert.Equal("✓ Sent as it stood: story, plan, last paragraph", Draw(DeskSamples.View).Find(".essentials").TextContent.Trim());
    }

    [Fact]
    public void Render_FiveThousandParagraphs_DrawsFewAndGoesToAny()
    {
        var paragraphs = Enumerable.Range(1, 5_000).Select(number => new DraftParagraph(Guid.NewGuid(), Guid.NewGuid(), number, "x", DeskSamples.Plan, false, 0)).ToList();
        var browser = Draw(DeskSamples.View with { Draft = DeskSamples.Draft with { Paragraphs = paragraphs } });
        Assert.Equal("Paragraph 5000", Chosen(browser));

        browser.Find("input[type=number]").Change("2500");

        Assert.Equal("Paragraph 2500", Chosen(browser));
        Assert.Equal(paragraphs[2_499].RunId, _read[^1]);
        Assert.InRange(browser.FindAll("[role=option]").Count, 1, (2 * SentWindow.Reach) + 1);
    }

    [Fact]
    public void Render_NothingWasSent_SaysSo()
    {
        _sent = null;

        Assert.Contains("Nothing was sent here.", Draw(DeskSamples.View).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_EmptyDesk_SaysThatThereIsNothingYet()
    {
        var browser = Draw(DeskSamples.Empty);

        Assert.Empty(browser.FindAll("[role=option]"));
        Assert.Equal("Nothing yet", browser.Find("[role=region]").GetAttribute("aria-label"));
    }

    [Fact]
    public void Next_Plan_ShowsThePromptAndWhatIsRecalled()
    {
        _look = new SentLook(new StepPreview(Prompt, new Recall(DeskSamples.Head.Recalled, ByMeaning: true, [7]) { NotIndexed = 2 }, NewCharacter: true)) { Request = DeskSamples.Request with { Toss = 0.01 } };
        var browser = Draw(DeskSamples.View);

        Option(browser, "Next: plan 2").Click();

        Assert.Equal(Prompt.User, string.Concat(browser.FindAll("[data-sent]").Select(part => part.TextContent)));
        Assert.Equal(Prompt.System.Text, browser.Find("details .text").TextContent);
        Assert.False(browser.Find("details").HasAttribute("open"));
        var recall = browser.Find(".recall").TextContent;
        Assert.Contains("Pinned, but too long to fit: 7.", recall, StringComparison.Ordinal);
        Assert.Contains("Recalled without 2 entries", recall, StringComparison.Ordinal);
        Assert.Contains("A new character may enter.", recall, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Next: plan 2", RunKind.Step, "Write this", SentKind.NextPlan, 2)]
    [InlineData("Next: new plans", RunKind.NewPlans, "Ask for these", SentKind.NextNewPlans, 0)]
    [InlineData("Next: new plan 2", RunKind.NewPlans, "Ask for these", SentKind.NextNewPlans, 2)]
    public async Task Next_Write_AsksForWhatWasLookedAt(string name, RunKind kind, string button, SentKind asked, int number)
    {
        _look = new SentLook(new StepPreview(Prompt, Recall.Nothing, NewCharacter: false)) { Request = DeskSamples.Request with { Kind = kind } };
        var browser = Draw(DeskSamples.View);
        Option(browser, name).Click();

        await PressAsync(browser, button);

        Assert.Equal([(asked, number)], _written.Select(choice => (choice.Kind, choice.First)));
    }

    [Theory]
    [InlineData(LookProblem.NotSaved, "another tab")]
    [InlineData(LookProblem.Nothing, "nothing to send")]
    public void Next_NothingToLookAt_SaysWhatToDo(LookProblem problem, string word)
    {
        _look = new SentLook(null, problem);
        var browser = Draw(DeskSamples.View);

        Option(browser, "Next: plan 1").Click();

        Assert.Contains(word, browser.Find(".note").TextContent, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement Option(IRenderedComponent<SentBrowser> browser, string name) =>
        browser.FindAll("[role=option]").Single(option => option.TextContent == name);

    private static string Chosen(IRenderedComponent<SentBrowser> browser) => browser.Find("[aria-selected=true][role=option]").TextContent;

    private static SentRun Sent(RunState state, params Exchange[] exchanges)
    {
        var run = new Run { Id = DeskSamples.RunId, Request = DeskSamples.Request with { Plan = DeskSamples.Plan }, State = state, StartedAt = DateTimeOffset.UnixEpoch };
        return new SentRun(run, exchanges, DeskSamples.Story.Card)
        {
            Step = new SentStep("Memory <b>as it is</b>.\n  So.", DeskSamples.Head.Recalled, 0, NewCharacter: false),
            LastParagraph = "Last.",
        };
    }

    private IRenderedComponent<SentBrowser> Draw(DeskView view, SentCosts? costs = null) => Render<SentBrowser>(part => part
        .AddCascadingValue(costs ?? new SentCosts(new ModelSettings()))
        .Add(browser => browser.View, view)
        .Add(browser => browser.Read, runId =>
        {
            _read.Add(runId);
            return Task.FromResult(_sent);
        })
        .Add(browser => browser.OnWrite, choice => _written.Add(choice))
        .Add(browser => browser.Look, _ => Task.FromResult(_look)));
}
