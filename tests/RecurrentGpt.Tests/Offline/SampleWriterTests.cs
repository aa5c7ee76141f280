using Microsoft.Extensions.AI;
using RecurrentGpt.Offline;
using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Offline;

public sealed class SampleWriterTests
{
    private static readonly IReadOnlyList<ChatMessage> Messages = OpeningPrompt.Render(
        new StoryCard { Premise = "Nora repairs clocks in a town where nobody is ever late." }, new StorySettings { ParagraphSentences = 5 }).ToMessages();

    [Fact]
    public async Task GetResponse_SameSeedAndMessages_GivesTheSameReply()
    {
        var first = await Writer(seed: 7).GetResponseAsync(Messages);
        var second = await Writer(seed: 7).GetResponseAsync(Messages);

        Assert.Equal(first.Text, second.Text);
    }

    [Fact]
    public async Task GetResponse_AskedTheSameTwiceInARow_WritesSomethingElse()
    {
        var writer = Writer(seed: 7);

        var first = await writer.GetResponseAsync(Messages);
        var again = await writer.GetResponseAsync(Messages);

        Assert.NotEqual(first.Text, again.Text);
    }

    [Fact]
    public async Task GetResponse_OtherSeed_GivesAnotherReply()
    {
        var first = await Writer(seed: 7).GetResponseAsync(Messages);
        var other = await Writer(seed: 8).GetResponseAsync(Messages);
        var byOption = await Writer(seed: 7).GetResponseAsync(Messages, new ChatOptions { Seed = 8 });

        Assert.NotEqual(first.Text, other.Text);
        Assert.Equal(other.Text, byOption.Text);
    }

    [Fact]
    public async Task GetStreamingResponse_NoPace_StreamsTheWholeReplyInPiecesAndEndsWithUsage()
    {
        var whole = await Writer(seed: 7).GetResponseAsync(Messages);
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in Writer(seed: 7).GetStreamingResponseAsync(Messages))
        {
            updates.Add(update);
        }

        Assert.Equal(whole.Text, string.Concat(updates.Select(update => update.Text)));
        Assert.True(updates.Count > 200);
        Assert.All(updates, update => Assert.Equal("sample-writer", update.ModelId));
        Assert.Equal(ChatFinishReason.Stop, updates[^1].FinishReason);
        var usage = Assert.Single(updates[^1].Contents.OfType<UsageContent>()).Details;
        Assert.Equal(TokenEstimate.Of(whole.Text), usage.OutputTokenCount);
        Assert.Equal(Messages.Sum(message => TokenEstimate.Of(message.Text)), usage.InputTokenCount);
    }

    [Fact]
    public async Task GetStreamingResponse_FortyWordsASecond_GivesNoWordBeforeItsTime()
    {
        var clock = new FakeClock();
        var writer = new SampleWriter(new SampleWriterOptions { WordsPerSecond = 40 }, clock);
        await using var updates = writer.GetStreamingResponseAsync(Messages).GetAsyncEnumerator();

        for (var word = 0; word < 40; word++)
        {
            var next = updates.MoveNextAsync();
            Assert.False(next.IsCompleted);
            clock.Advance(TimeSpan.FromMilliseconds(25));
            Assert.True(await next);
        }
    }

    [Fact]
    public async Task GetStreamingResponse_CancelledInAPause_Stops()
    {
        using var stop = new CancellationTokenSource();
        var writer = new SampleWriter(new SampleWriterOptions { WordsPerSecond = 40 }, new FakeClock());
        await using var updates = writer.GetStreamingResponseAsync(Messages, null, stop.Token).GetAsyncEnumerator();
        var next = updates.MoveNextAsync();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    private static SampleWriter Writer(int seed) => new(new SampleWriterOptions { Seed = seed, WordsPerSecond = 0 }, new FakeClock());
}
