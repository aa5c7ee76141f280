using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace RecurrentGpt.Offline.English;

/// <summary>Finds the names of people in English text, by capital letters and by what stands around them.</summary>
internal static partial class EnglishNames
{
    internal const string Women = """
        Mara Ilse Edda Nell Ione Maud Tamsin Ruth Clara Wren Anna Ada Agnes Alice Amelia Beatrice Bess Carla Cora Daisy Dana Diana Dora Edith Elena Eliza Ella Emma Esther Eva Eve Fiona Flora Grace
        Greta Hana Hannah Harriet Hazel Helen Ida Ines Irene Iris Isla Ivy Jane Joan Josephine Judith Julia June Kate Kira Lara Laura Lena Lily Lucy Lydia Mabel Margaret Maria Marian Martha Mary Maya Mei Mina
        Mira Miriam Molly Nadia Nora Nina Olive Pearl Petra Phoebe Rachel Rosa Rose Sara Sarah Selma Sofia Sophie Sylvia Tess Thea Theodora Una Vera Viola Willa Yara Zoe
        """;

    internal const string Men = """
        Tobias Silas Jonah Emil Amos Felix Hugh Ansel Piet Corin Adam Albert Alec Alfred Arthur August Ben Bram Caleb Carl Cyrus Dan Daniel David Edgar Edmund Eli Elias Ethan Ewan Finn Frank Fred Gabriel George Gideon
        Hal Harold Harry Henry Hugo Ian Isaac Ivan Jack Jacob James Jasper Joe Joel John Jon Joseph Julian Karl Kit Lars Leo Leon Lewis Louis Lucas Luke Marcus Mark Martin Matthew Max Miles Milo Nathan Ned Noah
        Oliver Oscar Otto Owen Patrick Paul Peter Philip Ralph Reuben Robert Robin Rowan Samuel Sam Simon Stefan Theo Thomas Tom Victor Walter Will William Yusuf
        """;

    private const string NotNames = """
        A An The And But Or Nor So Yet For If When While As At In On Of To From By With Without Into Onto Over Under After Before Behind Beside Between Beyond Since Until Through Toward Towards Across Along Around
        I He She It We You They Him Her His Its Our Your Their My Me Us Them Himself Herself This That These Those There Here Then Now Once Soon Later Still Just Only Even Also Again Perhaps Maybe
        Who What Which Where Why How Whose Whoever Nobody Somebody Someone Anybody Everyone Everybody Nothing Something Everything Anything One Two Three Four Five Six Seven Eight Nine Ten Each Every Some Any No Not None
        All Both Many Much Most More Few Several Other Another Such Same Yes Oh Well Please Today Tomorrow Yesterday Tonight Morning Noon Evening Night Day Dawn Dusk Spring Summer Autumn Winter
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December God English French German Chinese Latin
        Outside Inside Below Above Upstairs Downstairs Somewhere Nowhere Everywhere Far Near Down Up Out Off Back Away Let Have Make Give Take Show Describe Write Tell Add Continue Focus Introduce Reveal End Keep
        Will Can Could Would Should Must Might May Do Does Did Is Are Was Were Be Been Has Had Suddenly Finally Presently Meanwhile Instead However Although Though Because Unless Than Like Whatever Whenever Wherever
        Story Novel Chapter Part Book Mr Mrs Ms Dr Long Late Early Not Neither Either Half Afterwards Afterward Beforehand Besides Otherwise Therefore Thus Hence Indeed Maybe Whether Against Among About Against Despite During Except Upon Within Whose Later Last First Next Rain Snow Wind Death Love Time War Life Water Fire Light People Children Men Women Years Days Ghosts Rumours Rumors News Fear Hope Silence Smoke Fog Ice
        """;

    private static readonly FrozenSet<string> Skipped = Split(NotNames);
    private static readonly FrozenSet<string> KnownWomen = Split(Women);
    private static readonly FrozenSet<string> KnownMen = Split(Men);

    private static readonly FrozenSet<string> Titles = FrozenSet.ToFrozenSet(
        ["Captain", "Doctor", "Dr", "Mr", "Mrs", "Ms", "Miss", "Lady", "Lord", "Sir", "Sister", "Brother", "Father", "Mother", "Aunt", "Uncle", "Inspector", "Detective", "Sergeant", "Professor", "Sheriff", "King", "Queen", "Prince", "Princess", "Old", "Commander", "Lieutenant"]);

