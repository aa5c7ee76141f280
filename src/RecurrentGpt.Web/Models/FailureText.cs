using Microsoft.Extensions.Localization;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;

namespace RecurrentGpt.Web.Models;

/// <summary>Says a failure in plain words: what happened, what to do, and what the server said.</summary>
public sealed class FailureText(IStringLocalizer<FailureMessages> words)
{
    private static readonly Dictionary<string, Section> Labelled =
        new[] { ReplyForm.Opening, ReplyForm.Step, ReplyForm.Rewrite, ReplyForm.Coverage }
            .SelectMany(form => form.Sections.Select(section => (Label: Labels.Of(section, form), section)))
            .DistinctBy(pair => pair.Label)
            .ToDictionary(pair => pair.Label, pair => pair.section);

    /// <summary>The whole message.</summary>
    public string Of(StepFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var message = words[failure.Kind.ToString()].Value;
        if (failure.RetryAfter is { } wait)
        {
            message = Together(message, words["RetryAfter", Math.Ceiling(wait.TotalSeconds)]);
        }

        return failure switch
        {
            { Detail.Length: 0 } => message,
            { Kind: FailureKind.Incomplete } => Together(message, words["MissingSections", OnScreen(failure.Detail)]),
            _ => Together(message, words["Detail", failure.Detail]),
        };
    }

    /// <summary>Sections by the names that they have on the screen: "short-term memory, plan 2".</summary>
    public string Named(IEnumerable<Section> sections) => string.Join(words["Comma"], sections.Select(section => words[$"Section{section}"].Value));

    private string Together(string message, string more) => words["Together", message, more];

    // The engine names the labels that it asked for; an author has never seen those.
    private string OnScreen(string labels) =>
        string.Join(words["Comma"], labels.Split(", ").Select(label => Labelled.TryGetValue(label, out var section) ? words[$"Section{section}"].Value : label));
}
