namespace RecurrentGpt.Prompts;

/// <summary>The names that stand for parts in a layout; there each is written in braces, on a line of its own.</summary>
public static class LayoutNames
{
    /// <summary>Title, genre, language, premise and outline.</summary>
    public const string Card = "card";

    /// <summary>Short-term memory.</summary>
    public const string ShortTermMemory = "short-term memory";

    /// <summary>What long-term memory recalled; nothing where it recalled nothing.</summary>
    public const string Recalled = "recalled";

    /// <summary>The paragraph to go on from.</summary>
    public const string LastParagraph = "last paragraph";

    /// <summary>The plan to follow.</summary>
    public const string Plan = "plan";

    /// <summary>The plans that are to be replaced, and those that stand; nothing where none were offered.</summary>
    public const string OfferedPlans = "offered plans";

    /// <summary>What this one request asks for: lengths, tosses, labels.</summary>
    public const string Task = "task";

    /// <summary>A name as it stands in a layout.</summary>
    public static string InBraces(string name) => $"{{{name}}}";
}
