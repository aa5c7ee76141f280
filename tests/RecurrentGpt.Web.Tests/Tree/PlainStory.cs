namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>The outcome of a save by hand.</summary>
internal sealed record PlainSave(bool Saved, int Version, string Current);

/// <summary>
/// The rules of the tree as an author would tell them, over plain lists: no database, nothing remembered that can be looked up.
/// It is what the storage is compared with.
/// </summary>
internal sealed class PlainStory
{
    private readonly List<PlainStep> _stood = [];

    /// <summary>All steps, in the order of making.</summary>
    public List<PlainStep> Steps { get; } = [];

    public PlainStep Head => _stood[^1];

    public IReadOnlyList<PlainStep> Path => Head.Path();

    /// <summary>Where the story can stand: an opening is one piece, and its last paragraph has its memory and plans.</summary>
    public IReadOnlyList<PlainStep> Places => [.. Steps.Where(step => !IsInsideOpening(step))];

    public string NameOf(Guid? id) => Steps.Find(step => step.Id == id)?.Name ?? id?.ToString() ?? "nowhere";

    public IEnumerable<PlainStep> ChildrenOf(PlainStep step) => Steps.Where(other => other.Parent == step);

    public void Open(IReadOnlyList<PlainWriting> opening)
    {
        PlainStep? parent = null;
        foreach (var writing in opening)
        {
            parent = Add(parent, writing, isOpening: true);
        }

        _stood.Add(parent!);
    }

    /// <summary>A new step takes over what is locked of the memory before it.</summary>
    public void Write(PlainStep parent, PlainWriting writing)
    {
        var step = Add(parent, writing, isOpening: false);
        step.LockedSentences = InOrder(step.Memory.Text, parent.LockedSentences);
        _stood.Add(step);
    }

    public bool Undo() => Head is { IsOpening: false, Parent: { } parent } && Stand(parent);

    public bool Redo() => RedoFrom(Head) is { } next && Stand(next);

    public bool Go(PlainStep step) => step != Head && !IsInsideOpening(step) && Stand(step);

    /// <summary>Redo leads towards the place below that the story stood on last.</summary>
    public PlainStep? RedoFrom(PlainStep step) => !IsInsideOpening(step) && _stood.FindLast(place => place.IsBelow(step)) is { } last
        ? last.Path().Single(other => other.Parent == step)
        : null;

    /// <summary>To the end of the way that was taken last under a step.</summary>
    public bool Turn(PlainStep step)
    {
        while ((RedoFrom(step) ?? ChildrenOf(step).LastOrDefault()) is { } next)
        {
            step = next;
        }

        return Go(step);
    }

    public static PlainSave SaveParagraph(PlainStep step, string text, int version)
    {
        var before = (step.Paragraph.Text, step.Paragraph.Version);
        var saved = Save(step, step.Paragraph, text, version);
        if (step.Paragraph.Text != before.Text)
        {
            step.Revisions.Add((before.Version, before.Text));
            step.Entry.IsOutdated = step.Paragraph.Text != step.Entry.SumsUp;
        }

        return saved;
    }

    /// <summary>An author may delete a sentence that is locked, and then nothing is left to lock.</summary>
    public static PlainSave SaveMemory(PlainStep step, string text, int version)
    {
        var saved = Save(step, step.Memory, text, version);
        step.LockedSentences = InOrder(step.Memory.Text, step.LockedSentences);
        return saved;
    }

    /// <summary>False when the sentence does not stand in the memory.</summary>
    public static bool LockSentence(PlainStep step, string sentence, bool isLocked)
    {
        if (!PlainText.Sentences(step.Memory.Text).Contains(sentence))
        {
            return false;
        }

        step.LockedSentences = InOrder(step.Memory.Text, isLocked ? [.. step.LockedSentences, sentence] : [.. step.LockedSentences.Where(other => other != sentence)]);
        return true;
    }

    public static void Lock(PlainMarks marks, bool isLocked)
    {
        marks.Version += marks.IsLocked == isLocked ? 0 : 1;
        marks.IsLocked = isLocked;
    }

    public static void LockPlan(PlainStep step, int number, bool isLocked)
    {
        var at = step.Plans.FindIndex(plan => plan.Number == number);
        step.Plans[at] = step.Plans[at] with { IsLocked = isLocked };
    }

    public static PlainSave SetChapter(PlainMarks marks, string heading, int version)
    {
        var box = new PlainText(marks.Chapter) { Version = marks.Version };
        var saved = Save(box, heading, version, () => marks.Version + 1);
        (marks.Chapter, marks.Version) = (box.Text, box.Version);
        return saved;
    }

