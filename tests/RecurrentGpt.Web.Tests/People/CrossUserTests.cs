using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RecurrentGpt.Tests.Doubles;
using Xunit.Abstractions;
using static RecurrentGpt.Web.Tests.People.Household;

namespace RecurrentGpt.Web.Tests.People;

/// <summary>
/// Tries everything that can be asked for as somebody else. A handler refuses when it answers for what another person has just as for what nobody has,
/// and not a byte of the database is another one afterwards.
/// </summary>
public sealed class CrossUserTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string OfAda = "StoryId IN (SELECT Id FROM Stories WHERE Id IN ($story, $head) AND OwnerId = '00000000-0000-0000-0000-000000000001')";
    private const string OfStep = $"StepId IN (SELECT Id FROM Steps WHERE {OfAda})";

    private static readonly (string Table, string Where)[] Owned =
    [
        ("Stories", "Id IN ($story, $head) AND OwnerId = '00000000-0000-0000-0000-000000000001'"), ("Steps", OfAda), ("Runs", OfAda), ("Autopilots", OfAda), ("Plans", OfStep), ("MemoryEntries", OfStep),
        ("Revisions", OfStep), ("StepMarks", OfStep), ("Exchanges", $"RunId IN (SELECT Id FROM Runs WHERE {OfAda})"), ("Settings", "$story = $story OR $head = $head"),
    ];

    private Household _household = null!;

    public async Task InitializeAsync() => _household = await OpenAsync();

    public async Task DisposeAsync() => await _household.DisposeAsync();

    [Fact]
    public async Task EveryHandler_AsAnotherUser_AnswersAsIfThereWereNothing()
    {
        var handlers = Handler.All(_household.Registrations, _household.PageOf(Ada));
        var failures = new List<string>();
        var (calls, reached) = (0, new HashSet<string>());
        foreach (var isBeingWritten in new[] { false, true })
        {
            var adas = await Belongings.MakeAsync(_household.PageOf(Ada), isBeingWritten);
            foreach (var handler in handlers)
            {
                var bens = await Belongings.MakeAsync(_household.PageOf(Ben), isBeingWritten: false);
                foreach (var (foreign, unknown) in Choices(adas, bens).Where(choice => IsForeign(handler, choice.Foreign, bens)))
                {
                    calls++;
                    await TryAsync(handler, foreign, unknown, bens, failures);
                }

                if (!reached.Contains(handler.Name) && await IsReachedAsync(handler, isBeingWritten))
                {
                    reached.Add(handler.Name);
                }
            }
        }

        var missed = handlers.Select(handler => handler.Name).Except(reached).ToList();
        var line = string.Create(CultureInfo.InvariantCulture, $"cross-user table: {handlers.Count} handlers, {calls} calls as another user, {calls - failures.Count} refused, {failures.Count} not");
        output.WriteLine(line);
        output.WriteLine($"{handlers.Count - missed.Count} of them answer their owner otherwise; those that have nothing to tell of this story: {string.Join(", ", missed)}");
        Counts.Write("cross-user", line);
        Assert.True(failures.Count == 0, string.Join("\n", failures));
        Assert.InRange(handlers.Count, 60, int.MaxValue);
        Assert.InRange(missed.Count, 0, handlers.Count * 2 / 5);
    }

    // All of it another's; and one's own story with the parts of another's.
    private static IEnumerable<(Belongings Foreign, Belongings Unknown)> Choices(Belongings adas, Belongings bens)
    {
        var nobodys = adas.OfNobody();
        yield return (adas, nobodys);
        yield return (adas with { Story = bens.Story }, nobodys with { Story = bens.Story });
        yield return (bens with { Story = adas.Story }, bens with { Story = nobodys.Story });
    }

    private static bool IsForeign(Handler handler, Belongings foreign, Belongings own) => Asked(handler, foreign) != Asked(handler, own);

    private static string Asked(Handler handler, Belongings whose) => CallOutcome.Shown(new SampleArguments(whose).Of(handler.Method).Where(argument => argument is not (Delegate or Stream or CancellationToken)).ToArray());

    private async Task TryAsync(Handler handler, Belongings foreign, Belongings unknown, Belongings own, List<string> failures)
    {
        var before = await DumpAsync(foreign);
        var asked = await CallOutcome.OfAsync(handler, _household.PageOf(Ben), new SampleArguments(foreign).Of(handler.Method), own.Story.Id);
        var after = await DumpAsync(foreign);
        var absent = await CallOutcome.OfAsync(handler, _household.PageOf(Ben), new SampleArguments(unknown).Of(handler.Method), own.Story.Id);
        if (asked != absent)
        {
            failures.Add($"{handler.Name} tells more of what is another's: {Difference(asked, absent)}");
        }
        else if (before != after)
        {
            failures.Add($"{handler.Name} changes what is another's");
        }
    }

    // That the arguments are good for something is shown by their owner's call.
    private async Task<bool> IsReachedAsync(Handler handler, bool isBeingWritten)
    {
        var adas = await Belongings.MakeAsync(_household.PageOf(Ada), isBeingWritten);
        var before = await DumpAsync(adas);
        var mine = await CallOutcome.OfAsync(handler, _household.PageOf(Ada), new SampleArguments(adas).Of(handler.Method), adas.Story.Id);
        var absent = await CallOutcome.OfAsync(handler, _household.PageOf(Ada), new SampleArguments(adas.OfNobody()).Of(handler.Method), adas.Story.Id);
        return mine != absent || before != await DumpAsync(adas);
    }

    // All rows of the stories that are named, and the owner's settings.
    private async Task<string> DumpAsync(Belongings named)
    {
        var dump = new StringBuilder();
        await _household.Queue.WriteAsync(async db =>
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            foreach (var (table, where) in Owned)
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT * FROM {table} WHERE {where}";
                command.Parameters.AddWithValue("$story", named.Story.Id.ToString().ToUpperInvariant());
                command.Parameters.AddWithValue("$head", named.Head.StoryId.ToString().ToUpperInvariant());
                command.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
                await using var rows = await command.ExecuteReaderAsync();
                while (await rows.ReadAsync())
                {
                    dump.Append(table);
                    for (var column = 0; column < rows.FieldCount; column++)
                    {
                        dump.Append('|').Append(rows.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : rows.GetValue(column));
                    }

                    dump.AppendLine();
                }
            }

            return 0;
        });
        return dump.ToString();
    }

    private static string Difference(string asked, string absent)
    {
        var same = asked.Zip(absent).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{Near(asked, same)} / {Near(absent, same)}";
    }

    private static string Near(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 100)];
}
