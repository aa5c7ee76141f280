using RecurrentGpt.Replies;

namespace RecurrentGpt.Tests.Replies;

/// <summary>No piece of a reply that was cut is taken for a choice, a verdict or a paragraph.</summary>
public sealed class ChoiceMutationTests
{
    [Theory]
    [InlineData(ReplyEnd.Length)]
    [InlineData(ReplyEnd.ContentFilter)]
    [InlineData(ReplyEnd.Unknown)]
    public void Read_ReplyCutAnywhere_HandsOnWholeSectionsOnly(ReplyEnd end)
    {
        var checks = 0;
        foreach (var whole in new[] { ChoiceReplies.English, ChoiceReplies.Chinese })
        {
            var text = SampleReply.Plain(whole, ReplyForm.Choice);
            for (var at = 0; at < text.Length; at++)
            {
                var reply = ReplyParser.Read(text[..at], ReplyForm.Choice, end);

                Assert.All(reply.Sections, section => Assert.StartsWith(section.Value, whole[section.Key], StringComparison.Ordinal));
                Assert.All(reply.Sections.Where(section => section.Key != Section.VerdictPassage), section => Assert.Equal(whole[section.Key], section.Value));
                checks += reply.Sections.Count;
            }
        }

        Assert.True(checks > 500);
    }
}
