using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using RecurrentGpt.Play;

namespace RecurrentGpt.Offline.English;

/// <summary>English.</summary>
internal sealed partial class EnglishVoice : Voice
{
    private const int MostPronouns = 2;

    internal static readonly EnglishVoice Instance = new();

    private static readonly Banks Common = Offline.Banks.Read(
        EnglishBankWords.Text, EnglishBankHours.Text, EnglishBankScene.Text, EnglishBankPeople.Text, EnglishBankTalk.Text, EnglishBankExchanges.Text,
        EnglishBankBeats.Text, EnglishBankBeatsMore.Text, EnglishBankOpening.Text, EnglishBankMemory.Text, EnglishBankPlay.Text);

    private static readonly FrozenDictionary<string, Banks> Genres = EnglishBankGenres.All.ToFrozenDictionary(genre => genre.Name, genre => Common.With(Offline.Banks.Read(genre.Text)));

    private static readonly string[] OpenLeads = ["What is still open is ", "Nobody has yet said ", "It is not yet known ", "Still unanswered is "];

    internal override string Join => " ";

    internal override ChoiceBank Choosing => EnglishChoices.Bank;

    internal override string WishLead => "It keeps to your wish: ";

    internal override string Wished(string wish) => $"{WishLead}{wish}.";

    internal override Banks Banks(string genre, string premise)
    {
        var name = genre.ToLowerInvariant();
        var match = EnglishBankGenres.All.FirstOrDefault(known => known.Keys.Any(key => name.Contains(key, StringComparison.Ordinal)));
        var banks = Genres[match.Name ?? EnglishBankGenres.Other];
        return EnglishPlaces.SceneryOf(premise) is { } scenery ? banks.WithScenery(Genres[scenery]) : banks;
    }

    internal override IReadOnlyList<Person> People(string text) => EnglishNames.Of(text);

    internal override Person Invent(ulong seed, IReadOnlyCollection<Person> taken, string role)
    {
        var woman = EnglishNames.IsWomansRole(role) ?? (seed & 1) == 0;
        var names = (woman ? EnglishNames.Women : EnglishNames.Men).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var start = StableHash.Below(seed >> 1, names.Length);
        return Enumerable.Range(0, names.Length).Select(i => new Person(names[(start + i) % names.Length], woman))
            .First(person => taken.All(known => known.Name[0] != person.Name[0]));
    }

    internal override string? PlaceIn(string text) => EnglishNames.Place(text) ?? EnglishPlaces.Settlement(text);

    internal override string? SpotIn(string text, Banks banks) => Last(Dressed(text), banks["spots"]);

    internal override string? ThingIn(string text, Banks banks, bool anyNoun, string but = "") =>
        Most(Dressed(text), banks["things"], but) ?? (anyNoun ? EnglishNouns.ThingsIn(text).Where(noun => noun != but).OrderBy(EnglishPlaces.IsPlace).FirstOrDefault() : null);

    internal override string? RoleIn(string premise) => EnglishNouns.RoleIn(premise);

    internal override string? Word(string slot, Scene scene) => slot switch
    {
        "P" => scene.P.Name,
        "Q" => scene.Q?.Name,
        "R" => scene.R?.Name,
        "he" => He(scene.P),
        "his" => His(scene.P),
        "him" => Him(scene.P),
        "himself" => Him(scene.P) + "self",
        "Qhe" => He(scene.Q!),
        "Qhis" => His(scene.Q!),
        "Qhim" => Him(scene.Q!),
        "place" => scene.Place,
        "spot" => scene.Spot,
        "spot2" => scene.Spot2,
        "obj" => "the " + scene.Thing,
        "aobj" => "a " + scene.Thing,
        "thing" => scene.Thing,
        "thingan" => "a " + scene.Thing,
        "carry" => "the " + scene.Carry,
        "motif" => "the " + scene.Motif,
        "amotif" => "a " + scene.Motif,
        "you" => scene.Reader!.Subject,
        "me" => scene.Reader!.Object,
        "your" => scene.Reader!.Possessive,
        "yourself" => scene.Reader!.Reflexive,
        "role" => scene.Role.Length > 0 && !EnglishNouns.IsVagueRole(scene.Role) ? "the " + scene.Role : "a familiar face",
        _ => null,
    };

    internal override string? Tell(string clause, Person main)
    {
        var plain = Meta().Replace(clause, "");
        if (!HasOwnVerb(plain) || PastTense.Of(plain) is not { } told)
        {
            return null;
        }

        // What somebody says stays in the first person; a plan that says "you" means the main character.
        return Finish(Ended(told.IndexOfAny(['“', '"']) >= 0 ? told : Addressed().Replace(told, match => ForYou(match, main))));
    }

    internal override Doer Reader(PlayPerson person) => person == PlayPerson.First ? new("I", "me", "my", "myself") : new("you", "you", "your", "yourself");

    internal override Doer Of(Person person) => new(person.Name, Him(person), His(person), Him(person) + "self");

    internal override string? Do(string action, Doer doer) => EnglishActions.Tell(Meta().Replace(action, ""), doer) is { } told ? Finish(Ended(told)) : null;

    internal override string Bare(string action, Doer doer) => EnglishActions.Bare(action, doer);

    internal override string? Lead(string sentence, Person main, Doer reader) => EnglishActions.Lead(sentence, Tell(sentence, main), main, reader) is { } told ? Finish(Ended(told)) : null;

