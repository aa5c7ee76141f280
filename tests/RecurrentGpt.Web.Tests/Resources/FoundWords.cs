namespace RecurrentGpt.Web.Tests.Resources;

/// <summary>Words that stand in the program's files instead of its resources.</summary>
internal sealed record FoundWords(string File, int Line, string Words)
{
    public override string ToString() => $"{File}({Line}): {Words}";
}
