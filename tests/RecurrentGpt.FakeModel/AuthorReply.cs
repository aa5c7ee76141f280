using System.Globalization;
using System.Text.RegularExpressions;

namespace RecurrentGpt.FakeModel;

/// <summary>The short answers of a simulated author and of a judge: plans in turn, the latest past choice where one is shown, and a condition that never comes to pass.</summary>
internal static partial class AuthorReply
{
    private const int Plans = 3;
    private const string None = "none";

    /// <summary>Null for a label that is neither's, or that asks for prose.</summary>
    public static string? Write(string label, RecordedChatRequest request) => label switch
    {
        "Chosen Plan" => ((request.Number % Plans) + 1).ToString(CultureInfo.InvariantCulture),
        "Reason" => FormattableString.Invariant($"It costs somebody something, as nothing did before turn {request.Number}."),
        "Followed Choice" => PastChoices().Matches(request.User) is { Count: > 0 } choices ? choices[^1].Groups["n"].Value : None,
        "Verdict" => "no",
        "Quoted Passage" => None,
        _ => null,
    };

    [GeneratedRegex(@"^\[(?<n>\d{1,6})\] The author ", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PastChoices();
}
