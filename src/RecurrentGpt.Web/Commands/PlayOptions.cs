using System.CommandLine;
using System.Globalization;
using RecurrentGpt.Play;

namespace RecurrentGpt.Web.Commands;

/// <summary>The options of "write" that say how an interactive story is played on its page; "write" itself writes it like any other.</summary>
internal sealed class PlayOptions
{
    private static readonly Dictionary<string, PlayLength> Lengths = new()
    {
        ["short"] = PlayLength.Short,
        ["medium"] = PlayLength.Medium,
        ["long"] = PlayLength.Long,
        ["endless"] = PlayLength.Endless,
    };

    private static readonly Dictionary<string, PlayPerson> Persons = new()
    {
        ["second"] = PlayPerson.Second,
        ["first"] = PlayPerson.First,
    };

    public Option<string> Length { get; } = new Option<string>("--length")
    {
        Description = $"How many turns an interactive story has until its ending: {string.Join(", ", Lengths.Select(length => $"{length.Key} {Turns(length.Value)}"))}.",
        DefaultValueFactory = _ => "medium",
    }.AcceptOnlyFromAmong([.. Lengths.Keys]);

    public Option<string> Person { get; } = new Option<string>("--person")
    {
        Description = "Who the reader of an interactive story is in it: second (\"You open the door\") or first (\"I open the door\").",
        DefaultValueFactory = _ => "second",
    }.AcceptOnlyFromAmong([.. Persons.Keys]);

    public IReadOnlyList<Option> All => [Length, Person];

    public PlaySettings Settings(ParseResult parsed) => new()
    {
        Length = Lengths[parsed.GetRequiredValue(Length)],
        Person = Persons[parsed.GetRequiredValue(Person)],
    };

    private static string Turns(PlayLength length) => Arc.Turns(length) is { } turns ? turns.ToString(CultureInfo.InvariantCulture) : "none";
}
