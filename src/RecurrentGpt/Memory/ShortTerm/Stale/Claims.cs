using RecurrentGpt.Stories;

namespace RecurrentGpt.Memory.ShortTerm.Stale;

/// <summary>Reads what a sentence plainly says.</summary>
internal static class Claims
{
    internal static IReadOnlyList<Claim> Of(string sentence) => sentence.Any(Script.IsKana) ? [] : sentence.Any(Terms.IsWide) ? ChineseClaims.Of(sentence) : EnglishClaims.Of(sentence);
}
