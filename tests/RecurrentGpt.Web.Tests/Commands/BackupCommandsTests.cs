using RecurrentGpt.Web.Commands;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Commands;

public sealed class BackupCommandsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    [Fact]
    public async Task BackupAndRestore_ByName_GoBackAndForthAgain()
    {
        await AddStoryAsync("first");
        var taken = await RunAsync("backup");
        await AddStoryAsync("second");

        var restored = await RunAsync("restore", "--backup", taken.Output.Trim());

        Assert.Equal((ExitCode.Done, ExitCode.Done), (taken.Code, restored.Code));
        Assert.Equal(["first"], await TitlesAsync());
        var lines = (await RunAsync("backups")).Output.Trim().Split('\n').Select(line => line.Trim().Split('\t')).ToList();
        Assert.Equal(["hand", "restore"], lines.Select(line => line[3]).Order());
        Assert.All(lines, line => Assert.Equal(new FileInfo(Path.Combine(Data, "backups", line[0])).Length.ToString(provider: null), line[2]));

        await RunAsync("restore", "--backup", lines.Single(line => line[3] == "restore")[0]);
        Assert.Equal(["first", "second"], await TitlesAsync());
    }

    [Fact]
    public async Task Restore_FileFromElsewhere_MendsADamagedDatabaseThatHasNoBackup()
    {
        var carried = Path.Combine(_folder.Path, "carried.db");
        await AddStoryAsync("carried away");
        Assert.Equal(ExitCode.Done, (await RunAsync("backup", "--out", carried)).Code);
        await File.WriteAllTextAsync(Path.Combine(Data, "writing.db"), new string('x', 9_000));
        var refused = await RunAsync("stories");

        var mended = await RunAsync("restore", "--backup", carried);

        Assert.Equal(ExitCode.Usage, refused.Code);
        Assert.Contains("restore --backup FILE", refused.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, mended.Code);
        Assert.Contains("damaged", mended.Error, StringComparison.Ordinal);
        Assert.Equal(["carried away"], await TitlesAsync());
        Assert.Single(Directory.GetFiles(Path.Combine(Data, "damaged"), "*.db"));
    }

    [Fact]
    public async Task Restore_NoSuchBackup_SaysWhereTheyAreListed()
    {
        await AddStoryAsync("stays");

        var run = await RunAsync("restore", "--backup", "writing-20200101-000000-hand.db");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("\"backups\" lists them", run.Error, StringComparison.Ordinal);
        Assert.Equal(["stays"], await TitlesAsync());
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore", "--backup", "x.db")]
    public async Task Run_DeskHoldsTheFolder_IsRefused(params string[] verb)
    {
        await using var desk = TestDatabase.At(Data);
        await desk.StartAsync();

        var run = await RunAsync(verb);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("in use", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync([.. args, "--data", Data]);

    private async Task AddStoryAsync(string title)
    {
        await using var database = TestDatabase.At(Data);
        await database.StartAsync();
        await database.AddStoryAsync(title);
    }

    private async Task<IEnumerable<string>> TitlesAsync() =>
        (await RunAsync("stories")).Output.Trim().Split('\n').Where(line => line.Length > 0).Select(line => line.Split('\t')[1]).Order();
}
