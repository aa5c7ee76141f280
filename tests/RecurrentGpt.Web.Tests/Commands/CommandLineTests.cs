using RecurrentGpt.Web.Commands;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(true, "write")]
    [InlineData(true, "stories", "--data", "x")]
    [InlineData(true, "wriet")]
    [InlineData(true, "--help")]
    [InlineData(true, "--version")]
    [InlineData(false)]
    [InlineData(false, "")]
    [InlineData(false, "--urls", "http://127.0.0.1:8080")]
    [InlineData(false, "--environment=Development")]
    [InlineData(false, "urls=http://127.0.0.1:8080")]
    [InlineData(false, "/urls", "http://127.0.0.1:8080")]
    public void IsVerb_Arguments_TellsAVerbFromASetting(bool expected, params string[] args) => Assert.Equal(expected, CommandLine.IsVerb(args));

    [Theory]
    [InlineData("wriet", "wriet")]
    [InlineData("Say what to write", "write", "--steps", "1", "--out", "story.md")]
    [InlineData("--steps", "write", "--premise", "A bell.", "--out", "story.md")]
    [InlineData("--out", "write", "--premise", "A bell.", "--steps", "1")]
    [InlineData("many", "write", "--premise", "A bell.", "--steps", "many", "--out", "story.md")]
    [InlineData("less than 0", "write", "--premise", "A bell.", "--steps", "-1", "--out", "story.md")]
    [InlineData(".md for Markdown or .json for JSON", "write", "--premise", "A bell.", "--steps", "1", "--out", "story.txt")]
    [InlineData("no folder", "write", "--premise", "A bell.", "--steps", "1", "--out", "no/such/folder/story.md")]
    [InlineData("no folder", "write", "--premise", "A bell.", "--steps", "1", "--out", "story.md", "--trace", "no/such/folder/trace.jsonl")]
    [InlineData("1000 at most", "write", "--premise", "A bell.", "--steps", "1001", "--out", "story.md")]
    [InlineData("--max-tokens is a number above 0", "write", "--premise", "A bell.", "--steps", "1", "--out", "story.md", "--max-tokens", "0")]
    [InlineData("--max-cost is an amount above 0", "write", "--premise", "A bell.", "--steps", "1", "--out", "story.md", "--max-cost", "free")]
    [InlineData("--max-time is a time such as 2h", "write", "--premise", "A bell.", "--steps", "1", "--out", "story.md", "--max-time", "30")]
    [InlineData("boredom", "write", "--premise", "A bell.", "--steps", "1", "--out", "story.md", "--stop-at", "boredom")]
    [InlineData("--no-revise, --extend: only --author simulated", "write", "--premise", "A bell.", "--steps", "1", "--out", "story.md", "--no-revise", "--extend")]
    [InlineData("somebody", "write", "--premise", "A bell.", "--steps", "1", "--out", "story.md", "--author", "somebody")]
    [InlineData("--author random", "write", "--premise", "A bell.", "--steps", "1", "--out", "story.md", "--author", "first", "--seed", "1")]
    [InlineData("novella", "write", "--premise", "A bell.", "--steps", "1", "--out", "story.md", "--kind", "novella")]
    [InlineData("--length, --person: only --kind interactive-fiction", "write", "--premise", "A bell.", "--steps", "1", "--out", "story.md", "--length", "short", "--person", "first")]
    [InlineData("leave out --length", "write", "--story", "0199b0de-0000-7000-8000-000000000000", "--length", "short", "--steps", "1", "--out", "story.md")]
    [InlineData("eternal", "write", "--premise", "A bell.", "--steps", "1", "--out", "story.md", "--kind", "interactive-fiction", "--length", "eternal")]
    [InlineData("no-such-file", "write", "--opening", "no-such-file.txt", "--steps", "1", "--out", "story.md")]
    [InlineData("leave out --genre", "write", "--story", "0199b0de-0000-7000-8000-000000000000", "--genre", "Mystery", "--steps", "1", "--out", "story.md")]
    [InlineData("not-an-id", "write", "--story", "not-an-id", "--steps", "1", "--out", "story.md")]
    [InlineData("--story", "export", "--out", "story.md")]
    [InlineData("is no address", "health", "--url", "somewhere")]
    public async Task Run_WrongUse_SaysWhatToChangeAndWritesNothing(string expected, params string[] args)
    {
        var data = Path.Combine(_folder.Path, "data");

        var run = await CommandRun.OfAsync(args is ["write" or "export", ..] ? [.. args, "--data", data] : args);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(expected, run.Error + run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task Run_PremiseTooLong_IsRefused()
    {
        var run = await CommandRun.OfAsync("write", "--premise", new string('x', 9_000), "--steps", "1", "--out", "story.md");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("--premise is longer than 8000 characters", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "write")]
    [InlineData("write", "--trace", "--help")]
    [InlineData("write", "exit code 4", "--help")]
    public async Task Run_Help_ListsWhatThereIs(string verb, string expected, string? option = null)
    {
        var run = await CommandRun.OfAsync(option is null ? [verb] : [verb, option]);

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
