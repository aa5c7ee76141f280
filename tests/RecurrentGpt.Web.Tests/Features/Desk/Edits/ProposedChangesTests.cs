using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk.Edits;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.Edits;

/// <summary>What an edit would change in memory, taken or left one by one or all at once.</summary>
public sealed class ProposedChangesTests : DeskContext, IAsyncLifetime
{
    private const string Sent = "The gate is shut. Mara has the key. The boy waits by the well.";
    private const string Proposed = "Mara has the key. The boy waits by the old cistern. Nobody saw the light.";

    private readonly SavedText _memory = DeskSamples.Text(Sent);
    private TestDatabase _database = null!;
    private Guid _storyId;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _storyId = (await _database.AddStoryAsync()).Id;
        var head = (await _database.AddOpeningAsync(_storyId))[^1];
        var request = new RunRequest(_storyId, RunKind.Reread) { ParentId = head.Id, HeadId = head.Id, Text = "Before.", Held = new HeldTexts(Sent, "", "") };
        await _database.CommitAsync(request, Written.Change() with
        {
            Summary = new NewSummary("Nobody came.", head.Version),
            Proposal = new Dictionary<Section, string> { [Section.Memory] = Proposed, [Section.Rationale] = "Dropped: the gate, because it stands open now." },
        });
        Services.AddSingleton(new ProposalStore(_database.Writes, NullLogger<ProposalStore>.Instance));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await _database.DisposeAsync();
        await DisposeAsync();
    }

    [Fact]
    public async Task Render_Proposed_ShowsEachChangeWithItsReasonAndTouchesNothing()
    {
        var part = await DrawAsync();

        Assert.Equal(["dropped", "reworded", "added"], part.FindAll("li").Select(item => item.ClassName));
        Assert.Equal("would be dropped: the gate, because it stands open now", part.Find("li .why").TextContent);
        Assert.Equal(Sent, _memory.Text);
    }

    [Fact]
    public async Task Take_One_ChangesTheBoxByItAloneAndStoresTheAnswer()
    {
        var part = await DrawAsync();

        await PressAsync(part, "Take into memory: Nobody saw the light.");

        Assert.Equal(Sent + " Nobody saw the light.", _memory.Text);
        part.WaitForAssertion(() => Assert.Equal(2, part.FindAll("li").Count));
        Assert.Equal([2], (await ProposalAsync())!.Answered);
    }

    [Fact]
    public async Task TurnDown_One_LeavesTheBoxAndStoresTheAnswer()
    {
        var part = await DrawAsync();

        await PressAsync(part, "Leave out of memory: The gate is shut.");

        Assert.Equal(Sent, _memory.Text);
        part.WaitForAssertion(() => Assert.Equal(2, part.FindAll("li").Count));
        Assert.Equal([0], (await ProposalAsync())!.Answered);
    }

    [Fact]
    public async Task TakeAll_Proposed_GivesTheMemoryThatWasProposedAndEndsIt()
    {
        var part = await DrawAsync();

        await PressAsync(part, "Take all");

        Assert.Equal(Proposed, _memory.Text);
        part.WaitForAssertion(() => Assert.Empty(part.FindAll("section")));
        Assert.Null(await ProposalAsync());
    }

    [Fact]
    public async Task TurnDownAll_Proposed_LeavesMemoryAndEndsIt()
    {
        var part = await DrawAsync();

        await PressAsync(part, "Leave all");

        Assert.Equal(Sent, _memory.Text);
        part.WaitForAssertion(() => Assert.Empty(part.FindAll("section")));
        Assert.Null(await ProposalAsync());
    }

    [Fact]
    public async Task Render_MemoryWasChangedSince_SaysWhatFitsNoMoreAndDoesNotOfferIt()
    {
        _memory.Type("The gate is shut. Mara has the key. He sleeps in a barn far from everybody.");

        var part = await DrawAsync();

        Assert.Equal("fits memory no more", part.FindAll("li .why")[1].TextContent);
        Assert.DoesNotContain("Take into memory: The boy waits by the old cistern.", Names(part));
        Assert.Contains("Leave out of memory: The boy waits by the old cistern.", Names(part));
    }

    [Fact]
    public async Task Render_AlreadyInTheBox_AsksNothing()
    {
        _memory.Type(Proposed);

        Assert.Empty((await DrawAsync()).FindAll("section"));
    }

    [Fact]
    public async Task Take_CannotBeStored_SaysSo()
    {
        var part = await DrawAsync();
        await _database.DisposeAsync();

        await PressAsync(part, "Leave all");

        part.WaitForAssertion(() => Assert.Equal("That could not be stored. Try again.", part.Find("[role=alert]").TextContent));
        Assert.Equal(3, part.FindAll("li").Count);
    }

    private async Task<IRenderedComponent<ProposedChanges>> DrawAsync()
    {
        var proposal = await ProposalAsync() ?? throw new InvalidOperationException("Nothing is proposed.");
        return Render<ProposedChanges>(part => part.Add(changes => changes.Proposal, proposal).Add(changes => changes.Memory, _memory));
    }

    private async Task<MemoryProposal?> ProposalAsync() => (await _database.Drafts.ReadAsync(_storyId))!.Proposals.SingleOrDefault();
}
