using System.Globalization;
using RecurrentGpt.Prompts;

namespace RecurrentGpt.Recurrence;

/// <summary>
/// How long the parts of a prompt were that no model could take. They stand in a line of their own at the end of <see cref="StepFailure.Detail"/>, so that they are kept
/// with the run and the person can see what to shorten.
/// </summary>
public static class SentSizes
{
    private const string Lead = "\nsent: ";

    /// <summary>What the server said, and the parts, the longest first; none when the failure names none.</summary>
    /// <param name="failure">A failure of any kind.</param>
    public static (string Said, IReadOnlyList<SentSize> Parts) Read(StepFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var at = failure.Kind == FailureKind.ContextTooLong ? failure.Detail.LastIndexOf(Lead, StringComparison.Ordinal) : -1;
        return at < 0 ? (failure.Detail, []) : (failure.Detail[..at], [.. failure.Detail[(at + Lead.Length)..].Split(", ").Select(ToSize).OfType<SentSize>()]);
    }

    /// <summary>The failure with the sizes of the prompt that was sent.</summary>
    internal static StepFailure Name(StepFailure failure, Prompt prompt)
    {
        var parts = prompt.Parts.Prepend(prompt.System)
            .GroupBy(part => part.Kind == PartKind.Task ? PartKind.Instructions : part.Kind, part => TokenEstimate.Of(part.Text))
            .Select(part => new SentSize(part.Key, part.Sum()))
            .OrderByDescending(part => part.Tokens)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Kind} {part.Tokens}"));
        return failure with { Detail = failure.Detail + Lead + string.Join(", ", parts) };
    }

    private static SentSize? ToSize(string text) =>
        text.Split(' ') is [var kind, var tokens] && Enum.TryParse<PartKind>(kind, out var part) && int.TryParse(tokens, CultureInfo.InvariantCulture, out var count)
            ? new SentSize(part, count)
            : null;
}

/// <summary>How long a part of a prompt was.</summary>
/// <param name="Kind">The part; <see cref="PartKind.Instructions"/> with what the one request asked for.</param>
/// <param name="Tokens">By <see cref="TokenEstimate"/>.</param>
public sealed record SentSize(PartKind Kind, int Tokens);