    public static PlainSave SetNote(PlainMarks marks, string note, int version)
    {
        var box = new PlainText(marks.Note) { Version = marks.Version };
        var saved = Save(box, note, version, () => marks.Version + 1);
        (marks.Note, marks.Version) = (box.Text, box.Version);
        return saved;
    }

    // The offered plans and the author's own have one version between them.
    public static PlainSave SaveOwnPlan(PlainStep step, string text, int version)
    {
        step.OwnPlan.Version = step.PlansVersion;
        var saved = Save(step, step.OwnPlan, text, version);
        step.PlansVersion = step.OwnPlan.Version;
        return saved;
    }

    public static PlainSave SavePlan(PlainStep step, int number, string text, int version)
    {
        var plans = step.Plans;
        var at = plans.FindIndex(plan => plan.Number == number);
        var box = new PlainText(plans[at].Text) { Version = step.PlansVersion };
        var saved = Save(step, box, text, version);
        (plans[at], step.PlansVersion) = (plans[at] with { Text = box.Text }, box.Version);
        return saved;
    }

    /// <summary>New plans come in the places that are named, unless they are locked; the earlier set is kept.</summary>
    public static void OfferPlans(PlainStep step, IReadOnlyDictionary<int, string> texts)
    {
        step.PlanSets.Add([.. step.Plans.Select(plan =>
            !plan.IsLocked && texts.TryGetValue(plan.Number, out var text) ? new PlainPlan(plan.Number, text, text, IsLocked: false) : plan)]);
        step.PlansVersion = step.NextEdit();
    }

    public static PlainSave SaveEntry(PlainEntry entry, string text, int version)
    {
        if (text != entry.Text && version != entry.Version)
        {
            return new PlainSave(false, entry.Version, entry.Text);
        }

        if (text != entry.Text)
        {
            var written = entry.Written ?? entry.Text;
            (entry.Text, entry.Written) = (text, text == written ? null : written);
            entry.Version++;
        }

        return new PlainSave(true, entry.Version, entry.Text);
    }

    /// <summary>Pinned and banned exclude each other.</summary>
    public static void Mark(PlainEntry entry, bool pinned, bool banned)
    {
        entry.Version += (pinned, banned) == (entry.IsPinned, entry.IsBanned) ? 0 : 1;
        (entry.IsPinned, entry.IsBanned) = (pinned, banned);
    }

    /// <summary>A new summary takes the place of the model's; the author's own words stay.</summary>
    public static void Reread(PlainStep step, string summary)
    {
        var entry = step.Entry;
        var isAuthors = entry.Written is not null && entry.Text != summary;
        (entry.Text, entry.Written) = isAuthors ? (entry.Text, summary) : (summary, null);
        (entry.SumsUp, entry.IsOutdated) = (step.Paragraph.Text, false);
        entry.Version++;
    }

    private static List<string> InOrder(string memory, List<string> locked) => [.. PlainText.Sentences(memory).Where(locked.Contains).Distinct()];

    private static PlainSave Save(PlainStep step, PlainText box, string text, int version) => Save(box, text, version, step.NextEdit);

    private static PlainSave Save(PlainText box, string text, int version, Func<int> next)
    {
        var isConflict = text != box.Text && version != box.Version;
        if (text != box.Text && !isConflict)
        {
            (box.Text, box.Version) = (text, next());
        }

        return new PlainSave(!isConflict, box.Version, box.Text);
    }

    private bool Stand(PlainStep step)
    {
        _stood.Add(step);
        return true;
    }

    private bool IsInsideOpening(PlainStep step) => ChildrenOf(step).Any(child => child.IsOpening);

    private PlainStep Add(PlainStep? parent, PlainWriting writing, bool isOpening)
    {
        var plans = writing.Plans.Select((text, index) => new PlainPlan(index + 1, text, text, IsLocked: false)).ToList();
        var step = new PlainStep(writing.Id, $"s{Steps.Count + 1}", parent)
        {
            IsOpening = isOpening,
            Plan = writing.Plan,
            PlanSource = writing.PlanSource,
            Paragraph = new PlainText(writing.Paragraph),
            Memory = new PlainText(writing.Memory),
            PlanSets = plans.Count > 0 ? [plans] : [],
            Entry = new PlainEntry(writing.Summary, writing.Paragraph),
        };
        Steps.Add(step);
        return step;
    }
}
