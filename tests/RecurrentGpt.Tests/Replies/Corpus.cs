namespace RecurrentGpt.Tests.Replies;

/// <summary>All replies of our own making, by kind.</summary>
internal static class Corpus
{
    internal static IReadOnlyList<(string Name, IReadOnlyList<ReplyCase> Replies)> Kinds { get; } =
    [
        ("dressed", [.. DressedReplies.All]),
        ("marked", [.. MarkedReplies.All]),
        ("under other labels", [.. AliasReplies.All]),
        ("odd", [.. OddReplies.All]),
        ("JSON", [.. JsonReplies.All]),
        ("broken", [.. BrokenReplies.All]),
        ("coverage", [.. CoverageReplies.All]),
        ("choice", [.. ChoiceReplies.All]),
        ("in other tongues", [.. TongueReplies.All]),
    ];

    internal static IEnumerable<ReplyCase> All => Kinds.SelectMany(kind => kind.Replies);
}
