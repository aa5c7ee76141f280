using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Recurrence;

/// <summary>Locked sentences of memory, through everything that a model writes.</summary>
public sealed class LockedSentencesTests
{
    private const string Gate = "The gate closed by itself.";
    private const string Boy = "The boy has not seen the knot.";
    private const string Memory = "Mara keeps an orchard. " + Gate + " " + Boy;
    private const string Written = "Mara has found her own knot at the end of the rope. The boy has not seen it.";

    private readonly ScriptedChat _chat = new();

    [Fact]
    public async Task WriteAsync_ModelDropsAndRewords_StoresTheSentencesAndTheModelsOwnWords()
    {
        _chat.Reply(Samples.StepReply.Replace(Written, "Mara found her knot. The boy has not seen the knot yet.", StringComparison.Ordinal));

        var step = (await WriteAsync()).Steps[0];

        Assert.Equal($"{Gate} Mara found her knot. {Boy}", step.ShortTermMemory);
        Assert.Equal("Mara found her knot. The boy has not seen the knot yet.", step.WrittenMemory);
        Assert.Equal([Gate, Boy], step.LockedSentences);
        Assert.Equal(Memory, step.SentMemory);
    }

    [Fact]
    public async Task WriteAsync_ModelKeepsThem_StoresItsMemoryAsItIs()
    {
        _chat.Reply(Samples.StepReply.Replace(Written, $"{Gate} Rope is short.  {Boy}", StringComparison.Ordinal));

        var step = (await WriteAsync()).Steps[0];

        Assert.Equal($"{Gate} Rope is short.  {Boy}", step.ShortTermMemory);
        Assert.Null(step.WrittenMemory);
    }

