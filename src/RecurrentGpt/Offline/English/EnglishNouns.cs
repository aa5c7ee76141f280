using System.Collections.Frozen;

namespace RecurrentGpt.Offline.English;

/// <summary>Finds simple nouns with their adjectives ("rusted bell") behind articles and possessives, without a dictionary.</summary>
internal static class EnglishNouns
{
    private const int LongestNoun = 3;

    private static readonly FrozenSet<string> Articles = FrozenSet.ToFrozenSet(["a", "an", "the", "his", "her", "their", "its", "this", "that", "my", "your"]);

    private static readonly FrozenSet<string> Ends = FrozenSet.ToFrozenSet(
    [
        "of", "in", "on", "at", "to", "from", "for", "with", "by", "and", "or", "but", "that", "who", "which", "whose", "where", "when", "while", "as", "if", "into", "under",
        "over", "behind", "is", "are", "was", "were", "has", "have", "had", "must", "can", "will", "would", "could", "may", "not", "before", "after", "until", "without", "he", "she", "it",
        "they", "between", "through", "about", "against", "inside", "outside", "than", "then", "so", "because", "near", "beside", "up", "down", "out", "only", "next", "same", "other", "way", "one", "two",
    ]);

    private static readonly FrozenSet<string> Vague = FrozenSet.ToFrozenSet(
    [
        "story", "novel", "tale", "book", "chapter", "paragraph", "scene", "time", "day", "night", "morning", "evening", "moment", "way", "thing", "things", "life", "world", "end", "start", "side", "place", "years",
        "man", "woman", "boy", "girl", "people", "person", "name", "first", "past", "future", "truth", "reader", "main", "character", "year", "hour", "week", "month", "others", "rest", "last", "winter", "summer", "spring", "autumn", "war", "edge", "top", "bottom", "middle", "neighborhood", "neighbourhood", "country", "street", "king", "queen", "tenant", "dead", "future", "ocean", "sky", "sun", "moon", "sea", "city", "town", "village", "island", "century", "rest", "host", "guest", "friend", "stranger", "enemy", "family", "couple", "crew", "team", "sister", "brother", "mother", "father", "daughter", "son", "wife", "husband", "neighbour", "neighbor", "victim", "killer", "child", "children", "baby", "twin", "twins", "rival", "rivals", "dragon", "cat", "dog", "ghost", "wolf", "fox", "horse", "bird", "alien", "monster", "face", "hand", "hands", "eyes",
    ]);

    private static readonly string[] RoleEndings = ["keeper", "man", "woman", "girl", "boy", "er", "or", "ist", "ian", "ess", "nurse", "captain", "pilot", "thief", "orphan", "widow", "knight", "monk", "nun", "student", "cook", "robot", "android", "child", "guard", "queen", "king", "prince", "spy", "maid", "clerk", "wizard", "witch", "mechanic", "sheriff", "botanist", "agent", "apprentice", "detective", "cartographer"];
    private static readonly FrozenSet<string> NotRoles = FrozenSet.ToFrozenSet(
        ["letter", "door", "river", "tower", "harbour", "harbor", "mirror", "paper", "order", "water", "winter", "summer", "flower", "border", "murder", "weather", "computer", "danger", "error", "motor", "corridor", "number", "power", "answer", "silver", "corner", "shoulder", "timer", "drawer", "locker", "ladder", "razor", "reactor", "sister", "brother", "mother", "father", "daughter", "stranger", "other", "floor", "monster", "disaster", "counter", "fever", "dinner", "anchor", "color", "rumor", "terror", "poster", "folder", "chapter", "lighter", "tractor", "layer", "cellar", "spider"]);

    // What a hand can hold, apart from the objects of the banks; by the last word.
    private static readonly FrozenSet<string> Tangible = FrozenSet.ToFrozenSet(
    [
        "message", "letter", "key", "book", "map", "box", "bottle", "diary", "photograph", "ring", "watch", "clock", "lamp", "knife", "coin", "stone", "mask", "sword", "doll", "violin", "piano", "painting",
        "mirror", "camera", "phone", "radio", "machine", "manuscript", "notebook", "envelope", "parcel", "suitcase", "necklace", "crown", "bell", "egg", "seed", "bread", "cake", "compass", "telescope", "coat", "hat", "glove", "flute", "gun", "helmet", "cup", "candle", "lantern", "statue", "chest", "scroll", "telegram", "device",
    ]);

    internal static bool IsTangible(string noun) => Tangible.Contains(Head(noun));

    internal static IEnumerable<string> In(string text, bool indefinite = false)
    {
        foreach (var sentence in Voice.Sentences(text))
        {
            var words = sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < words.Length; i++)
            {
                var word = words[i].ToLowerInvariant();
                if ((indefinite ? word is "a" or "an" : Articles.Contains(word)) && From(words, i + 1) is { } noun)
                {
                    yield return noun;
                }
            }
        }
    }

    /// <summary>What can be carried, wanted or spoken of: no roles, hours or generalities.</summary>
    internal static IEnumerable<string> ThingsIn(string text) => In(text).Where(noun => !IsRole(noun) && !Vague.Contains(Head(noun)) && !IsPlural(noun));

    internal static string? RoleIn(string text) => In(text, indefinite: true).FirstOrDefault(IsRole);

    private static bool IsPlural(string noun) => noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal) && !noun.EndsWith("us", StringComparison.Ordinal);

    internal static bool IsVagueRole(string role) => role is "girl" or "boy" or "man" or "woman" or "child" or "young man" or "young woman";

    private static bool IsRole(string noun)
    {
        var head = Head(noun);
        return !NotRoles.Contains(head) && RoleEndings.Any(end => head.EndsWith(end, StringComparison.Ordinal) && head.Length > 3);
    }

    private static string Head(string noun) => noun[(noun.LastIndexOf(' ') + 1)..];

    private static string? From(string[] words, int start)
    {
        var noun = new List<string>();
        for (var i = start; i < words.Length && noun.Count <= LongestNoun; i++)
        {
            var word = words[i].TrimEnd(',', '.', ';', ':', '!', '?', '”', '"', ')');
            if (Stops(word, noun.Count))
            {
                break;
            }

            noun.Add(word);
            if (word.Length < words[i].Length)
            {
                break;
            }
        }

        return noun.Count is > 0 and <= LongestNoun && noun[^1].Length > 2 ? string.Join(' ', noun) : null;
    }

    // A past form or a third person behind a noun is the sentence's verb: "a keeper named", "the keeper finds".
    private static bool Stops(string word, int before) => word.Length == 0 || !word.All(c => char.IsLower(c) || c == '-') || Ends.Contains(word)
        || word.EndsWith("ly", StringComparison.Ordinal)
        || (before > 0 && (EnglishVerbs.OfThird(word) is not null || EnglishVerbs.IsPast(word) || word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal)));
}
