using Microsoft.Extensions.AI;
using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Recurrence;

public sealed class OwnPromptsTests
{
    private static readonly StoryPrompts Own = new()
    {
        Step = TemplateForm.Step.Default with { System = "Mine {plan}. " + TemplateForm.Step.Default.System, Layout = TemplateForm.Step.Default.Layout + "\nNobody laughs." },
        NewPlans = new PromptTemplate("Three plans, please.", "She is cold.\n" + TemplateForm.NewPlans.Default.Layout),
    };

    private readonly ScriptedChat _chat = new();

    [Fact]
    public async Task WriteAsync_AStep_SendsTheAuthorsWords()
    {
        _chat.Reply(Samples.StepReply);

        await StepAsync();

        Assert.Equal(Own.Step!.System, Sent(0, ChatRole.System));
        Assert.EndsWith("Instruction 3\nNobody laughs.", Sent(0, ChatRole.User), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_ARepair_KeepsOurs()
    {
        _chat.Reply(Samples.StepReply[..Samples.StepReply.IndexOf("Instruction 3", StringComparison.Ordinal)]).Reply("Instruction 3:\nThe boy confesses. He cut the rope.");

        await StepAsync();

        Assert.StartsWith("You are a novelist's co-writer. Part of your last reply was lost.", Sent(1, ChatRole.System), StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody laughs.", Sent(1, ChatRole.User), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_NewPlans_SendTheAuthorsWords()
    {
        _chat.Reply("Instruction 1:\nShe waits.\n\nInstruction 2:\nShe runs.\n\nInstruction 3:\nShe sleeps.");

        await DrainAsync(PlanWriter.WriteAsync(Samples.Story with { Prompts = Own }, Samples.Step(), new RunRequest(Samples.Story.Id, RunKind.NewPlans), Dialogue(), CancellationToken.None));

        Assert.Equal("Three plans, please.", Sent(0, ChatRole.System));
        Assert.StartsWith("She is cold.\n===== Title =====\n", Sent(0, ChatRole.User), StringComparison.Ordinal);
    }

    private string Sent(int request, ChatRole role) => _chat.Requests[request].Single(message => message.Role == role).Text;

    private Dialogue Dialogue() => new(Samples.Models(_chat), new RecurrenceOptions(), new FakeClock(), new Random(1));

    private Task StepAsync()
    {
        var head = Samples.Entry(3, "Mara lets a rope down.");
        var request = new StepRequest
        {
            Card = Samples.Card,
            Settings = Samples.Story.Settings,
            Head = Samples.Step(head.StepId),
            Plan = new Plan("Mara pulls the rope up.", PlanSource.Picked),
            Memory = new LongTermMemory("letters", [head]),
            Prompts = Own,
        };
        return DrainAsync(new StepWriter(new FakeClock(), new Random(1)).WriteAsync(request, Dialogue(), CancellationToken.None));
    }

    private static async Task DrainAsync(IAsyncEnumerable<StepEvent> events)
    {
        await foreach (var stepEvent in events)
        {
            Assert.IsNotType<StepEvent.Failed>(stepEvent);
        }
    }
}
