using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Edits;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.Edits;

/// <summary>Proposals for memory stay until they are answered, at the step that they were made for.</summary>
public sealed class ProposalsTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Story _story = null!;
    private Step _head = null!;
    private ProposalStore _answers = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _story = await _database.AddStoryAsync();
        _head = (await _database.AddOpeningAsync(_story.Id))[^1];
        _answers = new ProposalStore(_database.Writes, NullLogger<ProposalStore>.Instance);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Read_Proposed_IsOnTheDeskOfItsHeadOnly()
    {
        await ProposeAsync("One. Three.");

        var proposal = Assert.Single(await ReadAsync());
        await _database.AddStepAsync(_head);

        Assert.Equal((3, "One. Two.", "One. Three.", "Why."), (proposal.Paragraph, proposal.Sent, proposal.Written, proposal.Rationale));
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task Answer_One_IsRememberedAndTheRestStays()
    {
        await ProposeAsync("One. Three. Four.");
        var runId = (await ReadAsync())[0].RunId;

        Assert.True(await _answers.AnswerAsync(runId, [1], isLast: false));

        Assert.Equal([1], Assert.Single(await ReadAsync()).Answered);
    }

    [Fact]
    public async Task Answer_TheLast_TakesTheProposalAway()
    {
        await ProposeAsync("One. Three.");

        Assert.True(await _answers.AnswerAsync((await ReadAsync())[0].RunId, [0, 1], isLast: true));

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task Answer_NoSuchProposal_IsNotStored()
    {
        Assert.False(await _answers.AnswerAsync(Guid.CreateVersion7(), [0], isLast: true));
    }

    [Fact]
    public async Task Read_TheSameParagraphReadTwice_ShowsOnlyTheLatest()
    {
        await ProposeAsync("One. Three.");
        await ProposeAsync("One. Four.");

        Assert.Equal("One. Four.", Assert.Single(await ReadAsync()).Written);
    }

    [Fact]
    public async Task ReadOlderText_AProposalIsUnanswered_IsTheTextThatItStartedFrom()
    {
        await ProposeAsync("One. Three.");

        var unanswered = await _database.Drafts.ReadOlderTextAsync(_head.Id, _head.Id);
        await _answers.AnswerAsync((await ReadAsync())[0].RunId, [0, 1], isLast: true);

        Assert.Equal("Before.", unanswered);
        Assert.Equal(_head.Paragraph, await _database.Drafts.ReadOlderTextAsync(_head.Id, _head.Id));
    }

    private Task<IReadOnlyList<Step>> ProposeAsync(string memory)
    {
        var request = new RunRequest(_story.Id, RunKind.Reread)
        {
            ParentId = _head.Id,
            HeadId = _head.Id,
            Text = "Before.",
            Held = new HeldTexts("One. Two.", "", ""),
        };
        return _database.CommitAsync(request, Written.Change() with
        {
            Summary = new NewSummary("Nobody came.", _head.Version),
            Proposal = new Dictionary<Section, string> { [Section.Memory] = memory, [Section.Rationale] = "Why." },
        });
    }

    private async Task<IReadOnlyList<MemoryProposal>> ReadAsync() => (await _database.Drafts.ReadAsync(_story.Id))!.Proposals;
}
