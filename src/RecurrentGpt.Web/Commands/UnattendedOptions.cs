using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Security.Cryptography;
using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;

namespace RecurrentGpt.Web.Commands;

/// <summary>The options of "write" that say who chooses the plans, and what stops the run before its last step.</summary>
internal sealed class UnattendedOptions
{
    public const string FirstAuthor = "first";
    public const string RandomAuthor = "random";
    public const string SimulatedAuthor = "simulated";
    public const string Repetition = "repetition";
    public const string AlikePlans = "alike-plans";

    public Option<string> Author { get; } = new Option<string>("--author")
    {
        Description = "Who chooses each plan. The simulated author reads the last paragraph, memory and the plans, and says why; it costs one more request a step.",
        DefaultValueFactory = _ => FirstAuthor,
    }.AcceptOnlyFromAmong(FirstAuthor, RandomAuthor, SimulatedAuthor);

    public Option<int?> Seed { get; } = new("--seed") { Description = "Makes the random author choose the same again.", HelpName = "S" };

    public Option<bool> NoRevise { get; } = new("--no-revise") { Description = "The simulated author follows the plans word for word, and revises none." };

    public Option<bool> Extend { get; } = new("--extend") { Description = "The simulated author writes each paragraph of the run out to twice its length; the shorter text stays as an earlier version." };

    public Option<string> StopWhen { get; } = new("--stop-when")
    {
        Description = "Stop when this has come to pass, in your words, such as \"the letter is opened\". The simulated author judges it as it chooses; with the others it costs one more request a step.",
        HelpName = "TEXT",
        DefaultValueFactory = _ => "",
    };

    public Option<long?> MaxTokens { get; } = new("--max-tokens") { Description = "Stop before more tokens are used, prompts and replies together.", HelpName = "N" };

    public Option<decimal?> MaxCost { get; } = new("--max-cost")
    {
        Description = "Stop before it costs more, at the prices on the Settings page and in their currency.",
        HelpName = "X",
        CustomParser = result => decimal.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cost) && cost > 0
            ? cost
            : Refuse<decimal?>(result, "--max-cost is an amount above 0, such as 2.50."),
    };

    public Option<TimeSpan?> MaxTime { get; } = new("--max-time")
    {
        Description = "Stop when this time is over, such as 2h, 30m or 1h30m.",
        HelpName = "TIME",
        CustomParser = result => TimeLimit.Read(result.Tokens[0].Value) ?? Refuse<TimeSpan?>(result, "--max-time is a time such as 2h, 30m or 1h30m."),
    };

    public Option<string[]> StopAt { get; } = new Option<string[]>("--stop-at")
    {
        Description = "Stop also when a paragraph repeats an earlier one, or when the plans no longer differ; both are left out unless they are asked for here.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    }.AcceptOnlyFromAmong(Repetition, AlikePlans);

    public IReadOnlyList<Option> All => [Author, Seed, NoRevise, Extend, StopWhen, MaxTokens, MaxCost, MaxTime, StopAt];

    /// <summary>What only the simulated author can be told.</summary>
    public IReadOnlyList<Option> OfSimulated => [NoRevise, Extend];

    /// <summary>What a run is asked for. Without a seed the random author gets one, so that it can be named.</summary>
    public AutopilotOrder Order(ParseResult parsed, int steps) => new()
    {
        Steps = steps,
        Author = AuthorOf(parsed.GetRequiredValue(Author)),
        Seed = parsed.GetValue(Seed) ?? RandomNumberGenerator.GetInt32(int.MaxValue),
        MayRevise = !parsed.GetValue(NoRevise),
        Extends = parsed.GetValue(Extend),
        StopCondition = parsed.GetRequiredValue(StopWhen).Trim(),
        MostTokens = parsed.GetValue(MaxTokens),
        MostCost = parsed.GetValue(MaxCost),
        MostTime = parsed.GetValue(MaxTime),
        StopsAtRepetition = parsed.GetRequiredValue(StopAt).Contains(Repetition),
        StopsAtAlikePlans = parsed.GetRequiredValue(StopAt).Contains(AlikePlans),
    };

    private static AuthorKind AuthorOf(string name) => name switch
    {
        SimulatedAuthor => AuthorKind.Simulated,
        RandomAuthor => AuthorKind.Random,
        _ => AuthorKind.First,
    };

    private static T? Refuse<T>(ArgumentResult result, string message)
    {
        result.AddError($"{message} It cannot be {result.Tokens[0].Value}.");
        return default;
    }
}
