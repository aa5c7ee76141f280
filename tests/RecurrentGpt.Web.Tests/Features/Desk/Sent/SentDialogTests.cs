using Bunit;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Sent;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Sent;

public sealed class SentDialogTests : DeskContext
{
    private readonly List<Guid> _read = [];

    [Fact]
    public void Render_Head_ShowsItsExactPromptAndReply()
    {
        var dialog = Draw(DeskSamples.View);

        Assert.Equal([DeskSamples.RunId], _read);
        Assert.Equal(["You write.", "Go on, <b>exactly</b>.\n  So.", "Output Paragraph: …"], dialog.FindAll("pre").Select(pre => pre.TextContent));
        Assert.Contains("100 tokens in · 20 out · 60 cached", dialog.Find(".figures").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Pick_Opening_ShowsThatRun()
    {
        var dialog = Draw(DeskSamples.View);

        dialog.Find("select").Change(DeskSamples.Paragraphs[0].RunId.ToString());

        Assert.Equal(["Opening (paragraphs 1 to 3)", "Paragraph 4"], dialog.FindAll("option").Select(option => option.TextContent));
        Assert.Equal(DeskSamples.Paragraphs[0].RunId, _read[^1]);
    }

    [Fact]
    public void Render_LastAttemptLeftProse_IsTheFirstToShow()
    {
        Draw(DeskSamples.With(DeskSamples.Stopped));

        Assert.Equal([DeskSamples.Stopped.Id], _read);
    }

    [Fact]
    public void Render_Running_ShowsThePromptThatWasJustSent()
    {
        var prompt = new Prompt(ReplyForm.Step, new PromptPart(PartKind.Instructions, "System."), [new PromptPart(PartKind.Plan, "The plan.")]);
        var live = DeskSamples.Live with { RunId = Guid.NewGuid() };

        var dialog = Draw(DeskSamples.View with { Live = live.After(new StepEvent.PromptReady(prompt), Clock.GetUtcNow()) });

        Assert.Equal(["System.", "The plan."], dialog.FindAll("pre").Select(pre => pre.TextContent));
    }

    private IRenderedComponent<SentDialog> Draw(DeskView view) => Render<SentDialog>(part => part
        .Add(dialog => dialog.View, view)
        .Add(dialog => dialog.Read, ReadAsync));

    private Task<IReadOnlyList<Exchange>> ReadAsync(Guid runId)
    {
        _read.Add(runId);
        return Task.FromResult<IReadOnlyList<Exchange>>(
        [
            new Exchange(ExchangePurpose.Step, "You write.", "Go on, <b>exactly</b>.\n  So.", "Output Paragraph: …", "scripted", new TokenUsage(100, 20, 60), TimeSpan.FromSeconds(4)),
        ]);
    }
}
