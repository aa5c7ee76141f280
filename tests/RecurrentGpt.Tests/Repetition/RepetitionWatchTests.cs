using RecurrentGpt.Repetition;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Repetition;

public sealed class RepetitionWatchTests
{
    private const string Sentence = "The hum was louder here, and lower, as if the orchard had put down roots into the rooms.";

    private readonly PhraseStore _store = new();
    private readonly RepetitionWatch _watch;

    public RepetitionWatchTests() => _watch = new RepetitionWatch(_store, _store, _store.Shelf);

    [Fact]
    public async Task Find_SentenceOfAnEarlierParagraph_IsNamedWithItsSource()
    {
        var path = _store.AddPath($"Mara went down. {Sentence} She waited.", "Nothing came of it.", $"“Go,” he said. {Sentence.ToUpperInvariant()} They went.");

        var found = await FindAsync(path[2]);

        var sentence = Assert.Single(found.Sentences);
        Assert.Equal(Sentence.ToUpperInvariant(), $"“Go,” he said. {Sentence.ToUpperInvariant()} They went.".Substring(sentence.Start, sentence.Length));
        Assert.Equal((path[0], 1, Sentence), (sentence.SourceStepId, sentence.SourceNumber, sentence.Source));
        Assert.Equal(Sentence.ToUpperInvariant().TrimEnd('.'), sentence.Shared);
        Assert.InRange(found.Share, 0.75, 0.8);
        Assert.True(found.IsTooClose);
    }

    [Theory]
    [InlineData("She said that it was late, said Mara Linden.", "He knew. She said that it was late, and left.")]
    [InlineData("Chapter the Fourth: The House. Rain.", "Chapter the Fourth: The House. Snow fell on it.")]
    [InlineData("“Sleep, little fish, the river is deep.” It sang.", "“Sleep, little fish, the river is deep.” Nobody sang.")]
    [InlineData("老周说这条江从来没有静过。", "她说这条江从来没有变过。")]
    public async Task Find_ShortRunsInCommon_AreNoRepetition(string first, string second)
    {
        var path = _store.AddPath(first, second);

        var found = await FindAsync(path[1]);

        Assert.Equal((0, 0d, false), (found.Sentences.Count, found.Share, found.IsTooClose));
    }

    [Fact]
    public async Task Find_ChineseSentence_IsNamedWithItsSource()
    {
        var path = _store.AddPath("天亮了。船在雾里停了一夜，老周说这条江从来没有这样安静过。", "阿青数米。船在雾里停了一夜，老周说这条江从来没有这样安静过！她笑了。");

        var found = await FindAsync(path[1]);

        var sentence = Assert.Single(found.Sentences);
        Assert.Equal("船在雾里停了一夜，老周说这条江从来没有这样安静过。", sentence.Source);
        Assert.Equal((5, 25), (sentence.Start, sentence.Length));
    }

    [Fact]
    public async Task Find_SentenceOfAnotherBranchOrOfALaterParagraph_IsNoRepetition()
    {
        var first = _store.Add(null, "It began.");
        var here = _store.Add(first, $"Here. {Sentence}");
        _store.Add(first, $"There. {Sentence}");
        _store.Add(here, $"Later. {Sentence}");

        var found = await FindAsync(here);

        Assert.Empty(found.Sentences);
    }

    [Fact]
    public async Task Find_SeveralSources_TheLongestIsNamedThenTheEarliest()
    {
        var path = _store.AddPath($"One. {Sentence}", $"Two. {Sentence}", $"Two. {Sentence} And so on.", $"{Sentence} And so on.");

        var found = await _watch.FindPhrasesAsync(_store.StoryId, path, default);

        Assert.Empty(found[path[0]].Sentences);
        Assert.Equal([1, 2, 3], path.Skip(1).Select(step => found[step].Sentences[0].SourceNumber));
    }

    [Fact]
    public async Task Find_ShortSentenceWithinALongRun_RepeatsToo()
    {
        var path = _store.AddPath($"{Sentence} He nodded. It was night, and no one else in all the house had seen it.", $"He nodded. {Sentence} He nodded. It was night, and so on.");

        var found = await FindAsync(path[1]);

        Assert.Equal(["He nodded.", Sentence], found.Sentences.Take(2).Select(sentence => sentence.Source).Order(StringComparer.Ordinal));
        Assert.Equal([11, 100, 111], found.Sentences.Select(sentence => sentence.Start));
    }

    [Fact]
    public async Task Find_EarlierParagraphEdited_CountsAsItStandsNow()
    {
        var path = _store.AddPath($"One. {Sentence}", "Two.", $"Three. {Sentence}");
        Assert.Single((await FindAsync(path[2])).Sentences);

        _store.Edit(path[0], "One. It was quiet.");
        var without = await FindAsync(path[2]);
        _store.Edit(path[1], $"Two. {Sentence}");
        var again = await FindAsync(path[2]);

        Assert.Empty(without.Sentences);
        Assert.Equal(2, Assert.Single(again.Sentences).SourceNumber);
    }