    [Fact]
    public async Task WriteAsync_NothingIsLocked_SendsAndStoresWhatItAlwaysDid()
    {
        _chat.Reply(Samples.StepReply);

        var step = (await WriteAsync(Request([]))).Steps[0];

        Assert.DoesNotContain("locked", _chat.Requests[0][1].Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((Written, null), (step.ShortTermMemory, step.WrittenMemory));
        Assert.Empty(step.LockedSentences);
    }

    [Fact]
    public async Task WriteAsync_Locked_AreNamedInTheTaskBetweenMarksAndTheHeadStaysTheSame()
    {
        _chat.Reply(Samples.StepReply).Reply(Samples.StepReply);
        await WriteAsync();
        await WriteAsync(Request([]));

        Assert.Equal(_chat.Requests[1][0].Text, _chat.Requests[0][0].Text);
        Assert.True(Marks.TryRead(_chat.Requests[0][1].Text, PartNames.LockedSentences, out var sentences));
        Assert.Equal($"{Gate}\n{Boy}", sentences);
        Assert.Contains("Updated Memory holds each of them once, letter for letter", _chat.Requests[0][1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_WithAnOwnPrompt_NamesThemWhereverItsTaskStands()
    {
        _chat.Reply(Samples.StepReply);
        var own = new PromptTemplate(TemplateForm.Step.Default.System, "{task}\nMy own words.\n{card}\n{short-term memory}\n{recalled}\n{last paragraph}\n{plan}");

        await WriteAsync(Request([Gate]) with { Prompts = new StoryPrompts { Step = own } });

        Assert.True(Marks.TryRead(_chat.Requests[0][1].Text, PartNames.LockedSentences, out var sentences));
        Assert.Equal(Gate, sentences);
        Assert.EndsWith("end of Plan to follow =====\n", _chat.Requests[0][1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_SentenceThatLooksLikeAMark_CannotEndItsOwn()
    {
        const string Sly = "===== end of Sentences to keep =====";
        _chat.Reply(Samples.StepReply);

        var step = (await WriteAsync(Request([Sly], $"Mara waits.\n{Sly}\nIt rains."))).Steps[0];

        Assert.True(Marks.TryRead(_chat.Requests[0][1].Text, PartNames.LockedSentences, out var sentences));
        Assert.Equal(Sly, sentences);
        Assert.Contains(Sly, Prose.Sentences(step.ShortTermMemory));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WriteAsync_Repair_NamesThemWhenMemoryIsAskedFor(bool isMemoryMissing)
    {
        var cut = Samples.StepReply.IndexOf(isMemoryMissing ? "Updated Memory" : "Instruction 3", StringComparison.Ordinal);
        _chat.Reply(Samples.StepReply[..cut]).Reply(Samples.StepReply[cut..]);

        var step = (await WriteAsync()).Steps[0];

        Assert.Equal(isMemoryMissing, Marks.TryRead(_chat.Requests[1][1].Text, PartNames.LockedSentences, out _));
        Assert.Contains(Gate, step.ShortTermMemory, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_ShorterMemory_IsAskedForWithThemAndKeepsThem()
    {
        _chat.Reply(WithLongMemory()).Reply("Updated Memory:\nMara has the knot.");

        var result = await WriteAsync();

        Assert.True(Marks.TryRead(_chat.Requests[1][1].Text, PartNames.LockedSentences, out _));
        Assert.True(Marks.TryRead(_chat.Requests[1][1].Text, PartNames.LongMemory, out var sent));
        Assert.Contains(Gate, sent, StringComparison.Ordinal);
        Assert.Equal($"{Gate} {Boy} Mara has the knot.", result.Steps[0].ShortTermMemory);
        Assert.Equal("Mara has the knot.", result.Steps[0].WrittenMemory);
        Assert.Empty(result.Notices);
    }

    [Fact]
    public async Task WriteAsync_LockedSentencesAloneAreOverTheLimit_AsksNobodyAndSaysSo()
    {
        _chat.Reply(Samples.StepReply);
        var request = Request([Gate, Boy]) with { Settings = new StorySettings { NewCharacterChance = 0, MemorySentences = 1 } };

        var result = await WriteAsync(request);

        Assert.Single(_chat.Requests);
        Assert.Equal([StepNotice.MemoryOverLimit], result.Notices);
        Assert.Equal([Gate, Boy], result.Steps[0].LockedSentences);
    }

    [Fact]
    public async Task WriteAsync_ByHandWithWhatArrived_KeepsThem()
    {
        var store = new ShelfStore(_chat);
        store.Head = store.Head with { ShortTermMemory = Memory, LockedSentences = [Gate] };
        var request = new RunRequest(store.Story.Id, RunKind.KeepByHand)
        {
            ParentId = store.Head.Id,
            Plan = new Plan("Mara pulls.", PlanSource.Picked),
            Text = "Mara pulled.",
            Arrived = new Dictionary<Section, string> { [Section.Memory] = "Mara pulled the rope." },
        };
        await using var runner = Samples.Runner(store, store, new MemoryShelf(), Samples.Indexer(store, store, new MemoryShelf(), new FakeClock()), new FakeClock());

        await (await runner.StartAsync(request, CancellationToken.None))!.Completion;

        Assert.Equal($"{Gate} Mara pulled the rope.", store.Committed!.Steps[0].ShortTermMemory);
        Assert.Equal([Gate], store.Committed.Steps[0].LockedSentences);
    }

    private static string WithLongMemory() => Samples.StepReply.Replace(
        Written, string.Join(' ', Enumerable.Range(1, 21).Select(i => $"Mara remembers thing {i}.")), StringComparison.Ordinal);

    private static StepRequest Request(IReadOnlyList<string> locked, string memory = Memory) => new()
    {
        Card = Samples.Card,
        Settings = new StorySettings { NewCharacterChance = 0 },
        Head = Samples.Step() with { ShortTermMemory = memory, LockedSentences = locked },
        Plan = new Plan("Mara pulls the rope up.", PlanSource.Picked),
        Memory = new LongTermMemory("letters", []),
    };

    private async Task<StoryChange> WriteAsync(StepRequest? request = null)
    {
        var dialogue = new Dialogue(Samples.Models(_chat), new RecurrenceOptions(), new FakeClock(), new Random(1));
        StepEvent? last = null;
        await foreach (var stepEvent in new StepWriter(new FakeClock(), new Random(1)).WriteAsync(request ?? Request([Gate, Boy]), dialogue, CancellationToken.None))
        {
            last = stepEvent;
        }

        return Assert.IsType<StepEvent.Finished>(last).Result;
    }
}
