using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;
using RecurrentGpt.Web.Tests.Features.Search;

namespace RecurrentGpt.Web.Tests.Storage.Search;

public sealed class SearchIndexTests : IAsyncLifetime
{
    private const string Unread = "SELECT count(*) FROM SearchedSteps WHERE IsRead = 0";
    private const string Words = "SELECT count(*) FROM StepWords WHERE StepWords MATCH 'lamp'";

    private SearchHost _host = null!;

    public async Task InitializeAsync() => _host = await SearchHost.OpenAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Commit_OfSteps_PutsThemOnTheListInItsOwnTransaction()
    {
        await _host.WriteAsync("Shore", "The lamp was lit.", "Nobody came.");
        Assert.Equal(2, await _host.AskAsync(Unread));

        await Assert.ThrowsAsync<InvalidOperationException>(() => _host.Database.Queue.WriteAsync<int>(async db =>
        {
            await db.Database.ExecuteSqlAsync($"UPDATE Steps SET Paragraph = Paragraph || ' A lamp.'");
            throw new InvalidOperationException("Not stored.");
        }));

        Assert.True(await _host.Index.ReadSomeAsync(CancellationToken.None));
        Assert.False(await _host.Index.ReadSomeAsync(CancellationToken.None));
        Assert.Equal(0, await _host.AskAsync(Unread));
        Assert.Equal(1, await _host.AskAsync(Words));
    }

    [Fact]
    public async Task CatchUp_ManyOrLongParagraphs_IsDoneInManyWrites()
    {
        await _host.WriteAsync("Shore", [.. Enumerable.Range(0, 450).Select(number => $"Lamp {number}.")]);
        await _host.Index.CatchUpAsync(2, CancellationToken.None);
        Assert.Equal(50, await _host.AskAsync(Unread));
        await _host.Index.CatchUpAsync(1, CancellationToken.None);

        await _host.WriteAsync("Tower", [.. Enumerable.Range(0, 20).Select(_ => new string('灯', 20_000))]);
        await _host.Index.CatchUpAsync(1, CancellationToken.None);
        Assert.Equal(10, await _host.AskAsync(Unread));
    }

    [Fact]
    public async Task Write_ThatLeavesTheParagraphAsItIs_ReadsNothingAnew()
    {
        await _host.WriteAsync("Shore", "The lamp was lit.");
        await _host.Index.CatchUpAsync(10, CancellationToken.None);

        await ExecuteAsync("UPDATE Steps SET Paragraph = Paragraph, IsEdited = 1");

        Assert.Equal(0, await _host.AskAsync(Unread));
    }

    [Fact]
    public async Task Write_ThatReplacesOrRemovesARow_IsSeen()
    {
        var steps = await _host.WriteAsync("Shore", "The lamp was lit.", "Nobody came.");
        await _host.Index.CatchUpAsync(10, CancellationToken.None);
        await ExecuteAsync("PRAGMA defer_foreign_keys = ON; CREATE TEMP TABLE Copies AS SELECT * FROM Steps; UPDATE Copies SET Paragraph = 'A lantern.' WHERE Number = 1; INSERT OR REPLACE INTO Steps SELECT * FROM Copies; DROP TABLE Copies");

        Assert.Empty(await _host.FindAsync("lamp"));
        Assert.Equal(["Shore 1"], await _host.FindAsync("lantern"));
        Assert.Equal(2, await _host.AskAsync("SELECT count(*) FROM SearchedSteps"));

        await ExecuteAsync($"PRAGMA defer_foreign_keys = ON; DELETE FROM MemoryEntries; DELETE FROM Plans; UPDATE Stories SET HeadId = NULL; DELETE FROM Steps WHERE Id = '{steps[1].Id.ToString().ToUpperInvariant()}'");
        Assert.Empty(await _host.FindAsync("nobody"));
        Assert.Equal(1, await _host.AskAsync("SELECT count(*) FROM SearchedSteps"));
    }

    [Fact]
    public async Task Update_OfADatabaseWithoutSearch_FindsWhatWasThere()
    {
        await _host.WriteAsync("Shore", "The lamp was lit.");
        await using (var connection = Connections.OpenForWriting(_host.Database.Folder.Database))
        await using (var db = new WritingDb(Connections.Options(connection, NullLoggerFactory.Instance)))
        {
            await db.GetService<IMigrator>().MigrateAsync("Lookahead");
            await db.GetService<IMigrator>().MigrateAsync();
        }

        Assert.Equal(1, await _host.AskAsync(Unread));
        Assert.Equal(["Shore 1"], await _host.FindAsync("lamp"));
        await _host.WriteAsync("Tower", "Another lamp.");
        Assert.Equal(["Tower 1", "Shore 1"], await _host.FindAsync("lamp"));
    }

    [Fact]
    public async Task Library_InUse_KnowsTheWordIndexWithoutTexts()
    {
        await using var database = await TestDatabase.OpenAsync();

        await database.Queue.WriteAsync(async db => await db.Database.ExecuteSqlAsync($"INSERT INTO StepWords (rowid, Words) VALUES (1, 'lamp')"));

        await using var db = database.Read();
        Assert.Equal(["1"], await db.Database.SqlQuery<string>($"SELECT CAST(rowid AS TEXT) AS Value FROM StepWords WHERE StepWords MATCH '\"la\"*'").ToListAsync());
    }

    private Task<int> ExecuteAsync(string sql) => _host.Database.Queue.WriteAsync(db => db.Database.ExecuteSqlRawAsync(sql));
}
