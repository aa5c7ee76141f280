using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Runs;

/// <summary>An edited paragraph is read again by one request and one embedding, and changes nothing but its entry.</summary>
public sealed class RereadTests : IAsyncDisposable
{
    private const string Older = "Mara stood at the well and let down a chain.";
    private const string Memory = "One tree is gone, and the well is deep.";

    private const string Reply = """
        Paragraph Summary:
        Mara lets a rope down into the hole.

        Rationale:
        Reworded: the well, which is a hole now.

        Updated Memory:
        One tree is gone, and the hole is deep.
        """;

    private readonly ScriptedChat _chat = new();
    private readonly FakeClock _clock = new();
    private readonly MemoryShelf _shelf = new();
    private readonly ShelfStore _store;
    private readonly MemoryIndexer _indexer;
    private readonly StoryRunner _runner;

    public RereadTests()
    {
        _store = new ShelfStore(_chat);
        _indexer = Samples.Indexer(_store, _store, _shelf, _clock);
        _runner = Samples.Runner(_store, _store, _shelf, _indexer, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _runner.DisposeAsync();
        await _indexer.DisposeAsync();
    }

    [Fact]
    public async Task Reread_Edited_SendsBothTextsAndTheMemoryOfTheBox()
    {
        _chat.Reply(Reply);

        await RereadAsync();

        var user = Assert.Single(_chat.Requests)[^1].Text;
        Assert.Equal(Older, Part(user, PartNames.OlderParagraph));
        Assert.Equal(_store.Head.Paragraph, Part(user, PartNames.EditedParagraph));
        Assert.Equal(Memory, Part(user, PartNames.ShortTermMemory));
        Assert.EndsWith("Labels to write, in this order: Paragraph Summary, Rationale, Updated Memory\n", user + "\n", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reread_Answered_GivesASummaryWithItsVectorAndAProposal()
    {
        _chat.Reply(Reply);

        await RereadAsync();

        var change = _store.Committed!;
        Assert.Equal(("Mara lets a rope down into the hole.", _store.Head.Version), (change.Summary!.Text, change.Summary.ParagraphVersion));
        Assert.Equal(ScriptedEmbedder.Embed(change.Summary.Text), change.Summary.Vector!.Value.ToArray());
        Assert.Equal([["Mara lets a rope down into the hole."]], ((ScriptedEmbedder)_store.Models.Embedder).Requests);
        Assert.Equal("One tree is gone, and the hole is deep.", change.Proposal[Section.Memory]);
        Assert.Equal("Reworded: the well, which is a hole now.", change.Proposal[Section.Rationale]);
        Assert.Empty(change.Steps);
        Assert.Null(change.Plans);
    }

    [Fact]
    public async Task Reread_MemoryComesBackAsItWas_ProposesNothing()
    {
        _chat.Reply($"Paragraph Summary:\nMara lets a rope down.\n\nRationale:\nNothing changes.\n\nUpdated Memory:\n{Memory}");

        await RereadAsync();

        Assert.Empty(_store.Committed!.Proposal);
        Assert.NotNull(_store.Committed.Summary);
    }

    [Fact]
    public async Task Reread_TouchesALockedSentence_ProposesTheRestOnly()
    {
        _store.Head = _store.Head with { LockedSentences = ["One tree is gone, and the well is deep."] };
        _chat.Reply(Reply + " The rope is wet.");

        await RereadAsync();

        Assert.Equal(Memory, Part(_chat.Requests[0][^1].Text, PartNames.LockedSentences));
        Assert.Equal(Memory + " The rope is wet.", _store.Committed!.Proposal[Section.Memory]);
    }

    [Fact]
    public async Task Reread_SummaryIsMissing_IsAskedForAloneWithTheSameTexts()
    {
        _chat.Reply("Updated Memory:\nOne tree is gone, and the hole is deep.").Reply("Paragraph Summary:\nMara lets a rope down.");

        await RereadAsync();

        var repair = _chat.Requests[1][^1].Text;
        Assert.Equal(Older, Part(repair, PartNames.OlderParagraph));
        Assert.EndsWith("Labels to write, in this order: Paragraph Summary", repair.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("Mara lets a rope down.", _store.Committed!.Summary!.Text);
    }

    [Fact]
    public async Task Reread_Refused_StoresNothing()
    {
        _chat.Reply("I'm sorry, but I can't help with that.");

        var result = await RereadAsync();

        Assert.Equal(RunState.Failed, result.State);
        Assert.Null(_store.Committed);
    }

    [Fact]
    public async Task Reread_BySampleWriter_ExchangesInMemoryOnlyWhatWasExchangedInTheText()
    {
        const string Remembered = "Mara keeps the orchard. The well behind the house is deep. The boy has flour on his sleeves.";
        using var writer = new RecurrentGpt.Offline.SampleWriter(new RecurrentGpt.Offline.SampleWriterOptions(), _clock);
        var prompt = RereadPrompt.Render(
            Samples.Card, new StorySettings(), "Mara looked into the well. It was late.", "Mara looked into the cistern. It was late.", Remembered, ReplyForm.Reread);

        var reply = ReplyParser.Read((await writer.GetResponseAsync(prompt.ToMessages())).Text, ReplyForm.Reread, ReplyEnd.Stop);

        Assert.Equal("Mara keeps the orchard. The cistern behind the house is deep. The boy has flour on his sleeves.", reply.Sections[Section.Memory]);
        Assert.Contains("cistern", reply.Sections[Section.ParagraphSummary], StringComparison.Ordinal);
        Assert.DoesNotContain("well", reply.Sections[Section.ParagraphSummary], StringComparison.Ordinal);
    }

    private async Task<RunResult> RereadAsync()
    {
        var request = new RunRequest(_store.Story.Id, RunKind.Reread)
        {
            ParentId = _store.Head.Id,
            HeadId = _store.Head.Id,
            Text = Older,
            Held = new HeldTexts(Memory, "", ""),
        };
        return await (await _runner.StartAsync(request, CancellationToken.None))!.Completion;
    }

    private static string Part(string user, string name) => Marks.TryRead(user, name, out var text) ? text : throw new InvalidOperationException($"'{name}' was not sent.");
}
