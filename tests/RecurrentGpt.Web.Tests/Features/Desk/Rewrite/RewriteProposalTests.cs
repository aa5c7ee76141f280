using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Rewrite;

namespace RecurrentGpt.Web.Tests.Features.Desk.Rewrite;

public sealed class RewriteProposalTests : DeskContext
{
    private const string Text = "Before.\n\nThe old man sat by the cold stove. He waited.\n\nAfter.";
    private const string Passage = "The old man sat by the cold stove.";
    private readonly List<string> _taken = [];
    private SaveResult? _answer = new(Saved: true, 1, "");
    private int _dropped;
    private int _again;

    [Fact]
    public void Render_Proposal_ShowsEachChangeInItsPlaceAndTheRestAsItReads()
    {
        var proposal = Draw();

        Assert.Equal(["old", "cold"], proposal.FindAll("del").Select(Words));
        Assert.Equal(["young", "warm"], proposal.FindAll("ins").Select(Words));
        Assert.Equal(["Before.", "After."], proposal.FindAll(".prose p").Select(paragraph => paragraph.TextContent));
        Assert.EndsWith(" He waited.", proposal.Find(".touched").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Change 1 of 2, not answered", "Change 2 of 2, not answered"], proposal.FindAll(".hunk").Select(hunk => hunk.GetAttribute("aria-label")));
    }

    [Fact]
    public void Accept_OneAndRejectTheOther_SavesWhatWasAcceptedAndNothingElse()
    {
        var proposal = Draw();

        Button(proposal, "Accept change 1").Click();
        Button(proposal, "Reject change 2").Click();

        Assert.Equal([Text.Replace("old man", "young man", StringComparison.Ordinal)], _taken);
    }

    [Fact]
    public void AcceptAll_SavesTheWholeProposal()
    {
        Button(Draw(), "Accept all").Click();

        Assert.Equal([Text.Replace("old man", "young man", StringComparison.Ordinal).Replace("cold", "warm", StringComparison.Ordinal)], _taken);
    }

    [Fact]
    public void Apply_OneAccepted_LeavesWhatWasNotAnswered()
    {
        var proposal = Draw();
        Assert.DoesNotContain("Apply", Names(proposal));

        Button(proposal, "Accept change 1").Click();
        Button(proposal, "Apply").Click();

        Assert.Equal([Text.Replace("old man", "young man", StringComparison.Ordinal)], _taken);
    }

    [Fact]
    public void RejectAll_TakesNothing()
    {
        Button(Draw(), "Reject all").Click();

        Assert.Empty(_taken);
        Assert.Equal(1, _dropped);
    }

    [Fact]
    public void Reject_EachChange_DropsTheProposal()
    {
        var proposal = Draw();

        Button(proposal, "Reject change 1").Click();
        Button(proposal, "Reject change 2").Click();

        Assert.Empty(_taken);
        Assert.Equal(1, _dropped);
    }

    [Fact]
    public void Keys_ThroughTheChanges_AcceptAndReject()
    {
        var proposal = Draw();
        var text = proposal.Find(".touched");

        text.KeyDown(new KeyboardEventArgs { Key = "ArrowRight" });
        Assert.Contains("now", proposal.FindAll(".hunk")[1].ClassList);
        text.KeyDown(new KeyboardEventArgs { Key = "a" });
        Assert.Contains("accepted", proposal.FindAll(".hunk")[1].ClassList);
        text.KeyDown(new KeyboardEventArgs { Key = "Delete" });

        Assert.Equal([Text.Replace("cold", "warm", StringComparison.Ordinal)], _taken);
    }

    [Fact]
    public void TryAgain_AsksOnceMore()
    {
        Button(Draw(), "Try again").Click();

        Assert.Equal(1, _again);
    }

    [Fact]
    public void Render_Locked_TakesNothingAndSaysWhy()
    {
        var proposal = Draw(Paragraph() with { IsLocked = true });

        Assert.True(Button(proposal, "Accept all").HasAttribute("disabled"));
        Assert.True(Button(proposal, "Accept change 1").HasAttribute("disabled"));
        Assert.False(Button(proposal, "Reject all").HasAttribute("disabled"));
        Assert.Contains("locked", proposal.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Accept_LockedInAnotherTab_SaysSoAndKeepsTheProposal()
    {
        _answer = new SaveResult(Saved: false, 0, Text) { IsLocked = true };
        var proposal = Draw();

        Button(proposal, "Accept all").Click();

        Assert.Contains("locked", proposal.Find(".why").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ChangedButThePassageStands_FitsThere()
    {
        var proposal = Draw(Paragraph() with { Text = "New. " + Passage, Version = 1 });

        Button(proposal, "Accept all").Click();

        Assert.Equal(["New. The young man sat by the warm stove."], _taken);
    }

    [Fact]
    public void Render_ThePassageIsGone_CanOnlyBeCopiedOrDropped()
    {
        var proposal = Draw(Paragraph() with { Text = "Another text.", Version = 1 });

        Assert.Equal(["Copy the proposal", "Drop it"], Names(proposal));
        Assert.Equal("The young man sat by the warm stove.", proposal.Find("blockquote").TextContent);
    }

    [Fact]
    public void Render_TheSameText_SaysSo()
    {
        var proposal = Draw(after: Passage);

        Assert.Equal(["Dismiss", "Try again"], Names(proposal));
        Assert.Contains("as it was", proposal.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    private static string Words(IElement element) => string.Concat(element.ChildNodes.OfType<IText>().Select(text => text.Text));

    private static DraftParagraph Paragraph() => DeskSamples.Paragraphs[3] with { Text = Text };

    private IRenderedComponent<RewriteProposal> Draw(DraftParagraph? paragraph = null, string after = "The young man sat by the warm stove.")
    {
        var request = new RunRequest(DeskSamples.StoryId, RunKind.Rewrite)
        {
            Text = "younger",
            Passage = new PassageRange(Text.IndexOf(Passage, StringComparison.Ordinal), Passage.Length, 0),
        };
        return Render<RewriteProposal>(part => part
            .Add(proposal => proposal.Paragraph, paragraph ?? Paragraph())
            .Add(proposal => proposal.Proposed, new RewriteProposed(Guid.NewGuid(), request, Passage, after))
            .Add(proposal => proposal.OnTake, TakeAsync)
            .Add(proposal => proposal.OnDrop, () => _dropped++)
            .Add(proposal => proposal.OnAgain, () => _again++));
    }

    private Task<SaveResult?> TakeAsync(string text)
    {
        _taken.Add(text);
        return Task.FromResult(_answer);
    }
}
