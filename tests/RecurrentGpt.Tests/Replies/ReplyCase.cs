using RecurrentGpt.Replies;

namespace RecurrentGpt.Tests.Replies;

/// <summary>A reply, and what a careful reader takes from it.</summary>
/// <param name="Name">What is odd about it.</param>
/// <param name="Form">What was asked for.</param>
/// <param name="Text">The reply.</param>
/// <param name="Sections">All that may be read from it.</param>
public sealed record ReplyCase(string Name, ReplyForm Form, string Text, IReadOnlyDictionary<Section, string> Sections)
{
    public ReplyEnd End { get; init; } = ReplyEnd.Stop;

    public ReplyProblem Problem { get; init; } = ReplyProblem.None;

    public override string ToString() => Name;
}
