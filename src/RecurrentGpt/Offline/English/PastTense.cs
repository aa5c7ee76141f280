using System.Collections.Frozen;

namespace RecurrentGpt.Offline.English;

/// <summary>
/// Turns a plan's sentence in the present into a sentence of the story in the past, where the verbs can be told from the nouns safely.
/// "Mara pulls the rope up" becomes "Mara pulled the rope up".
/// </summary>
internal sealed class PastTense
{
    // Present and past, in turn.
    private const string Auxiliaries = "is was are were am was has had does did can could must had~to cannot could~not may might isn't wasn't aren't weren't doesn't didn't "
        + "don't didn't hasn't hadn't haven't hadn't can't couldn't won't wouldn't";

    private static readonly FrozenDictionary<string, string> Always = Auxiliaries.Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1].Replace('~', ' '));

    private static readonly FrozenSet<string> BeforeNouns = FrozenSet.ToFrozenSet(
    [
        "a", "an", "the", "his", "her", "its", "their", "my", "your", "our", "these", "those", "some", "no", "any", "all", "two", "three", "four", "five", "many",
        "few", "several", "other", "old", "new", "of", "with", "in", "on", "at", "for", "from", "by", "to", "into", "without", "under", "over", "behind", "between",
        "through", "against", "about", "like", "than", "each", "every", "more", "most", "both", "loose", "heavy", "small", "great", "long",
    ]);

    private static readonly FrozenSet<string> Determiners = FrozenSet.ToFrozenSet(
        ["the", "his", "her", "its", "their", "my", "your", "our", "these", "those", "some", "no", "all", "two", "three", "four", "five", "many", "few", "several", "other", "both"]);

    private static readonly FrozenSet<string> Plurals = FrozenSet.ToFrozenSet(["they", "we", "you", "i", "both"]);
    private static readonly FrozenSet<string> Singulars = FrozenSet.ToFrozenSet(["he", "she", "it", "who", "that", "which", "nobody", "somebody", "someone", "everyone", "everybody"]);

    private readonly string[] _words;
    private readonly bool[] _changed;
    private bool _plural;
    private bool _quoted;

    private PastTense(string sentence)
    {
        _words = sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        _changed = new bool[_words.Length];
    }

    /// <summary>The sentence in the past; null when no verb could be told.</summary>
    internal static string? Of(string sentence) => new PastTense(sentence.Replace('’', '\'')).Turn();

    private string? Turn()
    {
        var past = false;
        for (var i = 0; i < _words.Length; i++)
        {
            var quoted = _quoted || _words[i].IndexOfAny(['“', '"']) >= 0;
            _quoted = quoted && _words[i].LastIndexOfAny(['”', '"']) <= Math.Max(0, _words[i].IndexOfAny(['“', '"']));
            if (!quoted && !_changed[i])
            {
                past |= !_changed.Contains(true) && IsPastVerb(i);
                Change(i);
            }
        }

        return _changed.Contains(true) || past ? string.Join(' ', _words.Where(word => word.Length > 0)).Replace('\'', '’') : null;
    }

    private void Change(int i)
    {
        var word = Core(i);
        if (word == "will" && i > 0 && LeadsToVerb(i + 1))
        {
            Future(i);
        }
        else if (Always.TryGetValue(word, out var past) && !(word == "may" && IsName(i)))
        {
            Put(i, past);
        }
        else if (word is "have" or "do" && IsPlural(i))
        {
            Put(i, word == "have" ? "had" : "did");
        }
        else if (word.EndsWith('s') && i > 0 && !_changed[i - 1] && !BeforeNouns.Contains(Core(i - 1)) && !EndsClause(i - 1, "'s"))
        {
            Put(i, EnglishVerbs.OfThird(word) ?? (FollowsSubject(i) && word.Length > 3 ? EnglishVerbs.OfUnknownThird(word) : null));
        }
        else if (IsPlural(i) && EnglishVerbs.OfBase(word) is { } plural)
        {
            _plural = true;
            Put(i, plural);
        }
    }

    // "Mara will open" is told as "Mara opened"; in what somebody says or fears, "that she will open" as "that she would open".
    private void Future(int i)
    {
        var next = i + 1 < _words.Length && Core(i + 1) == "not" ? i + 2 : i + 1;
        if (_changed.Contains(true) || next >= _words.Length)
        {
            Put(i, "would");
            return;
        }

        if (next == i + 2)
        {
            Put(i, "did");
            return;
        }

        var past = Core(next) switch { "be" => "was", "have" => "had", var word => EnglishVerbs.OfBase(word) };
        if (past is null)
        {
            Put(i, "would");
            return;
        }

        Put(next, past);
        _words[i] = "";
    }

    // "A forged will" is a thing.
    private bool LeadsToVerb(int i) => i < _words.Length
        && (Core(i) is "not" or "be" or "have" or "never" or "always" or "also" || Core(i).EndsWith("ly", StringComparison.Ordinal) || EnglishVerbs.OfBase(Core(i)) is not null);

    private bool IsPlural(int i)
    {
        if (i == 0)
        {
            return false;
        }

        var before = Core(i - 1);
        var pair = i > 2 && Core(i - 2) == "and" && IsName(i - 1) && IsName(i - 3);
        var nouns = i > 1 && before.EndsWith('s') && !BeforeNouns.Contains(before) && !_changed[i - 1] && Determiners.Contains(Core(i - 2));
        var couple = i > 3 && Core(i - 3) == "and" && Core(i - 2) is ("his" or "her" or "their" or "the" or "a" or "an");
        var group = i > 1 && before is "them" or "us" && Core(i - 2) == "of";
        return Plurals.Contains(before) || pair || couple || nouns || group || (_plural && before is "and" or "then");
    }

    private bool IsName(int i) => _words[i].Length > 0 && char.IsUpper(_words[i][0]);

    private bool FollowsSubject(int i)
    {
        var before = Core(i - 1);
        var bare = !EndsClause(i - 1, ",");
        return bare && (Singulars.Contains(before) || (IsName(i - 1) && !BeforeNouns.Contains(before))
            || (before.EndsWith("ly", StringComparison.Ordinal) && i > 1 && IsName(i - 2)));
    }

    private bool IsPastVerb(int i) => i > 0 && EnglishVerbs.OfBase(Core(i)) is null && EnglishVerbs.IsPast(Core(i)) && !BeforeNouns.Contains(Core(i - 1));

    private bool EndsClause(int i, string mark) => _words[i].EndsWith(mark, StringComparison.Ordinal);

    private string Core(int i) => _words[i].Trim(',', '.', ';', ':', '!', '?', ')', '(', '—', '–').ToLowerInvariant();

    private void Put(int i, string? word)
    {
        if (word is null)
        {
            return;
        }

        var core = Core(i);
        var at = _words[i].IndexOf(core, StringComparison.OrdinalIgnoreCase);
        _words[i] = _words[i][..at] + word + _words[i][(at + core.Length)..];
        _changed[i] = true;
    }
}
