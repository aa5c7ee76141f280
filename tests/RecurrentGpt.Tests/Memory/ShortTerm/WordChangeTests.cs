using RecurrentGpt.Memory.ShortTerm;

namespace RecurrentGpt.Tests.Memory.ShortTerm;

public sealed class WordChangeTests
{
    [Fact]
    public void Between_English_MarksTheWordsThatDiffer()
    {
        var change = WordChange.Between("The boy came by the road.", "The boy came in by the road.");

        Assert.Equal([new WordRun("The boy came by the road.", false)], change.Before);
        Assert.Contains(change.After, run => run.IsChanged && run.Text.Trim() == "in");
    }

    [Fact]
    public void Between_Chinese_MarksTheCharactersThatDiffer()
    {
        var change = WordChange.Between("有一棵树不见了。", "有两棵树不见了。");

        Assert.Equal([new WordRun("有", false), new WordRun("一", true), new WordRun("棵树不见了。", false)], change.Before);
        Assert.Equal("两", Assert.Single(change.After, run => run.IsChanged).Text);
    }

    [Theory]
    [InlineData("Mr. Vane’s key — “the old one” — is gone…", "He’s got 3 keys.")]
    [InlineData("", "灯 is lit 了。")]
    public void Between_AnyText_PutsTogetherToTheWholeSentences(string before, string after)
    {
        var change = WordChange.Between(before, after);

        Assert.Equal(before, string.Concat(change.Before.Select(run => run.Text)));
        Assert.Equal(after, string.Concat(change.After.Select(run => run.Text)));
    }
}
