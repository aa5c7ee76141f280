using System.Collections.Frozen;

namespace RecurrentGpt.Offline.English;

/// <summary>Verbs that plans are told with, and their past.</summary>
internal static class EnglishVerbs
{
    // Base and past, in turn.
    private const string Irregular = """
        go went come came take took give gave find found see saw hear heard feel felt know knew think thought say said tell told speak spoke hold held keep kept leave left lose lost
        bring brought buy bought catch caught teach taught seek sought fight fought make made sit sat stand stood rise rose fall fell run ran begin began drink drank ring rang sing sang
        sink sank swim swam write wrote ride rode drive drove break broke wake woke choose chose steal stole freeze froze forget forgot get got hide hid bite bit eat ate shake shook
        mistake mistook draw drew throw threw grow grew blow blew fly flew wear wore tear tore bear bore swear swore lie lay lay laid pay paid meet met lead led read read feed fed bleed bled send sent lend lent
        spend spent bend bent build built burn burned cut cut put put set set let let shut shut hurt hurt hit hit cost cost spread spread split split win won spin spun hang hung stick stuck strike struck
        swing swung cling clung dig dug shoot shot sell sold sleep slept sweep swept weep wept creep crept mean meant understand understood withdraw withdrew become became overhear overheard
        show showed deal dealt kneel knelt light lit slide slid bind bound wind wound grind ground fling flung flee fled undo undid withhold withheld foresee foresaw
        """;

    private const string Regular = """
        accept accuse add admit agree aim allow announce answer appear argue arrange arrive ask avoid bargain beg believe belong blame board borrow bow brush bury call calm carry change chase check circle claim clean climb close
        collapse collect comfort compare conceal confess confirm confront consider contain continue convince copy count cover cross cry dare decide decline deliver demand deny describe deserve destroy die disagree disappear
        discover doubt drag drift drop dry empty end enter escape examine exchange expect explain face fail fear fetch fill finish fix flicker fold follow forbid force forgive gather glance grab grip guard guess guide hand happen
        hate haul head help hesitate hire hope hum hurry ignore imagine insist inspect invite join judge jump kick kill kiss knock land last laugh launch lay lean learn lift like listen live lock look love lower mark match
        measure mention miss mourn move name need nod notice obey object offer open order overtake owe own pack pack part pass pause pick pin place plan plead point pour praise pray prefer prepare press pretend prevent prise promise propose
        protect prove pull push question quit raise reach realise realize recall receive recognise recognize record refuse regret release remain remember remind remove repair repeat reply rescue resist rest return reveal rob roll
        rub ruin rush sail save scrape scratch scream search seem seize settle sharpen shelter shiver shout sign slip smash smell smile smuggle snap sound stare start stay step stop struggle study stumble succeed suggest suspect
        swallow switch talk tap taste test thank threaten tie touch trace track trade trail translate travel tremble trick try turn unfold unlock unwrap urge use vanish visit vow wait walk want warn wash watch wave whisper wish
        wonder work worry wrap yield connect attack defend surrender crawl descend approach awake bolt break burst carve cast clear crouch dream dress escort expose extinguish float forge gaze hammer haunt kidnap
        lure march marry melt navigate negotiate oil order peel plunge pocket polish rattle rebuild reject report row sabotage salvage scan scatter seal share sketch sneak solve spare spy stitch stoop store summon
        surface sway tempt toss tug uncover unearth unroll unscrew volunteer wander wedge weigh whistle withstand crash disguise lurk persist portray struggle support survive transform trust train uncover betray
        """;

    private static readonly FrozenSet<string> Doubled = FrozenSet.ToFrozenSet(["admit", "permit", "commit", "regret", "prefer", "refer", "occur", "forbid", "kidnap", "quit", "control", "patrol"]);

    private static readonly FrozenDictionary<string, string> PastOfBase = Pasts();
    private static readonly FrozenDictionary<string, string> PastOfThird = PastOfBase.GroupBy(verb => Third(verb.Key))
        .ToFrozenDictionary(verbs => verbs.Key, verbs => verbs.First().Value);

    private static readonly FrozenSet<string> KnownPasts = PastOfBase.Values.Concat(["was", "were", "had", "did"]).ToFrozenSet();

    internal static string? OfBase(string word) => PastOfBase.GetValueOrDefault(word);

    internal static string? OfThird(string word) => PastOfThird.GetValueOrDefault(word);

    internal static bool IsPast(string word) => KnownPasts.Contains(word);

    /// <summary>The past of a third person that is in no list, such as "unclips".</summary>
    internal static string OfUnknownThird(string word) => Past(
        word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal)
            || word.EndsWith("xes", StringComparison.Ordinal) ? word[..^2]
        : word[..^1]);

    private static FrozenDictionary<string, string> Pasts()
    {
        var pasts = new Dictionary<string, string>();
        var irregular = Irregular.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < irregular.Length; i += 2)
        {
            pasts.TryAdd(irregular[i], irregular[i + 1]);
        }

        foreach (var verb in Regular.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            pasts.TryAdd(verb, Past(verb));
        }

        pasts["lay"] = "laid";
        pasts["forbid"] = "forbade";
        pasts["overtake"] = "overtook";
        pasts["awake"] = "awoke";
        pasts["withstand"] = "withstood";
        pasts["cast"] = "cast";
        pasts["burst"] = "burst";
        pasts["quit"] = "quit";
        return pasts.ToFrozenDictionary();
    }

    private static string Third(string verb) =>
        verb is "go" or "undo" || verb.EndsWith('s') || verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith("ch", StringComparison.Ordinal)
            || verb.EndsWith('x') || verb.EndsWith('z') ? verb + "es"
        : EndsInConsonantY(verb) ? verb[..^1] + "ies"
        : verb + "s";

    private static string Past(string verb) =>
        verb.EndsWith('e') ? verb + "d"
        : EndsInConsonantY(verb) ? verb[..^1] + "ied"
        : Doubles(verb) ? verb + verb[^1] + "ed"
        : verb + "ed";

    private static bool EndsInConsonantY(string verb) => verb.Length > 1 && verb[^1] == 'y' && !IsVowel(verb[^2]);

    // One syllable that ends in consonant, vowel, consonant: "slip", but not "open", "wait" or "row".
    private static bool Doubles(string verb) => Doubled.Contains(verb) || (verb.StartsWith("un", StringComparison.Ordinal) && verb.Length > 4 && Doubles(verb[2..]))
        || (verb.Length > 2 && verb.Count(IsVowel) == 1 && IsVowel(verb[^2]) && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y'));

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
