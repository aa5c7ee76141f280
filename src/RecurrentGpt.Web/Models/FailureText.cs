using System.Globalization;
using Microsoft.Extensions.Localization;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;

namespace RecurrentGpt.Web.Models;

/// <summary>Says a failure in plain words: what happened, what to do, and what the server said.</summary>
public sealed class FailureText(IStringLocalizer<FailureMessages> words)
{
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(10);

    private readonly WaitWords _waits = new(words);

    private static readonly Dictionary<string, Section> Labelled =
        new[] { ReplyForm.Opening, ReplyForm.Step, ReplyForm.Rewrite, ReplyForm.Coverage }
            .SelectMany(form => form.Sections.Select(section => (Label: Labels.Of(section, form), section)))
            .DistinctBy(pair => pair.Label)
            .ToDictionary(pair => pair.Label, pair => pair.section);

    /// <summary>The whole message.</summary>
    public string Of(StepFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var message = words[MessageOf(failure)].Value;
        if (failure.RetryAfter is { } wait && wait > TimeSpan.Zero)
        {
            message = Together(message, words["RetryAfter", _waits.Of(wait)]);
        }

        return failure switch
        {
            { Detail.Length: 0 } => message,
            { IsOfStore: true } => Together(message, words["Folder", failure.Detail]),
            { Kind: FailureKind.TooManyRuns or FailureKind.ShelfFull } when Number(failure) is { } number => words[$"{failure.Kind}Of", number],
            { Kind: FailureKind.TooLong } when Number(failure) is { } length => Together(message, words["EndlessAfter", length]),
            { Kind: FailureKind.ContextTooLong } => WithSizes(message, failure),
            { Kind: FailureKind.Incomplete } => Together(message, words["MissingSections", OnScreen(failure.Detail)]),
            _ => Together(message, words["Detail", failure.Detail]),
        };
    }

    /// <summary>Sections by the names that they have on the screen: "short-term memory, plan 2".</summary>
    public string Named(IEnumerable<Section> sections) => string.Join(words["Comma"], sections.Select(section => words[$"Section{section}"].Value));

    // What cannot be waited for at the desk is no "little".
    private static string MessageOf(StepFailure failure) => failure switch
    {
        { Kind: FailureKind.RateLimited, RetryAfter: { } wait } when wait > LongWait => "RateLimitedForLong",
        { Kind: FailureKind.TooLong } when Number(failure) is not null => "Endless",
        _ => failure.Kind.ToString(),
    };

    // The engine's own cut says after how many characters it came, and a limit how much it is.
    private static int? Number(StepFailure failure) => int.TryParse(failure.Detail, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    private string WithSizes(string message, StepFailure failure)
    {
        var (said, parts) = SentSizes.Read(failure);
        var sizes = string.Join(words["Comma"], parts.Select(part => words["SentSize", words[$"Sent{part.Kind}"].Value, part.Tokens].Value));
        message = parts.Count > 0 ? Together(message, words["SentSizes", sizes]) : message;
        return said.Length > 0 ? Together(message, words["Detail", said]) : message;
    }

    private string Together(string message, string more) => words["Together", message, more];

    // The engine names the labels that it asked for; an author has never seen those.
    private string OnScreen(string labels) =>
        string.Join(words["Comma"], labels.Split(", ").Select(label => Labelled.TryGetValue(label, out var section) ? words[$"Section{section}"].Value : label));
}
