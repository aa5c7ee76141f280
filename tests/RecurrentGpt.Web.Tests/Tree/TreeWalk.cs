using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Tree;

namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>Makes each move in a story of the real storage and in the plain one; what a move answers must be the same at once.</summary>
internal sealed class TreeWalk
{
    private readonly TreeDesk _desk;
    private readonly Guid _storyId;
    private readonly TreeWriting _writing;

    private TreeWalk(TreeDesk desk, Guid storyId)
    {
        (_desk, _storyId) = (desk, storyId);
        _writing = new TreeWriting(desk, Story, storyId);
    }

    public PlainStory Story { get; } = new();

    private DraftStore Drafts => _desk.Database.Drafts;

    private PlainStep Head => Story.Head;

    public static async Task<TreeWalk> BeginAsync(TreeDesk desk)
    {
        var (storyId, opening) = await desk.TakeStoryAsync();
        var walk = new TreeWalk(desk, storyId);
        walk.Story.Open(opening);
        return walk;
    }

    /// <summary>Everything that a person can see of the story must be the same on both sides.</summary>
    public async Task CompareAsync()
    {
        var (plain, stored) = (PlainSight.Of(Story), await StoredSight.ReadAsync(_desk, _storyId, Story.NameOf));
        if (!plain.SequenceEqual(stored))
        {
            Assert.Fail($"The plain model has:\n  {string.Join("\n  ", plain.Except(stored))}\nThe storage has:\n  {string.Join("\n  ", stored.Except(plain))}");
        }
    }

    public Task MakeAsync(TreeMove move) => move.Kind switch
    {
        MoveKind.Write => _writing.WriteAsync(Head, ToPlan(move.Pick(Head.Plans)), move),
        MoveKind.WriteByOwnPlan => _writing.WriteAsync(Head, new Plan($"Own plan {move.Number}.", PlanSource.Own), move),
        MoveKind.WriteAgain => WriteAgainAsync(move),
        MoveKind.WriteFromElsewhere => WriteFromElsewhereAsync(move.Pick(Story.Places), move),
        MoveKind.Undo => SameAsync(Story.Undo(), Drafts.UndoAsync(_storyId)),
        MoveKind.Redo => SameAsync(Story.Redo(), Drafts.RedoAsync(_storyId)),
        MoveKind.Go => GoAsync(move.Pick(Story.Steps)),
        MoveKind.EditParagraph => EditParagraphAsync(move.Pick(Story.Path), $"Edited {move.Number}: {move.Second % 3} more words here."),
        MoveKind.RestoreRevision => RestoreRevisionAsync(move),
        MoveKind.EditMemory => EditMemoryAsync(move),
        MoveKind.EditPlan => EditPlanAsync(Head, move),
        MoveKind.EditOwnPlan => EditOwnPlanAsync(Head, $"Own plan by hand {move.Number}."),
        MoveKind.Pin => PinAsync(move.Pick(Story.Path), isPinned: move.Second % 3 > 0),
        MoveKind.Ban => BanAsync(move.Pick(Story.Path), isBanned: move.Second % 3 > 0),
        MoveKind.EditEntry => EditEntryAsync(move.Pick(Story.Path), $"Entry by hand {move.Number}."),
        MoveKind.RestoreEntry => RestoreEntryAsync(move),
        MoveKind.NewPlans => _writing.OfferPlansAsync(Head, move),
        MoveKind.Reread => _writing.RereadAsync(move.Pick(Story.Path), move),
        MoveKind.SaveFromAnOldTab => SaveFromAnOldTabAsync(move),
        MoveKind.StopARun => _writing.StopAsync(move),
        MoveKind.LockParagraph => LockAsync(move.Pick(Story.Path), isLocked: move.Second % 3 > 0),
        MoveKind.LockSentence => LockSentenceAsync(Head, move),
        MoveKind.LockPlan => LockPlanAsync(Head, move.Pick(Head.Plans).Number, isLocked: move.Second % 3 > 0),
        MoveKind.NameBranch => NameBranchAsync(move),
        MoveKind.Turn => TurnAsync(move.Pick(Story.Steps)),
        MoveKind.SetChapter => SetChapterAsync(move.Pick(Story.Path), $"Chapter {move.Second % 3}"),
        MoveKind.SetNote => SetNoteAsync(move.Pick(Story.Path), move.Second % 3 == 0 ? "" : $"Note {move.Number}."),
        _ => throw new ArgumentOutOfRangeException(nameof(move), move.Kind, "Nobody knows how to make this move."),
    };

