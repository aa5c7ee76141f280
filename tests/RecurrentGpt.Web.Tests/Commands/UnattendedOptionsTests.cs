using System.CommandLine;
using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Web.Commands;

namespace RecurrentGpt.Web.Tests.Commands;

public sealed class UnattendedOptionsTests
{
    private readonly UnattendedOptions _options = new();

    [Fact]
    public void Order_NothingGiven_WritesOnWhateverHappens()
    {
        var order = Order();

        Assert.Equal(new AutopilotOrder { Steps = 7, Author = AuthorKind.First, Seed = order.Seed, StopsAtRepetition = false, StopsAtAlikePlans = false }, order);
    }

    [Fact]
    public void Order_AllGiven_AsksForAll()
    {
        var order = Order(
            "--author", "simulated", "--no-revise", "--extend", "--stop-when", " the letter is opened ", "--max-tokens", "500000", "--max-cost", "2.50", "--max-time", "1h30m",
            "--stop-at", "repetition", "alike-plans");

        var expected = new AutopilotOrder
        {
            Steps = 7,
            Author = AuthorKind.Simulated,
            Seed = order.Seed,
            MayRevise = false,
            Extends = true,
            StopCondition = "the letter is opened",
            MostTokens = 500_000,
            MostCost = 2.5m,
            MostTime = TimeSpan.FromMinutes(90),
        };
        Assert.Equal(expected, order);
    }

    [Fact]
    public void Order_RandomAuthor_HasTheSeedThatIsGiven() => Assert.Equal((AuthorKind.Random, 7), (Order("--author", "random", "--seed", "7").Author, Order("--seed", "7").Seed));

    private AutopilotOrder Order(params string[] args)
    {
        var command = new Command("write");
        foreach (var option in _options.All)
        {
            command.Add(option);
        }

        var parsed = command.Parse(args);
        Assert.Empty(parsed.Errors);
        return _options.Order(parsed, steps: 7);
    }
}
