using System.Text.RegularExpressions;

namespace RecurrentGpt.Memory.ShortTerm.Stale;

/// <summary>Reads plain English clauses: "the lamp is lit", "the lamp went out", "Mara blew out the lamp", "Mara has the key", "Tobin left the cellar".</summary>
internal static partial class EnglishClaims
{
    private const int LongestName = 5;

    internal static IReadOnlyList<Claim> Of(string sentence)
    {
        var claims = new List<Claim>();
        foreach (var clause in Break().Split(sentence.TrimEnd('.', '!', '…', ' ')))
        {
            var plain = Later().Replace(clause.Replace('’', '\''), "").Replace("no longer had", "no longer has", StringComparison.OrdinalIgnoreCase);
            string[] words = [.. Word().Matches(plain).Select(match => match.Value.ToLowerInvariant())];
            if (sentence.Contains('?', StringComparison.Ordinal) || words.Any(word => EnglishStates.Doubts.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal)))
            {
                continue;
            }

            for (var at = 0; at < words.Length; at++)
            {
                claims.AddRange(Read(words, at));
            }
        }

        return claims;
    }

    private static IEnumerable<Claim> Read(string[] words, int at)
    {
        var word = words[at];
        return word switch
        {
            "went" or "goes" when Is(words, at + 1, "out") => About("lit", false, words[..at]),
            "blew" or "put" or "snuffed" or "blows" or "puts" when Is(words, at + 1, "out") => About("lit", false, ObjectAfter(words, at + 2)),
            "fell" when Is(words, at + 1, "asleep") => About("awake", false, words[..at]),
            "broke" when Is(words, at + 1, "free") => About("free", true, words[..at]),
            "longer" when at > 1 && words[at - 1] == "no" && at + 1 < words.Length && EnglishStates.Holds.Contains(words[at + 1]) => Holding(words[..(at - 1)], words, at + 2, false),
            _ when EnglishStates.Be.Contains(word) => OfState(words, at),
            _ when EnglishStates.Holds.Contains(word) => Holding(words[..at], words, at + 1, true),
            _ when EnglishStates.GivesAway.Contains(word) => Holding(words[..at], words, at + 1, false),
            _ when EnglishStates.Leaves.Contains(word) => Being(words[..at], words, at + 1, false),
            _ when Is(words, at + 1, "out") && Is(words, at + 2, "of") => Being(words[..at], words, at + 3, false),
            _ => OfVerb(words, at),
        };
    }

    private static IEnumerable<Claim> OfState(string[] words, int at)
    {
        var next = at + 1;
        while (next < words.Length && EnglishStates.Adverbs.Contains(words[next]))
        {
            next++;
        }

        if (next >= words.Length)
        {
            return [];
        }

        if (EnglishStates.Places.Contains(words[next]))
        {
            return Being(words[..at], words, next + 1, true);
        }

        // "Blown out", "put out"; and "open to the wind", but not "full of hope" of a person.
        var isOut = Is(words, next + 1, "out") && words[next] is "blown" or "put" or "snuffed";
        return isOut ? About("lit", false, words[..at])
            : EnglishStates.Adjectives.TryGetValue(words[next], out var state) && !IsOther(words, next) ? About(state.Aspect, state.Value, words[..at])
            : [];
    }

    // "Out in the yard", "dark with rain", "gone to bed", "full of people": said of something else than the state.
    private static bool IsOther(string[] words, int at) =>
        (words[at] is "out" or "dark" or "gone" or "back" or "lost" or "free" or "full" or "found" or "burning") && at + 1 < words.Length && !EnglishStates.Adverbs.Contains(words[at + 1]);

    private static IEnumerable<Claim> OfVerb(string[] words, int at)
    {
        if (EnglishStates.Deeds.TryGetValue(words[at], out var deed) && !IsAttribute(words, at) && ObjectAfter(words, at + 1) is { Length: > 0 } thing)
        {
            return About(deed.Aspect, deed.Value, thing);
        }

        return EnglishStates.Happenings.TryGetValue(words[at], out var happening) && (at + 1 == words.Length || EnglishStates.Adverbs.Contains(words[at + 1]) || words[at] is "died" or "drowned" or "vanished" or "woke")
            ? About(happening.Aspect, happening.Value, words[..at])
            : [];
    }

    // "The opened letter", "was locked": no deed of the subject.
    private static bool IsAttribute(string[] words, int at) => at > 0 && (EnglishStates.Determiners.Contains(words[at - 1]) || EnglishStates.Be.Contains(words[at - 1]) || words[at - 1] is "a" or "an" or "been" or "be" or "to");

    private static IEnumerable<Claim> Holding(string[] subject, string[] words, int at, bool value) =>
        Thing(ObjectAfter(words, at)) is { } held ? About("holds", value, subject).Select(claim => claim with { Object = held.Head }) : [];

    private static IEnumerable<Claim> Being(string[] subject, string[] words, int at, bool value) =>
        Thing(ObjectAfter(words, at)) is { } place ? About("in", value, subject).Select(claim => claim with { Object = place.Head }) : [];

    private static IEnumerable<Claim> About(string aspect, bool value, string[] name) =>
        Thing(name) is { } thing ? [new Claim(aspect, value, thing.Head, thing.Modifiers)] : [];

    /// <summary>The words of a definite thing right behind a verb: "the cellar door", "her lamp", a name.</summary>
    private static string[] ObjectAfter(string[] words, int at)
    {
        var end = at;
        while (end < words.Length && !EnglishStates.Prepositions.Contains(words[end]) && !EnglishStates.Adverbs.Contains(words[end]) && words[end] is not ("out" or "up" or "down" or "behind" or "away" or "open"))
        {
            end++;
        }

        // "Burned the letter unread": what comes behind the thing is no part of its name.
        while (end > at + 2 && EnglishStates.Adjectives.ContainsKey(words[end - 1]))
        {
            end--;
        }

        return at < end ? words[at..end] : [];
    }

    private static (string Head, HashSet<string> Modifiers)? Thing(string[] name)
    {
        name = WithoutTime(name);
        var end = Array.FindIndex(name, EnglishStates.Prepositions.Contains);
        string[] core = [.. (end < 0 ? name : name[..end]).Where(word => !EnglishStates.Adverbs.Contains(word))];
        if (core.Length is 0 or > LongestName || EnglishStates.Others.Overlaps(core))
        {
            return null;
        }

        string[] telling = [.. core.Where(word => !EnglishStates.Determiners.Contains(word))];
        return telling.Length is 0 or > 3 ? null : (Terms.Stem(telling[^1]), [.. telling[..^1].Select(Terms.Stem)]);
    }

    // "In the morning the gate": the thing begins at its own article.
    private static string[] WithoutTime(string[] name)
    {
        var article = Array.FindLastIndex(name, EnglishStates.Determiners.Contains);
        return article > 1 && name[0] is ("in" or "by" or "at" or "toward" or "towards" or "on") ? name[article..] : name;
    }

    private static bool Is(string[] words, int at, string word) => at < words.Length && words[at] == word;

    [GeneratedRegex(@"[,;:—–]|\s+(?:and|but|so|because|while|as|where)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Break();

    [GeneratedRegex(@"\s(?:before|until|till|unless|if)\s.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Later();

    [GeneratedRegex(@"[\p{L}\p{N}'-]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
