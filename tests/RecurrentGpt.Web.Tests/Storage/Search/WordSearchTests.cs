using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Storage.Search;
using RecurrentGpt.Web.Tests.Doubles;
using RecurrentGpt.Web.Tests.Features.Search;

namespace RecurrentGpt.Web.Tests.Storage.Search;

public sealed class WordSearchTests : IAsyncLifetime
{
    private SearchHost _host = null!;

    public async Task InitializeAsync() => _host = await SearchHost.OpenAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Find_Words_InAllStories_NewestFirst()
    {
        await _host.WriteAsync("Shore", "The lamp was lit.", "Nobody came.", "A lamp, and the crème brûlée.");
        await _host.WriteAsync("Tower", "She carried the lamp up.", "The lamplighter slept.");

        Assert.Equal(["Tower 2", "Tower 1", "Shore 3", "Shore 1"], await _host.FindAsync("lamp"));
        Assert.Equal(["Tower 1", "Shore 3", "Shore 1"], await _host.FindAsync("lamp "));
        Assert.Equal(["Shore 3"], await _host.FindAsync("LAMP Creme"));
        Assert.Equal(["Tower 1", "Shore 1"], await _host.FindAsync("\"the lamp\""));
        Assert.Equal(["Shore 3"], await _host.FindAsync("\"brulee\""));
        Assert.Empty(await _host.FindAsync("lamp orchard"));
    }

    [Fact]
    public async Task Find_InChinese_FindsWhatIsInsideASentence()
    {
        await _host.WriteAsync("灯塔", "夜里，灯塔的灯亮了。", "他把灯关上，塔下没有人。", "海面上有一艘船。");

        Assert.Equal(["灯塔 1"], await _host.FindAsync("灯塔"));
        Assert.Equal(["灯塔 2", "灯塔 1"], await _host.FindAsync("灯"));
        Assert.Equal(["灯塔 2"], await _host.FindAsync("灯 没有人"));
        Assert.Empty(await _host.FindAsync("塔灯"));
    }

    [Theory]
    [InlineData("lamp* OR nobody")]
    [InlineData("Words:lamp")]
    [InlineData("NEAR(lamp lit)")]
    [InlineData("lamp NOT lit")]
    [InlineData("^lamp + - ( ' ;")]
    [InlineData("\"")]
    [InlineData("lamp\"")]
    [InlineData("StepWords MATCH rowid {x} : .")]
    public async Task Find_WhatLooksLikeACommand_IsWords(string typed)
    {
        await _host.WriteAsync("Shore", "The lamp was lit.");

        var found = await _host.FindAsync(typed);

        Assert.InRange(found.Count, 0, 1);
        Assert.Equal(["Shore 1"], await _host.FindAsync("lamp"));
    }

    [Fact]
    public async Task Find_AParagraphThatWasEdited_ByItsNewWordsAlone()
    {
        var steps = await _host.WriteAsync("Shore", "The lamp was lit.", "Nobody came.");
        Assert.Single(await _host.FindAsync("lamp"));

        await _host.Database.Drafts.SaveParagraphAsync(steps[0].Id, "The lantern was lit.", steps[0].Version);

        Assert.Empty(await _host.FindAsync("lamp"));
        Assert.Equal(["Shore 1"], await _host.FindAsync("lantern"));
        Assert.Equal(["Shore 2"], await _host.FindAsync("nobody"));
    }

    [Fact]
    public async Task Find_WhatIsOnNoPathOfTheDraft_IsFoundToo()
    {
        var steps = await _host.WriteAsync("Shore", "The lamp was lit.", "Nobody came.");
        await _host.Database.AddStepAsync(steps[^1], "A crow sat on the rail.");
        await _host.Database.Drafts.UndoAsync(steps[0].StoryId);
        await _host.Database.AddStepAsync(steps[^1], "A gull sat on the rail.");

        Assert.Equal(["Shore 3", "Shore 3"], await _host.FindAsync("rail"));
        Assert.Equal(["Shore 3"], await _host.FindAsync("crow"));
    }

    [Fact]
    public async Task Find_ADeletedStory_IsNotFoundUntilItIsBack()
    {
        var steps = await _host.WriteAsync("Shore", "The lamp was lit.");
        await _host.Database.Library.DeleteAsync(steps[0].StoryId);
        Assert.Empty(await _host.FindAsync("lamp"));

        await _host.Database.Library.RestoreAsync(steps[0].StoryId);
        Assert.Equal(["Shore 1"], await _host.FindAsync("lamp"));
    }

    [Fact]
    public async Task Find_AStoryOfSomebodyElse_IsNotFoundAndNotCounted()
    {
        var mine = await _host.WriteAsync("Mine", "The lamp was lit.");
        var theirs = await _host.WriteAsync("Theirs", "The lamp was theirs.");
        await _host.GiveAwayAsync(theirs[0].StoryId);

        var before = await NewSearch().FindAsync(WordQuery.Read("lamp"), CancellationToken.None);

        Assert.Equal(1, before.Unread);
        Assert.Equal(["Mine 1"], await _host.FindAsync("lamp"));
        Assert.Equal(mine[0].StoryId, (await NewSearch().FindAsync(WordQuery.Read("lit"), CancellationToken.None)).Paragraphs[0].StoryId);
    }

    [Fact]
    public async Task Find_MoreThanAreShown_SaysSo()
    {
        await _host.WriteAsync("Shore", [.. Enumerable.Range(1, 51).Select(number => $"Lamp {number}.")]);
        await _host.Index.CatchUpAsync(10, CancellationToken.None);

        var found = await NewSearch().FindAsync(WordQuery.Read("lamp"), CancellationToken.None);

        Assert.True(found.HasMore);
        Assert.Equal(Enumerable.Range(2, 50).Reverse(), found.Paragraphs.Select(paragraph => paragraph.Number));
    }

    [Fact]
    public async Task Find_ThatIsGivenUp_Ends()
    {
        await _host.WriteAsync("Shore", "The lamp was lit.");
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => NewSearch().FindAsync(WordQuery.Read("lamp"), given.Token));
        Assert.Equal(["Shore 1"], await _host.FindAsync("lamp"));
    }

    [Fact]
    public async Task Address_OfAPlay_IsItsOwnPage()
    {
        var story = await _host.Database.Library.CreateAsync(new StoryCard { Title = "Door", Premise = "A door.", Kind = StoryKind.InteractiveFiction }, new StorySettings());
        await _host.Database.CommitAsync(new RunRequest(story.Id, RunKind.Opening), Written.Change(Written.Step("A lamp stood by the door.")));
        var novel = await _host.WriteAsync("Shore", "The lamp was lit.");
        await _host.Index.CatchUpAsync(10, CancellationToken.None);

        var found = await NewSearch().FindAsync(WordQuery.Read("lamp"), CancellationToken.None);

        Assert.Equal([$"/stories/{novel[0].StoryId}?paragraph={novel[0].Id}", $"/play/{story.Id}"], found.Paragraphs.Select(paragraph => StoryAddress.OfParagraph(paragraph.StoryId, paragraph.Kind, paragraph.StepId)));
    }

    private WordSearch NewSearch() => _host.NewWordSearch();
}
