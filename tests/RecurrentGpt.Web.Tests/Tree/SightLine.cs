namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>How what is seen is put down, the same for both sides, so that two lines that differ say what does.</summary>
internal static class SightLine
{
    public static string Head(string name, int words, bool canUndo, string redo) => $"stands on {name}, {words} words, undo {canUndo}, redo to {redo}";

    public static string Paragraph(string name, int number, string text, bool isEdited, (string Source, string Text) plan) =>
        $"{number}. {name}: '{text}', edited {isEdited}, by the {plan.Source} plan '{plan.Text}'";

    public static string Marks(string name, string chapter, string note, bool isLocked) => $"{name} begins '{chapter}', note '{note}', locked {isLocked}";

    public static string Memory(string memory, IEnumerable<string> locked, string ownPlan) => $"memory '{memory}', locked of it [{string.Join(' ', locked)}], own plan '{ownPlan}'";

    public static string Plans(string where, IEnumerable<(int Number, string Text, string Written, bool IsLocked)> plans) =>
        $"plans {where}: {string.Join(", ", plans.Select(plan => $"{plan.Number} '{plan.Text}' written '{plan.Written}' locked {plan.IsLocked}"))}";

    public static string Step(string name, string parent, string redo, IReadOnlyList<string> children, string branch) =>
        $"{name} after {parent}, redo to {redo}, then {string.Join(' ', children)}, begins the branch '{branch}'";

    public static string Revision(string name, int version, string text) => $"{name} was in version {version} '{text}'";

    public static string Entry(string name, string text, string? written, (bool Pinned, bool Banned, bool Outdated) marks) =>
        $"entry of {name} '{text}' written '{written}', pinned {marks.Pinned}, banned {marks.Banned}, outdated {marks.Outdated}";
}