    private static readonly FrozenSet<string> Placewords = FrozenSet.ToFrozenSet(
        ["Station", "Street", "Bay", "Port", "House", "Harbour", "Harbor", "Island", "Islands", "River", "City", "Hill", "Hills", "Mountain", "Mount", "Sea", "Road", "Valley", "Academy", "School", "Castle", "Lake", "Bridge", "Planet", "Square", "Inn", "Hotel", "Point", "Creek", "Head", "Cross", "Hollow", "Ford", "Quay", "Moor", "Reach", "Ring", "Rock", "Town", "Hall", "Abbey", "Manor", "Mansion", "Court", "Park", "Lane", "Farm", "Lodge", "Tower", "Observatory", "Library", "Museum", "University", "College", "Forest", "Woods", "Desert", "Canyon", "Gulch", "Wells", "Fork", "Mills", "Falls", "Springs", "Base", "Colony", "Kingdom", "Empire", "North", "South", "East", "West"]);

    private static readonly FrozenSet<string> Locating = FrozenSet.ToFrozenSet(["in", "at", "near", "into", "across", "outside", "inside", "above", "around", "between", "toward", "towards", "beyond", "leave", "leaves", "reach", "reaches", "the"]);

    private static readonly FrozenSet<string> WorldPlaces = FrozenSet.ToFrozenSet(
        ["Africa", "America", "Arizona", "Asia", "Australia", "Berlin", "Boston", "Britain", "California", "Canada", "Ceres", "Chicago", "China", "Dublin", "Edinburgh", "Egypt", "England", "Europa", "Europe", "Florence", "France", "Germany", "Greece", "Hollywood", "India", "Ireland", "Istanbul", "Italy", "Japan", "Jupiter", "Kyoto", "Lisbon", "London", "Madrid", "Manhattan", "Mars", "Mexico", "Moscow", "Naples", "Nevada", "Oxford", "Prague", "Rome", "Russia", "Saturn", "Scotland", "Seattle", "Shanghai", "Spain", "Sweden", "Texas", "Titan", "Tokyo", "Venice", "Venus", "Vienna", "Wales"]);

    private static readonly FrozenSet<string> WomanWords = FrozenSet.ToFrozenSet(["she", "her", "hers", "herself", "woman", "girl", "mother", "sister", "daughter", "wife", "queen", "princess", "widow", "aunt", "grandmother", "nun", "witch", "maid", "nurse", "actress", "countess"]);
    private static readonly FrozenSet<string> ManWords = FrozenSet.ToFrozenSet(["he", "his", "him", "himself", "man", "boy", "father", "brother", "son", "husband", "king", "prince", "widower", "uncle", "grandfather", "monk", "priest", "fisherman"]);

    /// <summary>The people, in the order in which they appear, each by the name that prose would use again and again.</summary>
    internal static IReadOnlyList<Person> Of(string text) => [.. Runs(text).Where(run => run.IsPerson).Select(run => run.Name).Distinct().Select(name => new Person(name, IsWoman(name, text)))];

    /// <summary>The first name of a place: "Port Ellen" in "at Port Ellen".</summary>
    internal static string? Place(string text) => Runs(text).Where(run => run.IsPlace).Select(run => run.Whole).FirstOrDefault();

