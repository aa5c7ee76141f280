using System.CommandLine;
using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.NewStory;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Commands;

/// <summary>write: a story written without a screen, into the same store as the desk's.</summary>
internal sealed class WriteCommand : Command
{
    private readonly WriteOptions _options = new();

    public WriteCommand()
        : base("write", "Write a new story, or go on with one, and export it. The story is on the desk too. A run that --stop-when, --stop-at or a --max stops before its last step ends with exit code 4.")
    {
        foreach (var option in _options.All)
        {
            Add(option);
        }

        WriteRules.AddTo(this, _options);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        return Headless.RunAsync(
            parsed.GetValue(_options.Data),
            error,
            async services =>
            {
                var progress = new WriteProgress(error, services.GetRequiredService<FailureText>());
                return await new WriteSession(services, output, progress).RunAsync(await OrderAsync(parsed, error, stop), stop);
            },
            stop);
    }

    private async Task<WriteOrder> OrderAsync(ParseResult parsed, TextWriter error, CancellationToken stop) => new()
    {
        StoryId = parsed.GetValue(_options.Story),
        Card = Card(parsed),
        Settings = NewStorySettings.Of(KindOf(parsed), _options.Play.Settings(parsed)),
        Opening = await OwnOpening.ReadAsync(parsed.GetValue(_options.Opening), stop),
        Unattended = await UnattendedAsync(parsed, error),
        Out = parsed.GetRequiredValue(_options.Out),
        Trace = parsed.GetValue(_options.Trace),
    };

    private StoryCard Card(ParseResult parsed) => new()
    {
        Title = parsed.GetRequiredValue(_options.Title).Trim(),
        Genre = parsed.GetRequiredValue(_options.Genre),
        Premise = parsed.GetRequiredValue(_options.Premise),
        Language = parsed.GetRequiredValue(_options.Language),
        Kind = KindOf(parsed),
    };

    private StoryKind KindOf(ParseResult parsed) => parsed.GetRequiredValue(_options.Kind) == WriteOptions.Novel ? StoryKind.Novel : StoryKind.InteractiveFiction;

    private async Task<AutopilotOrder> UnattendedAsync(ParseResult parsed, TextWriter error)
    {
        var order = _options.Unattended.Order(parsed, parsed.GetValue(_options.Steps));
        if (order.Author == AuthorKind.Random)
        {
            await error.WriteLineAsync($"Plans are chosen at random, with --seed {order.Seed}.");
        }

        return order;
    }
}
