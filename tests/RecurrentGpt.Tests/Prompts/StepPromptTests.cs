using Microsoft.Extensions.AI;
using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Prompts;

public sealed class StepPromptTests
{
    [Fact]
    public void Render_ForTwoDifferentSteps_SharesAHeadOfAtLeast1024Tokens()
    {
        var first = Render(plan: "She climbs down.").ToMessages()[0].Text;
        var second = Render(plan: "A different plan.", memory: "Other memory.").ToMessages()[0].Text;

        Assert.Equal(first, second);
        // Five letters a token is more than English ever takes, so this holds for any tokenizer.
        Assert.True(first.Length / 5 >= 1024, $"The head has only {first.Length} letters.");
    }

    [Fact]
    public void Render_OfCarriedTexts_HoldsEachByteForByte()
    {
        const string Memory = "Line one.\r\n  “Quoted” — and ===== marks\t.";
        var prompt = Render(plan: "Mara  pulls\nthe rope.", memory: Memory);

        Assert.True(Marks.TryRead(prompt.User, PartNames.ShortTermMemory, out var memory));
        Assert.True(Marks.TryRead(prompt.User, PartNames.Plan, out var plan));
        Assert.True(Marks.TryRead(prompt.User, PartNames.Premise, out var premise));
        Assert.Equal(Memory, memory);
        Assert.Equal("Mara  pulls\nthe rope.", plan);
        Assert.Equal(Samples.Card.Premise, premise);
    }

    [Fact]
    public void Render_WithRecalledEntries_GivesThemInTheOrderOfTheStory()
    {
        var prompt = Render(recalled: [Recalled(9, "The rope is cut."), Recalled(2, "The letter gives a depth.")]);

        Assert.True(Marks.TryRead(prompt.User, PartNames.Recalled, out var text));
        Assert.Equal("[2] The letter gives a depth.\n[9] The rope is cut.", text);
    }

    [Fact]
    public void Render_WithNothingRecalled_HasNoSuchPart() => Assert.DoesNotContain(Render().Parts, part => part.Kind == PartKind.Recalled);

    [Theory]
    [InlineData(true, "A new character may enter")]
    [InlineData(false, "Bring in nobody new")]
    public void Render_WithTheToss_SaysHowItFell(bool newCharacter, string expected) => Assert.Contains(expected, Render(newCharacter: newCharacter).User, StringComparison.Ordinal);

    [Fact]
    public void ToMessages_AreThePartsJoined()
    {
        var prompt = Render();
        var messages = prompt.ToMessages();

        Assert.Equal([ChatRole.System, ChatRole.User], messages.Select(message => message.Role));
        Assert.Equal(string.Concat(prompt.Parts.Select(part => part.Text)), messages[1].Text);
        Assert.EndsWith("Output Paragraph, Paragraph Summary, Rationale, Updated Memory, Instruction 1, Instruction 2, Instruction 3", messages[1].Text, StringComparison.Ordinal);
    }

    private static RecalledEntry Recalled(int step, string text) => new(Guid.NewGuid(), step, text, 0.5, RecallReason.Similar);

    private static Prompt Render(
        string plan = "She climbs down.", string memory = "The hole is deep.", IReadOnlyList<RecalledEntry>? recalled = null, bool newCharacter = false) =>
        StepPrompt.Render(Samples.Card, new StorySettings(), "The last paragraph.", memory, recalled ?? [], plan, newCharacter);
}
