using System.Collections.Frozen;
using System.Text.RegularExpressions;
using RecurrentGpt.Play;

namespace RecurrentGpt.Offline.Chinese;

/// <summary>Chinese. Verbs have no tense, so a plan's sentence is told as it stands.</summary>
internal sealed partial class ChineseVoice : Voice
{
    internal static readonly ChineseVoice Instance = new();

    private const int MostPronouns = 2;

    private static readonly Banks Common = Offline.Banks.Read(
        ChineseBankWords.Text, ChineseBankScene.Text, ChineseBankTalk.Text, ChineseBankBeats.Text, ChineseBankStory.Text, ChineseBankPlay.Text);

    private static readonly FrozenDictionary<string, Banks> Genres = ChineseBankGenres.All.ToFrozenDictionary(genre => genre.Name, genre => Common.With(Offline.Banks.Read(genre.Text)));

    private static readonly string[] OpenLeads = ["还不清楚", "悬而未决的是", "还没有人说过", "还没有答案的是"];

    private static readonly (string Scenery, string[] Nouns)[] Places =
    [
        ("ScienceFiction", ["空间站", "飞船", "殖民地", "火星", "月球", "星际"]),
        ("Other", ["灯塔", "小岛", "渔村", "村庄", "村子", "海边", "港口", "农场"]),
        ("Mystery", ["公馆", "庄园", "旅馆"]),
        ("Fantasy", ["城堡", "王国", "龙", "魔法", "森林"]),
        ("Historical", ["王朝", "皇宫", "古城", "衙门", "寺"]),
        ("Romance", ["书店", "面包店", "学校", "校园", "花店", "咖啡馆"]),
        ("Western", ["牧场", "沙漠"]),
    ];

    internal override string Join => "";

    internal override ChoiceBank Choosing => ChineseChoices.Bank;

    internal override string WishLead => "依照你的愿望：";

    internal override string Wished(string wish) => $"{WishLead}{wish}。";

    internal override Banks Banks(string genre, string premise)
    {
        var name = genre.ToLowerInvariant();
        var match = ChineseBankGenres.All.FirstOrDefault(known => known.Keys.Any(key => name.Contains(key, StringComparison.Ordinal)));
        var banks = Genres[match.Name ?? ChineseBankGenres.Other];
        var scenery = Places.FirstOrDefault(place => place.Nouns.Any(noun => premise.Contains(noun, StringComparison.Ordinal))).Scenery;
        return scenery is null ? banks : banks.WithScenery(Genres[scenery]);
    }

    internal override IReadOnlyList<Person> People(string text) => ChineseNames.Of(text);

    internal override Person Invent(ulong seed, IReadOnlyCollection<Person> taken, string role)
    {
        var woman = role.Contains('女', StringComparison.Ordinal) || (seed & 1) == 0;
        var names = (woman ? ChineseNames.Women : ChineseNames.Men).Split(' ');
        var start = StableHash.Below(seed >> 1, names.Length);
        return Enumerable.Range(0, names.Length).Select(i => new Person(names[(start + i) % names.Length], woman))
            .First(person => taken.All(known => known.Name[0] != person.Name[0]));
    }

    internal override string? PlaceIn(string text) => ChineseNouns.Place(text);

    internal override string? SpotIn(string text, Banks banks) => banks["spots"]
        .Where(spot => text.Contains(spot, StringComparison.Ordinal))
        .OrderByDescending(spot => text.LastIndexOf(spot, StringComparison.Ordinal) + spot.Length)
        .FirstOrDefault();

    internal override string? ThingIn(string text, Banks banks, bool anyNoun, string but = "") => banks["things"]
        .Where(thing => thing != but && text.Contains(Bare(thing), StringComparison.Ordinal))
        .OrderByDescending(thing => text.Split(Bare(thing)).Length)
        .ThenByDescending(thing => text.LastIndexOf(Bare(thing), StringComparison.Ordinal))
        .FirstOrDefault() ?? (anyNoun ? ChineseNouns.Thing(text, but) : null);

    internal override string? RoleIn(string premise) => ChineseNouns.Role(premise);