    private static IEnumerable<(string Name, string Whole, bool IsPerson, bool IsPlace)> Runs(string text)
    {
        var wasPlace = false;
        var placeEnd = 0;
        foreach (Match match in Capitalised().Matches(text))
        {
            var words = match.Value.Split(' ').ToList();
            var first = IsSentenceStart(text, match.Index);
            while (words.Count > 0 && Skipped.Contains(words[0].Replace(".", "", StringComparison.Ordinal)) && !IsTitle(words))
            {
                words.RemoveAt(0);
                first = false;
            }

            if (first && words.Count > 1 && !IsTitle(words) && !IsKnown(words[0]) && IsKnown(words[1]))
            {
                words.RemoveAt(0);
            }

            if (words.Count == 0 || words[0].Length < 2)
            {
                continue;
            }

            var before = WordBefore(text, match.Index);
            var follows = wasPlace && text[placeEnd..match.Index] is " and " or ", ";
            var known = words.Exists(IsKnown);
            var place = !known && !IsTitle(words) && (words.Exists(Placewords.Contains) || WorldPlaces.Contains(words[0]) || follows || IsOfPlace(text, match.Index)
                || (!first && (Locating.Contains(before) || (before.Length > 0 && char.IsDigit(before[0])))));
            var person = known || IsTitle(words) || (!place && (!first || words.Count > 1 || StandsElsewhere(text, words[0], match.Index) || VerbFollows(text, match.Index + match.Length)));
            wasPlace = place;
            placeEnd = match.Index + match.Length;
            var name = IsTitle(words) && words.Count > 1 ? $"{words[0]} {words[^1]}" : words[0];
            yield return (name, string.Join(' ', words), person, place);
        }
    }

    private static bool IsKnown(string word) => KnownWomen.Contains(word) || KnownMen.Contains(word);

    private static bool IsTitle(List<string> words) => words.Count > 1 && Titles.Contains(words[0].TrimEnd('.'));

    private static bool IsSentenceStart(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd([' ', '“', '"', '‘', '(', '\n']);
        return before.Length == 0 || before[^1] is '.' or '!' or '?' or ':' || text.AsSpan(before.Length, at - before.Length).IndexOfAny('\n', '“', '"') >= 0;
    }

    // "The village of Saint-Aure".
    private static bool IsOfPlace(string text, int at) => WordBefore(text, at) == "of" && EnglishPlaces.IsPlace(WordBefore(text, text.LastIndexOf("of", at, StringComparison.Ordinal)));

    private static string WordBefore(string text, int at)
    {
        var before = text[..at].TrimEnd();
        return before[(before.LastIndexOf(' ') + 1)..].ToLowerInvariant();
    }

    private static bool StandsElsewhere(string text, string word, int not)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at != not && !IsSentenceStart(text, at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool VerbFollows(string text, int at)
    {
        var next = text[at..].TrimStart().Split([' ', '.', ',', '\n'], 2)[0];
        return (next.Length > 3 && next.EndsWith('s')) || next is "and" or "is" or "was" or "has" or "had" or "does" or "did" or "will"
            || EnglishVerbs.OfThird(next) is not null || EnglishVerbs.IsPast(next);
    }

    private static bool IsWoman(string name, string text)
    {
        var word = name.Split(' ')[^1];
        if (KnownWomen.Contains(word) != KnownMen.Contains(word))
        {
            return KnownWomen.Contains(word);
        }

        if (name.Split(' ')[0].TrimEnd('.') is "Mrs" or "Ms" or "Miss" or "Lady" or "Sister" or "Mother" or "Aunt" or "Queen" or "Princess")
        {
            return true;
        }

        var balance = Voice.Sentences(text).Where(sentence => sentence.Contains(name, StringComparison.Ordinal)).Sum(Balance);
        return balance != 0 ? balance > 0 : word[^1] is 'a' or 'e' or 'i' or 'y';
    }

    /// <summary>Whether a role says who can have it: "girl" does, "keeper" does not.</summary>
    internal static bool? IsWomansRole(string role) => Balance(role) switch { > 0 => true, < 0 => false, _ => null };

    private static int Balance(string sentence)
    {
        var words = sentence.ToLowerInvariant().Split([' ', ',', '.', ';'], StringSplitOptions.RemoveEmptyEntries);
        return words.Sum(word => WomanWords.Contains(word) ? Weight(word) : ManWords.Contains(word) ? -Weight(word) : 0);
    }

    // "Kenji and his grandmother": a pronoun says more of the person than a relation does.
    private static int Weight(string word) => word is "she" or "her" or "hers" or "herself" or "he" or "his" or "him" or "himself" ? 2 : 1;

    private static FrozenSet<string> Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    [GeneratedRegex(@"(?<![\p{L}\p{N}'’-])((Dr|Mr|Mrs|Ms|Prof|Capt|St)\. )?\p{Lu}[\p{L}-]*(['’]\p{Lu}\p{L}*)?( \p{Lu}[\p{L}-]+)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Capitalised();
}
