using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Tree;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.Tree;

/// <summary>The tree of a story as it is stored, its names, and the versions of a paragraph.</summary>
public sealed class TreeStoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TreeStore _trees = null!;
    private BranchStore _branches = null!;
    private Story _story = null!;
    private Step _start = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _trees = new TreeStore(_database.Services.GetRequiredService<IDbContextFactory<WritingDb>>());
        _branches = new BranchStore(_database.Writes, _database.Clock);
        _story = await _database.AddStoryAsync();
        _start = (await _database.AddOpeningAsync(_story.Id))[^1];
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Read_ATree_HasItsBranchesInTheOrderOfMakingAndTheHead()
    {
        var first = await _database.AddStepAsync(_start, "First.");
        var again = await _database.AddStepAsync(_start, "Again.");
        var on = await _database.AddStepAsync(first, "On.");
        var third = await _database.AddStepAsync(_start, "Third.");

        var tree = (await _trees.ReadAsync(_story.Id))!;

        Assert.Equal([on.Id, again.Id, third.Id], tree.Branches.Select(branch => branch.Tip.Id));
        Assert.Equal(third.Id, tree.Head?.Id);
        Assert.Equal([first.Id, again.Id, third.Id], tree.ChildrenOf(_start.Id).Select(node => node.Id));
        Assert.False(tree.CanStandOn(tree.Find(tree.Branches[0].First.Id)!));
    }

    [Fact]
    public async Task Read_WhatTheAuthorPutOnAStep_IsOnItsNode()
    {
        var step = await _database.AddStepAsync(_start);
        await _database.Writes.WriteAsync(async db =>
        {
            var marks = await db.MarksOfAsync(step.Id);
            (marks.IsLocked, marks.Chapter, marks.Note) = (true, "The shore", "Why now?");
            return true;
        });

        var node = (await _trees.ReadAsync(_story.Id))!.Find(step.Id)!;

        Assert.Equal((true, true, "The shore", 4), (node.IsLocked, node.HasNote, node.Chapter, node.Number));
    }

    [Fact]
    public async Task Read_NoSuchStory_IsNull()
    {
        Assert.Null(await _trees.ReadAsync(Guid.CreateVersion7()));
        Assert.Null(await _trees.ReadStepAsync(Guid.CreateVersion7()));
    }

    [Theory]
    [InlineData(600, false)]
    [InlineData(601, true)]
    public async Task ReadStep_LongParagraph_GivesItsFirstLines(int length, bool isCut)
    {
        var step = await _database.AddStepAsync(_start, new string('x', length));

        var read = (await _trees.ReadStepAsync(step.Id))!;

        Assert.Equal((new string('x', 600), isCut, "sample-1"), (read.Beginning, read.IsCut, read.Model));
        Assert.Equal(step.Plan, read.Plan);
    }

    [Fact]
    public async Task Name_ABranch_IsTrimmedKeptAndTakenBack()
    {
        await _database.AddStepAsync(_start);
        var again = await _database.AddStepAsync(_start);

        await _branches.NameAsync(again.Id, new BranchRename("", "  She burns it "));
        var named = (await _trees.ReadAsync(_story.Id))!.Branches[1].Name;
        await _branches.NameAsync(again.Id, new BranchRename(named, " "));

        Assert.Equal("She burns it", named);
        Assert.Equal("", (await _trees.ReadAsync(_story.Id))!.Branches[1].Name);
    }

    [Fact]
    public async Task Name_AnotherTabWasFirst_ChangesNothingAndGivesItsName()
    {
        await _database.AddStepAsync(_start);
        var again = await _database.AddStepAsync(_start);
        await _branches.NameAsync(again.Id, new BranchRename("", "Theirs"));

        var refused = await _branches.NameAsync(again.Id, new BranchRename("", "Mine"));
        var saved = await _branches.NameAsync(again.Id, new BranchRename("Theirs", "Mine"));

        Assert.Equal((new BranchNamed(Saved: false, "Theirs"), new BranchNamed(Saved: true, "Mine")), (refused, saved));
    }

    [Fact]
    public async Task Name_TheFirstBranch_IsKeptAtTheRoot()
    {
        var root = (await _trees.ReadAsync(_story.Id))!.Branches[0].First;

        await _branches.NameAsync(root.Id, new BranchRename("", "By the sea"));

        Assert.Equal("By the sea", (await _trees.ReadAsync(_story.Id))!.Branches[0].Name);
    }

    [Fact]
    public async Task Name_WhereNoBranchBegins_OrTooLong_IsRefused()
    {
        var first = await _database.AddStepAsync(_start);
        var again = await _database.AddStepAsync(_start);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _branches.NameAsync(first.Id, new BranchRename("", "No branch")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _branches.NameAsync(Guid.CreateVersion7(), new BranchRename("", "No step")));
        await Assert.ThrowsAsync<ArgumentException>(() => _branches.NameAsync(again.Id, new BranchRename("", new string('x', StoryLimits.Title + 1))));
    }

    [Fact]
    public async Task Draft_WithVersions_KnowsThePlaceOfEach()
    {
        var first = await _database.AddStepAsync(_start, "First.");
        var second = await _database.AddStepAsync(_start, "Second.");
        var third = await _database.AddStepAsync(_start, "Third.");
        await _database.Drafts.GoAsync(_story.Id, second.Id);

        var draft = (await _database.Drafts.ReadAsync(_story.Id))!;

        Assert.All(draft.Paragraphs.Take(3), paragraph => Assert.Null(paragraph.Siblings));
        Assert.Equal(new SiblingPlace(2, 3, new Sibling(first.Id, first.Plan), new Sibling(third.Id, third.Plan)), draft.Paragraphs[3].Siblings);
    }

    [Fact]
    public async Task Turn_ToAnotherVersion_StandsOnWhatWasLeftLastUnderIt()
    {
        var left = await _database.AddStepAsync(_start, "Left.");
        var leftOn = await _database.AddStepAsync(await _database.AddStepAsync(left, "Left, on."), "Left, to the end.");
        await _database.AddStepAsync(leftOn with { Id = left.Id }, "Left, another way.");
        await _database.Drafts.GoAsync(_story.Id, leftOn.Id);
        var right = await _database.AddStepAsync(_start, "Right.");

        Assert.True(await _branches.TurnAsync(_story.Id, left.Id));
        var stoodOn = await HeadAsync();
        Assert.True(await _branches.TurnAsync(_story.Id, right.Id));

        Assert.Equal(leftOn.Id, stoodOn);
        Assert.Equal(right.Id, await HeadAsync());
        Assert.False(await _branches.TurnAsync(_story.Id, right.Id));
    }

    private async Task<Guid?> HeadAsync() => (await _database.Store.FindStoryAsync(_story.Id, default))!.HeadId;
}