    // A locked paragraph is not written again: another one would stand in its place.
    private Task WriteAgainAsync(TreeMove move) => Head is { IsOpening: false, Parent: { } parent, Marks.IsLocked: false }
        ? _writing.WriteAsync(parent, new Plan(Head.Plan, Enum.Parse<PlanSource>(Head.PlanSource)), move)
        : Task.CompletedTask;

    private Task WriteFromElsewhereAsync(PlainStep step, TreeMove move) => _writing.WriteAsync(step, ToPlan(step.Plans[move.Second % step.Plans.Count]), move);

    private Task GoAsync(PlainStep step) => SameAsync(Story.Go(step), Drafts.GoAsync(_storyId, step.Id));

    private Task TurnAsync(PlainStep step) => SameAsync(Story.Turn(step), _desk.Branches.TurnAsync(_storyId, step.Id));

    // The first paragraph after another goes on with its branch; each later one begins a branch.
    private Task NameBranchAsync(TreeMove move)
    {
        var firsts = Story.Steps.Where(step => step.Parent is { } parent && Story.ChildrenOf(parent).First() != step).ToList();
        if (firsts.Count == 0)
        {
            return Task.CompletedTask;
        }

        var first = move.Pick(firsts);
        var before = first.Marks.BranchName;
        first.Marks.BranchName = move.Second % 4 == 0 ? "" : $"Way {move.Number}";
        return _desk.Branches.NameAsync(first.Id, new BranchRename(before, first.Marks.BranchName));
    }

    private Task EditParagraphAsync(PlainStep step, string text)
    {
        var version = step.Paragraph.Version;
        return SameAsync(PlainStory.SaveParagraph(step, text, version), Drafts.SaveParagraphAsync(step.Id, text, version));
    }

    private Task RestoreRevisionAsync(TreeMove move)
    {
        var edited = Story.Path.Where(step => step.Revisions.Count > 0).ToList();
        return edited.Count == 0 ? Task.CompletedTask : EditParagraphAsync(move.Pick(edited), move.Pick(move.Pick(edited).Revisions).Text);
    }

    // Sentences come and go whole: where one is reworded, which lock follows it is told elsewhere.
    private Task EditMemoryAsync(TreeMove move)
    {
        var sentences = PlainText.Sentences(Head.Memory.Text);
        return move.Second % 3 == 0 && sentences.Count > 1
            ? EditMemoryAsync(Head, string.Join(' ', sentences.Where(sentence => sentence != move.Pick(sentences))), Head.Memory.Version)
            : EditMemoryAsync(Head, $"{Head.Memory.Text} By hand {move.Number}.", Head.Memory.Version);
    }

    private Task EditMemoryAsync(PlainStep step, string text, int version) =>
        SameAsync(PlainStory.SaveMemory(step, text, version), Drafts.SaveMemoryAsync(step.Id, text, version));

    private Task EditPlanAsync(PlainStep step, TreeMove move)
    {
        var (plan, version) = (move.Pick(step.Plans), step.PlansVersion);
        var text = move.Second % 4 == 0 ? plan.Written : $"Plan by hand {move.Number}.";
        return SameAsync(PlainStory.SavePlan(step, plan.Number, text, version), Drafts.SavePlanAsync(step.Id, plan.Number, text, version));
    }