    internal override string? Word(string slot, Scene scene) => slot switch
    {
        "P" => scene.P.Name,
        "Q" => scene.Q?.Name,
        "R" => scene.R?.Name,
        "he" => He(scene.P),
        "Qhe" => He(scene.Q!),
        "place" => scene.Place,
        "spot" => scene.Spot,
        "spot2" => scene.Spot2,
        "obj" => That(scene.Thing),
        "aobj" => "一" + scene.Thing.Replace(":", "", StringComparison.Ordinal),
        "thing" => Bare(scene.Thing),
        "carry" => That(scene.Carry),
        "motif" => Bare(scene.Motif),
        "amotif" => "一" + scene.Motif.Replace(":", "", StringComparison.Ordinal),
        "motifbare" => Bare(scene.Motif),
        "you" or "me" => scene.Reader!.Subject,
        "your" => scene.Reader!.Possessive,
        "yourself" => scene.Reader!.Reflexive,
        "role" => scene.Role.Length > 0 ? scene.Role : $"{scene.Place}人人都认识的人",
        _ => null,
    };

    internal override string? Tell(string clause, Person main)
    {
        var plain = Polite().Replace(clause.Trim(), "");
        if (Request().IsMatch(plain) || plain.TrimEnd().EndsWith('？') || !plain.Any(c => c is >= '\u4E00' and <= '\u9FFF'))
        {
            return null;
        }

        var told = plain.Contains('“', StringComparison.Ordinal) ? plain : Addressed().Replace(plain, main.Name);
        return told[^1] is '。' or '！' or '”' or '…' ? told : told.TrimEnd('.', '，', '；', ',') + "。";
    }

    internal override Doer Reader(PlayPerson person) => person == PlayPerson.First ? new("我", "我", "我的", "我自己") : new("你", "你", "你的", "你自己");

    internal override Doer Of(Person person) => new(person.Name, person.Name, person.Name + "的", person.Name + "自己");

    internal override string? Do(string action, Doer doer) => ChineseActions.Tell(Polite().Replace(action.Trim(), ""), doer);

    internal override string Bare(string action, Doer doer) => ChineseActions.Bare(action, doer);

    internal override string? Lead(string sentence, Person main, Doer reader) => ChineseActions.Lead(sentence, main, reader);

    internal override string Choice(string action, PlayPerson person) => person == PlayPerson.First ? "我" + action : action;

    internal override string? Beyond(string action, string known) => ChineseActions.Beyond(action, known);

    internal override string Fact(string sentence, Person main) => sentence[^1] is '。' or '！' or '？' or '”' ? sentence : sentence.TrimEnd('.') + "。";

    internal override bool IsTangible(string thing, Banks banks) => true;

    internal override string Gist(string clause) => Request().Replace(Polite().Replace(clause.Trim(), ""), "").TrimEnd('。', '！', '？', '.', '!', '?', ' ');

    internal override string Finish(string sentence) => sentence;

    internal override string Titled(string title) => title;

    internal override IReadOnlyList<string> Smooth(IReadOnlyList<string> sentences, Scene scene)
    {
        var smooth = sentences.ToArray();
        var people = new[] { scene.P, scene.Q, scene.R }.OfType<Person>().ToList();
        for (int i = 1, pronouns = 0; i < smooth.Length; i++)
        {
            var leader = people.FirstOrDefault(person => sentences[i].StartsWith(person.Name, StringComparison.Ordinal) && !"和与跟".Contains(sentences[i][person.Name.Length], StringComparison.Ordinal));
            var clear = leader is not null && pronouns < MostPronouns && IsOnly(leader, sentences[i - 1], people);
            smooth[i] = clear ? He(leader!) + sentences[i][leader!.Name.Length..] : sentences[i];
            pronouns = clear ? pronouns + 1 : 0;
        }

        return smooth;
    }

    internal override string HourOf(int turn) => ChineseHours.Of(turn);

    internal override int? TurnIn(string sentence) => ChineseHours.Turn(sentence);

    internal override bool IsOpen(string sentence) => OpenLeads.Any(lead => sentence.StartsWith(lead, StringComparison.Ordinal));

    private static bool IsOnly(Person person, string sentence, List<Person> people) => sentence.StartsWith(person.Name, StringComparison.Ordinal)
        && people.TrueForAll(other => other.Name == person.Name || !sentence.Contains(other.Name, StringComparison.Ordinal));

    private static string He(Person person) => person.IsWoman ? "她" : "他";

    private static string That(string thing) => "那" + thing.Replace(":", "", StringComparison.Ordinal);

    private static string Bare(string thing) => thing[(thing.IndexOf(':', StringComparison.Ordinal) + 1)..];

    [GeneratedRegex(@"^(请|接下来，?|然后，?|下一段，?|在这一段(里|中)，?|\d+[.、）] ?)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Polite();

    [GeneratedRegex(@"^(写一(个|篇|部)(关于)?|描写|描述|展示|介绍|增加|加入|加上|继续写|继续|重点写|突出|一个关于|关于|讲述|讲一个)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Request();

    [GeneratedRegex("(?<!自)(你|我)(?!们)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Addressed();
}
