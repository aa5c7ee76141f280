using System.CommandLine;

namespace RecurrentGpt.Web.Commands;

/// <summary>The options of "write".</summary>
internal sealed class WriteOptions
{
    public const string Novel = "novel";
    public const string InteractiveFiction = "interactive-fiction";

    public Option<string> Genre { get; } = Text("--genre", "The genre, in your words, such as \"Science Fiction\".");

    public Option<string> Premise { get; } = Text("--premise", "What the story is about.");

    public Option<string> Title { get; } = Text("--title", "The title; without it the opening gives one.");

    public Option<string> Language { get; } = new("--language")
    {
        Description = "The language to write in.",
        HelpName = "LANGUAGE",
        DefaultValueFactory = _ => "English",
    };

    public Option<string> Kind { get; } = new Option<string>("--kind")
    {
        Description = "What kind of story it is.",
        DefaultValueFactory = _ => Novel,
    }.AcceptOnlyFromAmong(Novel, InteractiveFiction);

    public PlayOptions Play { get; } = new();

    public Option<FileInfo> Opening { get; } = new Option<FileInfo>("--opening")
    {
        Description = "Start from your own text in this file (UTF-8).",
        HelpName = "FILE",
    }.AcceptExistingOnly();

    public Option<Guid?> Story { get; } = new("--story") { Description = "Go on with this story.", HelpName = "ID" };

    public Option<int> Steps { get; } = new("--steps")
    {
        Description = "How many paragraphs to write after the opening, up to 1,000; 0 for only the opening.",
        HelpName = "N",
        Required = true,
    };

    public UnattendedOptions Unattended { get; } = new();

    public Option<string?> Trace { get; } = new("--trace") { Description = "Write every prompt and reply to this file, as JSON lines.", HelpName = "FILE" };

    public Option<string> Out { get; } = SharedOptions.Out();

    public Option<string?> Data { get; } = SharedOptions.Data();

    public IReadOnlyList<Option> All => [Genre, Premise, Title, Language, Kind, .. Play.All, Opening, Story, Steps, .. Unattended.All, Trace, Out, Data];

    /// <summary>What only a new story can be given.</summary>
    public IReadOnlyList<Option> OfNewStory => [Genre, Premise, Title, Language, Kind, .. Play.All];

    private static Option<string> Text(string name, string description) =>
        new(name) { Description = description, HelpName = "TEXT", DefaultValueFactory = _ => "" };
}