    private Task EditOwnPlanAsync(PlainStep step, string text)
    {
        var version = step.PlansVersion;
        return SameAsync(PlainStory.SaveOwnPlan(step, text, version), Drafts.SaveOwnPlanAsync(step.Id, text, version));
    }

    private Task PinAsync(PlainStep step, bool isPinned)
    {
        PlainStory.Mark(step.Entry, isPinned, step.Entry.IsBanned && !isPinned);
        return _desk.Entries.PinAsync(step.Id, isPinned);
    }

    private Task BanAsync(PlainStep step, bool isBanned)
    {
        PlainStory.Mark(step.Entry, step.Entry.IsPinned && !isBanned, isBanned);
        return _desk.Entries.BanAsync(step.Id, isBanned);
    }

    private Task EditEntryAsync(PlainStep step, string text)
    {
        var version = step.Entry.Version;
        return SameAsync(PlainStory.SaveEntry(step.Entry, text, version), _desk.Entries.SaveAsync(step.Id, text, version));
    }

    private Task RestoreEntryAsync(TreeMove move)
    {
        var step = Story.Path.LastOrDefault(other => other.Entry.Written is not null) ?? move.Pick(Story.Path);
        var version = step.Entry.Version;
        return SameAsync(PlainStory.SaveEntry(step.Entry, step.Entry.Written ?? step.Entry.Text, version), _desk.Entries.RestoreAsync(step.Id, version));
    }

    // Another tab saves first, then one that has not heard of it, and then one that says the same as the first.
    private async Task SaveFromAnOldTabAsync(TreeMove move)
    {
        var (text, version) = (Head.Memory.Text, Head.Memory.Version);
        await EditMemoryAsync(Head, $"{text} The first tab {move.Number}.", version);
        await EditMemoryAsync(Head, $"{text} The second tab {move.Number}.", version);
        await EditMemoryAsync(Head, $"{text} The first tab {move.Number}.", version);
    }

    private Task LockAsync(PlainStep step, bool isLocked)
    {
        PlainStory.Lock(step.Marks, isLocked);
        return _desk.Marks.LockAsync(step.Id, isLocked);
    }

    private Task LockSentenceAsync(PlainStep step, TreeMove move)
    {
        var sentence = move.Second % 7 == 0 ? "Nobody ever wrote this." : move.Pick(PlainText.Sentences(step.Memory.Text));
        return SameAsync(PlainStory.LockSentence(step, sentence, isLocked: move.Second % 4 > 0), _desk.Marks.LockSentenceAsync(step.Id, sentence, isLocked: move.Second % 4 > 0));
    }

    private Task LockPlanAsync(PlainStep step, int number, bool isLocked)
    {
        PlainStory.LockPlan(step, number, isLocked);
        return Drafts.LockPlanAsync(step.Id, number, isLocked);
    }

    private Task SetChapterAsync(PlainStep step, string heading)
    {
        var version = step.Marks.Version;
        return SameAsync(PlainStory.SetChapter(step.Marks, heading, version), _desk.Marks.SetChapterAsync(step.Id, heading, version));
    }

    private Task SetNoteAsync(PlainStep step, string note)
    {
        var version = Math.Max(0, step.Marks.Version - (note.Length % 2));
        return SameAsync(PlainStory.SetNote(step.Marks, note, version), _desk.Marks.SetNoteAsync(step.Id, note, version));
    }

    private static Plan ToPlan(PlainPlan plan) => new(plan.Text, plan.Text == plan.Written ? PlanSource.Picked : PlanSource.Edited);

    private static async Task SameAsync(bool expected, Task<bool> actual) => Assert.Equal(expected, await actual);

    private static async Task SameAsync(PlainSave expected, Task<SaveResult> actual)
    {
        var (saved, version, current) = await actual;
        Assert.Equal(expected, new PlainSave(saved, version, current));
    }
}
