using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Stories;

public sealed class StorySettingsTests
{
    public static TheoryData<string, StorySettings> OutOfRange => new()
    {
        { nameof(StorySettings.ParagraphSentences), new() { ParagraphSentences = 4 } },
        { nameof(StorySettings.ParagraphSentences), new() { ParagraphSentences = 61 } },
        { nameof(StorySettings.MemorySentences), new() { MemorySentences = 41 } },
        { nameof(StorySettings.MemoryWords), new() { MemoryWords = 99 } },
        { nameof(StorySettings.RecallCount), new() { RecallCount = -1 } },
        { nameof(StorySettings.NewCharacterChance), new() { NewCharacterChance = double.NaN } },
        { nameof(StorySettings.NewCharacterChance), new() { NewCharacterChance = 1.1 } },
        { nameof(StorySettings.PlanReach), new() { PlanReach = (PlanReach)9 } },
    };

    [Fact]
    public void Problems_OfTheDefaults_AreNone() => Assert.Empty(new StorySettings().Problems());

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Problems_OfAValueOutOfRange_NameIt(string name, StorySettings settings) => Assert.Equal([name], settings.Problems());
}