    internal override string Choice(string action, PlayPerson person) => person == PlayPerson.First ? "I " + AnBeforeVowel().Replace(char.ToLowerInvariant(action[0]) + action[1..], "${a}n ") : Finish(action);

    internal override string? Beyond(string action, string known) => EnglishActions.Beyond(action, known);

    internal override string Fact(string sentence, Person main) =>
        Finish(Ended(sentence.IndexOfAny(['“', '"']) >= 0 ? sentence : Addressed().Replace(sentence, match => ForYou(match, main))));

    internal override bool IsTangible(string thing, Banks banks) => banks["things"].Contains(thing) || EnglishNouns.IsTangible(thing);

    internal override string Gist(string clause)
    {
        var gist = Request().Replace(Meta().Replace(clause, ""), "").TrimEnd('.', '!', '?', ' ');
        var first = gist.Split(' ')[0];
        return gist.Length > 0 && !People(gist).Any(person => person.Name.StartsWith(first, StringComparison.Ordinal)) ? char.ToLowerInvariant(gist[0]) + gist[1..] : gist;
    }

    internal override string Finish(string sentence)
    {
        var text = new StringBuilder(AnBeforeVowel().Replace(sentence, "${a}n "));
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetter(text[i]))
            {
                text[i] = char.ToUpperInvariant(text[i]);
                break;
            }
        }

        return text.ToString();
    }

    internal override string Titled(string title) => string.Join(' ', title.Split(' ')
        .Select((word, i) => i > 0 && word is "of" or "the" or "and" or "in" or "a" ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    internal override IReadOnlyList<string> Smooth(IReadOnlyList<string> sentences, Scene scene)
    {
        var smooth = sentences.ToArray();
        var people = new[] { scene.P, scene.Q, scene.R }.OfType<Person>().ToList();
        for (int i = 1, pronouns = 0; i < smooth.Length; i++)
        {
            var leader = people.FirstOrDefault(person => sentences[i].StartsWith(person.Name + " ", StringComparison.Ordinal)
                && !sentences[i].StartsWith(person.Name + " and ", StringComparison.Ordinal));
            var clear = leader is not null && pronouns < MostPronouns && IsOnly(leader, sentences[i - 1], people);
            smooth[i] = clear ? Finish(He(leader!) + sentences[i][leader!.Name.Length..]) : sentences[i];
            pronouns = clear ? pronouns + 1 : 0;
        }

        return smooth;
    }

    internal override string HourOf(int turn) => EnglishHours.Of(turn);

    internal override int? TurnIn(string sentence) => EnglishHours.Turn(sentence);

    internal override bool IsOpen(string sentence) => OpenLeads.Any(lead => sentence.StartsWith(lead, StringComparison.Ordinal));

    private static bool IsOnly(Person person, string sentence, List<Person> people) => sentence.Contains(person.Name, StringComparison.Ordinal)
        && people.TrueForAll(other => other.Name == person.Name || !sentence.Contains(other.Name, StringComparison.Ordinal));

    private static string? Last(string text, string[] words) => words
        .Select(word => (word, At: text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase)))
        .Where(found => found.At >= 0)
        .OrderByDescending(found => found.At)
        .Select(found => found.word)
        .FirstOrDefault();

    private static string? Most(string text, string[] words, string but) => words
        .Where(word => word != but && text.Contains(word, StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(word => text.Split(word).Length)
        .ThenByDescending(word => text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase))
        .FirstOrDefault();

    private static string Dressed(string text) => text.Replace('\'', '’');

    private static string He(Person person) => person.IsWoman ? "she" : "he";

    private static string His(Person person) => person.IsWoman ? "her" : "his";

    private static string Him(Person person) => person.IsWoman ? "her" : "him";

    private static string ForYou(Match match, Person main) => match.Value.ToLowerInvariant() switch
    {
        "your" or "my" => His(main),
        "yourself" or "myself" => Him(main) + "self",
        _ => main.Name,
    };

    // "Describe the storm" and "more tension" have no verb of their own to tell.
    private static bool HasOwnVerb(string clause) => !Request().IsMatch(clause) && !clause.TrimEnd().EndsWith('?');

    private static string Ended(string told) => told[^1] is '.' or '!' or '?' or '”' or '"' or '…' ? told : told.TrimEnd(',', ';', ':') + ".";

    [GeneratedRegex(@"^(in (this|the next) (paragraph|scene),? |next,? |then,? |\d+[.)] |[-*] )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Meta();

    [GeneratedRegex(@"^((please )?((write|describe|show|tell|add|include|introduce|explain|reveal|continue|focus|end|begin|start|keep|make|let|have|give|create|develop|build|explore|mention|imagine)\b( (me|us|the reader))?( (a |an |the )?(\w+ )?(story|novel|tale|paragraph|scene|book))?( (about|of|on|with|in which|where|how|that))?)|(a|an|the) (\w+ ){0,2}(story|novel|tale)( about| of| in which| where|:))\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Request();

    [GeneratedRegex(@"\b(you|your|yourself|I|my|myself)\b(?=\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Addressed();

    [GeneratedRegex(@"\b(?<a>[Aa]) (?=[aeiAEI]|o(?!ne\b)|u(?!n[it]|s[eu]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnBeforeVowel();
}
