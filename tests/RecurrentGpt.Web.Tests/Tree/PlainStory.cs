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

    public void Write(PlainStep parent, PlainWriting writing) => _stood.Add(Add(parent, writing, isOpening: false));

    public bool Undo() => Head is { IsOpening: false, Parent: { } parent } && Stand(parent);

    public bool Redo() => RedoFrom(Head) is { } next && Stand(next);

    public bool Go(PlainStep step) => step != Head && !IsInsideOpening(step) && Stand(step);

    /// <summary>Redo leads towards the place below that the story stood on last.</summary>
    public PlainStep? RedoFrom(PlainStep step) => !IsInsideOpening(step) && _stood.FindLast(place => place.IsBelow(step)) is { } last
        ? last.Path().Single(other => other.Parent == step)
        : null;

    public static PlainSave SaveParagraph(PlainStep step, string text, int version)
    {
        var before = (step.Paragraph.Text, step.Paragraph.Version);
        var saved = Save(step, step.Paragraph, text, version);
        if (step.Paragraph.Text != before.Text)
        {
            step.Revisions.Add((before.Version, before.Text));
            step.Entry.IsOutdated = true;
        }

        return saved;
    }

    public static PlainSave SaveMemory(PlainStep step, string text, int version) => Save(step, step.Memory, text, version);

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
    public static void Reread(PlainEntry entry, string summary)
    {
        var isAuthors = entry.Written is not null && entry.Text != summary;
        (entry.Text, entry.Written) = isAuthors ? (entry.Text, summary) : (summary, null);
        entry.IsOutdated = false;
        entry.Version++;
    }

    private static PlainSave Save(PlainStep step, PlainText box, string text, int version)
    {
        var isConflict = text != box.Text && version != box.Version;
        if (text != box.Text && !isConflict)
        {
            (box.Text, box.Version) = (text, step.NextEdit());
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
            Entry = new PlainEntry(writing.Summary),
        };
        Steps.Add(step);
        return step;
    }
}