    [Fact]
    public async Task Find_ParagraphItselfEdited_IsFoundInItsNewTextWithItsVersion()
    {
        var path = _store.AddPath($"One. {Sentence}", "Two.");
        await FindAsync(path[1]);

        _store.Edit(path[1], $"So. {Sentence}");
        var found = (await _watch.FindPhrasesAsync(_store.StoryId, [path[1]], default))[path[1]];

        Assert.Equal((1, 4), (found.Version, Assert.Single(found.Sentences).Start));
    }

    [Fact]
    public async Task Find_StoryGrowsStepByStep_ReadsAllParagraphsOnce()
    {
        await _store.Shelf.OpenAsync(_store.StoryId, "letters", _store.ReadEntriesAsync, default);
        var step = _store.Add(null, $"One. {Sentence}");
        await FindAsync(step);

        for (var number = 2; number <= 20; number++)
        {
            step = _store.Add(step, $"The {number}th morning. {Sentence}");
            Assert.Single((await FindAsync(step)).Sentences);
        }

        Assert.Equal((1, 19), (_store.ReadAll, _store.ReadOne));
    }

    [Fact]
    public async Task Find_UnknownStep_IsNothing()
    {
        _store.AddPath("One.");

        Assert.Equal(Repetitions.None, await FindAsync(Guid.NewGuid()));
        Assert.Equal(Repetitions.None, await _watch.FindAsync(Guid.NewGuid(), Guid.NewGuid(), default));
    }

    [Fact]
    public async Task Find_NearestByMeaning_IsTheNearestOfThePathAndNothingIsAsked()
    {
        var first = _store.Add(null, "One.", vector: [1, 0, 0]);
        var second = _store.Add(first, "Two.", vector: [0, 1, 0]);
        _store.Add(first, "Aside.", vector: [0, 0, 1]);
        var third = _store.Add(second, "Three.", vector: [0.6f, 0.8f, 0]);

        var (of1, of3) = (await FindAsync(first), await FindAsync(third));

        Assert.Equal((null, 0d), (of1.NearestNumber, of1.Nearness));
        Assert.Equal(2, of3.NearestNumber);
        Assert.Equal(0.8, of3.Nearness, 0.0001);
        Assert.False(of3.IsTooClose);
        Assert.Empty(_store.Embedder.Requests);
    }

    [Fact]
    public async Task Find_ModelsCannotBeUsed_PhrasesAreFoundAllTheSame()
    {
        _store.HasModels = false;
        var path = _store.AddPath($"One. {Sentence}", $"Two. {Sentence}");

        var found = await FindAsync(path[1]);

        Assert.Single(found.Sentences);
        Assert.Null(found.NearestNumber);
        Assert.True(found.IsTooClose);
    }

    [Fact]
    public async Task Find_ManyAtOnceWhileParagraphsAreEdited_AllEndWithWhatStandsLast()
    {
        var path = _store.AddPath([.. Enumerable.Range(1, 40).Select(number => $"Night {number}. {Sentence}")]);
        var looks = Enumerable.Range(0, 8).Select(_ => Task.Run(() => _watch.FindPhrasesAsync(_store.StoryId, path, default))).ToList();

        await Task.WhenAll(looks);

        Assert.All(looks, look => Assert.Equal(39, look.Result.Values.Count(phrases => phrases.Sentences.Count == 1)));
    }

    [Fact]
    public async Task Find_EarlyParagraphWhosePhraseStandsHundredsOfTimesLater_IsFoundAllTheSame()
    {
        var path = _store.AddPath([.. Enumerable.Range(1, 600).Select(number => $"Night {number}. {Sentence}")]);

        var found = await FindAsync(path[1]);

        Assert.Equal(1, Assert.Single(found.Sentences).SourceNumber);
    }

    [Theory]
    [InlineData("ha ")]
    [InlineData("so it goes on and on ")]
    [InlineData("哈")]
    public async Task Find_TheSameWordsOverAndOver_EndsAndIsTooClose(string words)
    {
        var text = string.Concat(Enumerable.Repeat(words, 400));
        var path = _store.AddPath(text, text, text);

        var found = await FindAsync(path[2]);

        Assert.Equal(1, found.Share);
        Assert.Single(found.Sentences);
    }

    [Fact]
    public async Task Find_MarksOfTheManuscript_AreNoHindrance()
    {
        var path = _store.AddPath($"> {Sentence}", "\n***\n", "", $"*The hum* was **louder** here, and lower, as if the orchard\nhad put down roots into the rooms.");

        var found = await FindAsync(path[3]);

        Assert.Equal(2, found.Sentences.Count);
        Assert.All(found.Sentences, sentence => Assert.Equal(Sentence, sentence.Source.TrimStart('>', ' ')));
    }

    private Task<Repetitions> FindAsync(Guid stepId) => _watch.FindAsync(_store.StoryId, stepId, default);
}
