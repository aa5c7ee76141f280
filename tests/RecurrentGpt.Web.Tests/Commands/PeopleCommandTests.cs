using RecurrentGpt.Web.Commands;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Commands;

public sealed class PeopleCommandTests : IDisposable
{
    private const string Password = "under the apple tree\n";

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Add_TwoPeople_TheFirstIsTheOwner()
    {
        Assert.Equal(ExitCode.Done, (await RunAsync(Password, "add", "Ada", "--password-stdin")).Code);
        Assert.Equal(ExitCode.Done, (await RunAsync(Password, "add", "Ben", "--password-stdin")).Code);
        Assert.Equal(ExitCode.Done, (await RunAsync("", "disable", "ben")).Code);

        Assert.Equal(["Ada\towner", "Ben\tout"], await ListAsync());
        Assert.Equal(ExitCode.Done, (await RunAsync("", "enable", "Ben")).Code);
        Assert.Equal(ExitCode.Done, (await RunAsync("another one of theirs\n", "password", "Ben", "--password-stdin")).Code);
        Assert.Equal(["Ada\towner", "Ben\tin"], await ListAsync());
    }

    [Theory]
    [InlineData("short\n", "at least 10 characters", "add", "Ada", "--password-stdin")]
    [InlineData("", "Standard input is empty", "add", "Ada", "--password-stdin")]
    [InlineData("", "nobody named Eve", "disable", "Eve")]
    [InlineData("", "Required argument missing", "add")]
    public async Task Run_CannotBeDone_SaysWhy(string input, string expected, params string[] verb)
    {
        var run = await RunAsync(input, verb);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Run_DeskHoldsTheFolder_NamesTheSettings()
    {
        await using var desk = TestDatabase.At(_folder.Path);
        await desk.StartAsync();

        var run = await RunAsync("", "list");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("in use", run.Error, StringComparison.Ordinal);
        Assert.Contains("Settings → People", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<CommandRun> RunAsync(string input, params string[] args) => CommandRun.OfInputAsync(input, ["people", .. args, "--data", _folder.Path]);

    private async Task<string[]> ListAsync() => (await RunAsync("", "list")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
