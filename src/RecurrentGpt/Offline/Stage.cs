using RecurrentGpt.Play;

namespace RecurrentGpt.Offline;

/// <summary>Sets the scene for a request from what the prompt carries.</summary>
internal sealed class Stage
{
    private readonly SampleRequest _request;
    private readonly ulong _storySeed;
    private readonly ulong _stepSeed;

    internal Stage(SampleRequest request, ulong seed)
    {
        _request = request;
        Voice = Voice.For(request);
        Banks = Voice.Banks(request.Genre, request.Premise);
        _storySeed = StableHash.Of(seed, request.Premise, request.Genre);
        _stepSeed = StableHash.Of(seed, request.Message);
        Place = Voice.PlaceIn(request.Premise) ?? Pick("places", 1);
        Turn = ReadTurn();
        Cast = ReadCast();
        var keepsake = PickKeepsake();
        var motif = Voice.ThingIn(request.Premise, Banks, anyNoun: true);
        HasOwnMotif = motif is not null;
        Motif = motif ?? keepsake;
        Keepsake = Voice.IsTangible(Motif, Banks) ? Motif : request.IsOpening ? At("things", 2) : keepsake;
    }

    internal Voice Voice { get; }

    internal Banks Banks { get; }

    /// <summary>The number of the paragraph that is written now.</summary>
    internal int Turn { get; }

    /// <summary>At least three people: those of the story, in the order of their weight, and invented ones behind them.</summary>
    internal IReadOnlyList<Person> Cast { get; }

    /// <summary>How many of the cast the story knows.</summary>
    internal int Known { get; private set; }

    internal string Place { get; }

    internal string Motif { get; }

    /// <summary>Whether the premise names the motif; if not, the opening has to bring it in.</summary>
    internal bool HasOwnMotif { get; }

    /// <summary>What there is to hold when nothing else is: the motif, or an object in its place.</summary>
    internal string Keepsake { get; }

    /// <summary>The scene of the paragraph that follows the plan.</summary>
    internal Scene Now()
    {
        var named = Named(_request.Plan);
        var main = _request.Person is not null ? Cast[0] : named.FirstOrDefault(person => Cast.Take(Known).Any(known => known.Name == person.Name)) ?? Cast[0];
        var second = named.FirstOrDefault(person => person.Name != main.Name)
            ?? (_request.Person is null ? null : Cast.Skip(1).Where(person => _request.LastParagraph.Contains(person.Name, StringComparison.Ordinal)).LastOrDefault() ?? Cast[1])
            ?? Cast.Take(_request.IsOpening ? Cast.Count : Known).FirstOrDefault(person => person.Name != main.Name);
        var thing = Voice.ThingIn(_request.Plan, Banks, anyNoun: true) ?? Carried();
        return Of(Turn) with
        {
            Carry = Voice.ThingIn(_request.Memory, Banks, anyNoun: false, but: thing) ?? Keepsake,
            P = main,
            Q = second,
            Thing = thing,
            Spot = Voice.SpotIn(_request.Plan, Banks) ?? Of(Turn).Spot,
        };
    }

    /// <summary>The scene as the reader of a play meets it: whoever is with them acts in it, and the reader has no name.</summary>
    internal Scene Played() => Played(Now());

    /// <inheritdoc cref="Played()"/>
    internal Scene Played(Scene scene) =>
        scene with { P = scene.Q ?? Cast[1], Q = null, R = Cast.First(person => person.Name != Cast[0].Name && person.Name != (scene.Q ?? Cast[1]).Name), Reader = Voice.Reader(_request.Person ?? PlayPerson.Second) };

    /// <summary>A scene of the story at another turn, with its first people.</summary>
    internal Scene Of(int turn) => new()
    {
        Turn = turn,
        StorySeed = _storySeed,
        StepSeed = _stepSeed,
        Banks = Banks,
        P = Cast[0],
        Q = Cast[1],
        R = Cast[2],
        Place = Place,
        Spot = At("spots", turn),
        Spot2 = At("spots", turn + 1),
        Thing = Beside(Motif, turn),
        Carry = Carried(),
        Motif = Motif,
        Role = Voice.RoleIn(_request.Premise) ?? "",
    };

    /// <summary>What was last in somebody's hands.</summary>
    internal string Carried() => Voice.ThingIn(_request.NewParagraph + _request.Plan, Banks, anyNoun: false)
        ?? Voice.ThingIn(_request.Memory, Banks, anyNoun: false)
        ?? Keepsake;

    /// <summary>The people that a text names, those of the cast among them, in the order in which they appear.</summary>
    internal IReadOnlyList<Person> Named(string text) =>
    [
        .. Cast.Take(Known).Concat(People(text)).DistinctBy(person => person.Name)
            .Select(person => (person, At: text.IndexOf(person.Name, StringComparison.Ordinal)))
            .Where(named => named.At >= 0).OrderBy(named => named.At).Select(named => named.person),
    ];

    /// <summary>The people that a text names; the name of the place is nobody.</summary>
    private IEnumerable<Person> People(string text) => Voice.People(text).Where(person => !Place.Contains(person.Name, StringComparison.Ordinal));

    // What turns up is another thing than the one that the story is about.
    private string Beside(string motif, int turn) =>
        Enumerable.Range(turn, Banks["things"].Length).Select(later => At("things", later)).FirstOrDefault(thing => thing != motif, motif);

    private string At(string list, int turn)
    {
        var words = Banks[list];
        return words[(int)Walk.Place(turn, words.Length, StableHash.Of(_storySeed, list))];
    }

    private string Pick(string list, ulong salt) => Banks[list][StableHash.Below(StableHash.Mix(_storySeed + salt), Banks[list].Length)];

    // What turns up in the third paragraph is another thing.
    private string PickKeepsake()
    {
        var things = Banks["things"];
        var at = StableHash.Below(StableHash.Mix(_storySeed + 2), things.Length);
        return things[at] == At("things", 2) ? things[(at + 1) % things.Length] : things[at];
    }

    private int ReadTurn()
    {
        var hour = Voice.Sentences(_request.Memory).Select(Voice.TurnIn).LastOrDefault(turn => turn is not null);
        return hour is { } last ? last + 1
            : _request.IsOpening ? 0
            : 3 + StableHash.Below(StableHash.Of(_storySeed, _request.LastParagraph, _request.NewParagraph), Voice.HoursADay);
    }

    private List<Person> ReadCast()
    {
        // A play's memory names everybody whom its paragraphs name; a word at the head of one of their sentences, such as "Steps", would pass for somebody.
        var isInMemory = _request.Person is not null && _request.Memory.Length > 0;
        string[] texts = isInMemory ? [_request.Memory, _request.Premise] : [_request.Memory, _request.Premise, _request.LastParagraph, _request.NewParagraph];
        var cast = texts.SelectMany(People).DistinctBy(person => person.Name).ToList();
        Known = cast.Count;
        for (var salt = 11UL; cast.Count < 3; salt++)
        {
            cast.Add(Voice.Invent(StableHash.Mix(_storySeed + salt), cast, cast.Count == 0 ? Voice.RoleIn(_request.Premise) ?? "" : ""));
        }

        return cast;
    }
}
