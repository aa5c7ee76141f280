using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Compare;
using RecurrentGpt.Web.Features.Desk.Tree;

namespace RecurrentGpt.Web.Tests.Features.Desk.Compare;

public sealed class BranchChoiceTests
{
    private static readonly TreeNode Root = Node(null, 1, minute: 1);
    private static readonly TreeNode Main = Node(Root, 2, minute: 2);
    private static readonly TreeNode Second = Node(Root, 2, minute: 3);
    private static readonly TreeNode Third = Node(Main, 3, minute: 4);
    private static readonly TreeNode Fourth = Node(Main, 3, minute: 5);

    [Fact]
    public void Of_ABranchThatEndsWhereTheDraftDoes_IsTheDraft()
    {
        var choices = Choices(Third);

        Assert.Equal([(Third.Id, ""), (Second.Id, "branch 2"), (Fourth.Id, "branch 3")], choices.Select(choice => (choice.TipId, choice.Name)));
    }

    [Fact]
    public void Of_ADraftThatGoesFurther_HasThatEndAsAnother()
    {
        Assert.Equal([(Main.Id, "", 2), (Third.Id, "branch 1", 3), (Second.Id, "branch 2", 2), (Fourth.Id, "branch 3", 3)], Choices(Main).Select(choice => (choice.TipId, choice.Name, choice.Last)));
    }

    [Fact]
    public void Other_NoStepNamed_IsTheOneThatWasWrittenLast()
    {
        Assert.Equal(Fourth.Id, BranchChoice.Other(Choices(Third), null)!.TipId);
        Assert.Equal(Second.Id, BranchChoice.Other(Choices(Third), Second.Id)!.TipId);
        Assert.Null(BranchChoice.Other(BranchChoice.Of(new StoryTree([Root], Root.Id), _ => "branch"), null));
    }

    [Fact]
    public void Of_BeforeTheOpening_IsNothing() => Assert.Empty(BranchChoice.Of(new StoryTree([], null), _ => "branch"));

    private static IReadOnlyList<BranchChoice> Choices(TreeNode head) =>
        BranchChoice.Of(new StoryTree([Root, Main, Second, Third, Fourth], head.Id), branch => $"branch {branch.Ordinal}");

    private static TreeNode Node(TreeNode? parent, int number, int minute) =>
        new(Guid.CreateVersion7(), parent?.Id, number, 0, PlanSource.Picked, DateTimeOffset.UnixEpoch.AddMinutes(minute));
}
