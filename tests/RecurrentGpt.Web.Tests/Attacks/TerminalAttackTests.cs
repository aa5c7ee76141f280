using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Authors;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Commands;
using RecurrentGpt.Web.Features.Export;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Tests.Commands;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Attacks;

/// <summary>What verbs say on a terminal of stories whose texts are attacks.</summary>
public sealed class TerminalAttackTests
{
    [Fact]
    public async Task Stories_OfEveryTitle_AreALineOfFiveFieldsEach()
    {
        var titles = Attack.OfAtMost(StoryLimits.Title);
        using var folder = new TempFolder();
        await using (var database = TestDatabase.At(folder.Path))
        {
            await database.StartAsync();
            foreach (var attack in titles)
            {
                await database.AddStoryAsync(attack.Text);
            }
        }

        var run = await CommandRun.OfAsync("stories", "--data", folder.Path);

        var lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(titles.Count, lines.Length);
        Assert.All(lines, line => Assert.Equal(5, line.Split('\t').Length));
        Assert.DoesNotContain(run.Output, IsHarmful);
    }

    [Fact]
    public async Task Export_OfAStory_NamesItOnOneHarmlessLine()
    {
        using var folder = new TempFolder();
        Guid id;
        await using (var database = TestDatabase.At(folder.Path))
        {
            await database.StartAsync();
            id = (await database.AddStoryAsync("\u001b[2Jone\r\nDone.\u202e two")).Id;
        }

        var run = await CommandRun.OfAsync("export", "--story", id.ToString(), "--out", Path.Combine(folder.Path, "story.md"), "--data", folder.Path);

        Assert.StartsWith("\uFFFD[2Jone Done.\uFFFD two is in ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Progress_OfEveryAttack_IsLinesThatCommandNothing()
    {
        await using var words = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<FailureText>().BuildServiceProvider();
        await using var said = new StringWriter();
        await using var terminal = new TerminalWriter(said);
        var progress = new WriteProgress(terminal, words.GetRequiredService<FailureText>());
        var lines = 0;

        foreach (var attack in Attack.OfAtMost(2_000))
        {
            var plan = new Plan(attack.Text, PlanSource.Autopilot);
            progress.Step(1, 2, new RunRequest(Guid.Empty, RunKind.Step) { Plan = plan, Choice = new PlanChoice(plan, AuthorKind.Simulated, 1) { Reason = attack.Text, Offered = "Another." } });
            progress.NotWritten(new StepFailure(FailureKind.ServerError, attack.Text));
            lines += attack.Text.Length > 0 ? 4 : 3;
        }

        Assert.DoesNotContain(said.ToString(), IsHarmful);
        Assert.Equal(lines, said.ToString().TrimEnd('\n').Split(said.NewLine).Length);
    }

    private static bool IsHarmful(char c) => (char.IsControl(c) && c is not ('\n' or '\t')) || TextDirection.Turns(c);
}
