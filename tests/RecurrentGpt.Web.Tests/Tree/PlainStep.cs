namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>A step of <see cref="PlainStory"/>.</summary>
internal sealed class PlainStep(Guid id, string name, PlainStep? parent)
{
    private int _edits;

    public Guid Id => id;

    /// <summary>What it is called in messages: s1, s2 and so on, in the order of making.</summary>
    public string Name => name;

    public PlainStep? Parent => parent;

    public int Number { get; } = (parent?.Number ?? 0) + 1;

    public bool IsOpening { get; init; }

    public required string Plan { get; init; }

    public required string PlanSource { get; init; }

    public required PlainText Paragraph { get; init; }

    public required PlainText Memory { get; init; }

    /// <summary>Sentences of memory that no model may change, in the order of the memory.</summary>
    public List<string> LockedSentences { get; set; } = [];

    /// <summary>Heading, note and lock have one version between them.</summary>
    public PlainMarks Marks { get; } = new();

    public PlainText OwnPlan { get; } = new("");

    /// <summary>All plans that were ever offered; the last set is offered now.</summary>
    public required List<List<PlainPlan>> PlanSets { get; init; }

    public List<PlainPlan> Plans => PlanSets.Count > 0 ? PlanSets[^1] : [];

    public int PlansVersion { get; set; }

    public List<(int Version, string Text)> Revisions { get; } = [];

    public required PlainEntry Entry { get; init; }

    /// <summary>The edits of a step are counted together.</summary>
    public int NextEdit() => ++_edits;

    /// <summary>The step itself and all before it, the first one first.</summary>
    public IReadOnlyList<PlainStep> Path() => parent is null ? [this] : [.. parent.Path(), this];

    public bool IsBelow(PlainStep other) => parent is not null && (parent == other || parent.IsBelow(other));
}

/// <summary>A text that is changed in its place, and the edit that changed it last.</summary>
internal sealed class PlainText(string text)
{
    public string Text { get; set; } = text;

    public int Version { get; set; }

    /// <summary>In these stories a sentence is what ends with a full stop.</summary>
    public static IReadOnlyList<string> Sentences(string text) => [.. text.Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(sentence => sentence + ".")];
}

internal sealed class PlainMarks
{
    public string Chapter { get; set; } = "";

    public string Note { get; set; } = "";

    public bool IsLocked { get; set; }

    /// <summary>The name of the branch that begins with the step.</summary>
    public string BranchName { get; set; } = "";

    public int Version { get; set; }
}

internal sealed record PlainPlan(int Number, string Text, string Written, bool IsLocked);

/// <summary>An entry of long-term memory.</summary>
internal sealed class PlainEntry(string text, string paragraph)
{
    /// <summary>The paragraph's text that it was made of.</summary>
    public string SumsUp { get; set; } = paragraph;

    public string Text { get; set; } = text;

    /// <summary>The model's words, where the author has put others in their place.</summary>
    public string? Written { get; set; }

    public bool IsPinned { get; set; }

    public bool IsBanned { get; set; }

    public bool IsOutdated { get; set; }

    public int Version { get; set; }
}
