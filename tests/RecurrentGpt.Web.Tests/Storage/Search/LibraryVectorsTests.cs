using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Storage.Search;
using RecurrentGpt.Web.Tests.Features.Search;

namespace RecurrentGpt.Web.Tests.Storage.Search;

public sealed class LibraryVectorsTests : IAsyncLifetime
{
    private SearchHost _host = null!;

    public async Task InitializeAsync() => _host = await SearchHost.OpenAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Nearest_OfAllStories_ComesInOrderWithItsExactCosine()
    {
        await _host.WriteAsync("Shore", "lamp lamp", "orchard");
        await _host.WriteAsync("Tower", "lamps", "crow");

        var found = await NearestAsync("lamp", 3);

        Assert.Equal(["Shore lamp lamp", "Tower lamps"], found.Take(2).Select(entry => $"{entry.Title} {entry.Summary}"));
        Assert.Equal(3, found.Count);
        Assert.Equal(1, found[0].Cosine, 0.001);
        Assert.True(_host.Vectors.IsOpen);
    }

    [Fact]
    public async Task Nearest_AfterAStep_AnEditOrANewStory_FindsThemToo()
    {
        var steps = await _host.WriteAsync("Shore", "orchard", "crow");
        await NearestAsync("lamp", 1);

        await _host.Database.Drafts.SaveParagraphAsync(steps[0].Id, "orchards", steps[0].Version);
        await _host.WriteAsync("Tower", "lamp");
        Assert.Equal("lamp", (await NearestAsync("lamp", 1))[0].Summary);

        await _host.Database.Queue.WriteAsync(async db =>
        {
            var entry = await db.MemoryEntries.FindAsync(steps[1].Id);
            (entry!.Summary, entry.Vector) = ("zzz", System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(ScriptedEmbedder.Embed("zzz")).ToArray());
            return 0;
        });
        _host.Shelf.Change(steps[0].StoryId, _ => { });
        Assert.Equal("zzz", (await NearestAsync("zzzz", 1))[0].Summary);
    }

    [Fact]
    public async Task Nearest_BannedDeletedForeignAndOtherwiseEmbedded_AreNotFound()
    {
        var steps = await _host.WriteAsync("Shore", "lamp", "lamps", "orchard");
        var deleted = await _host.WriteAsync("Deleted", "lamp");
        var theirs = await _host.WriteAsync("Theirs", "lamp");
        Assert.Equal(5, (await NearestAsync("lamp", 10)).Count);

        await _host.Database.Library.DeleteAsync(deleted[0].StoryId);
        await _host.GiveAwayAsync(theirs[0].StoryId);
        await _host.Database.Queue.WriteAsync(async db =>
        {
            (await db.MemoryEntries.FindAsync(steps[0].Id))!.Banned = true;
            (await db.MemoryEntries.FindAsync(steps[1].Id))!.EmbeddingModel = "others";
            return 0;
        });

        Assert.Equal(["orchard"], (await NearestAsync("lamp", 10)).Select(entry => entry.Summary));

        await _host.Database.Library.RestoreAsync(deleted[0].StoryId);
        Assert.Equal(["lamp", "orchard"], (await NearestAsync("lamp", 10)).Select(entry => entry.Summary));
    }

    [Fact]
    public async Task Nearest_AnotherModelOrLength_ReadsItsOwnVectors()
    {
        await _host.WriteAsync("Shore", "lamp");
        await NearestAsync("lamp", 1);

        Assert.Empty(await _host.Vectors.NearestAsync("others", ScriptedEmbedder.Embed("lamp"), 1, CancellationToken.None));
        Assert.Empty(await _host.Vectors.NearestAsync("letters", new float[] { 1, 0 }, 1, CancellationToken.None));
        Assert.Single(await NearestAsync("lamp", 1));
    }

    [Fact]
    public async Task Vectors_TenMinutesAfterTheLastSearch_AreLetGo()
    {
        await _host.WriteAsync("Shore", "lamp");
        await NearestAsync("lamp", 1);
        _host.Database.Clock.Advance(LibraryVectors.KeepFor - TimeSpan.FromSeconds(1));
        await NearestAsync("lamp", 1);
        _host.Database.Clock.Advance(LibraryVectors.KeepFor - TimeSpan.FromSeconds(1));
        Assert.True(_host.Vectors.IsOpen);

        _host.Database.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.False(_host.Vectors.IsOpen);
        Assert.Single(await NearestAsync("lamp", 1));
        _host.Vectors.Forget();
        Assert.False(_host.Vectors.IsOpen);
    }

    [Fact]
    public async Task MakeReady_ReadsTheVectorsOfTheSpace_AndLetsThemGoLikeASearch()
    {
        await _host.Vectors.MakeReadyAsync("letters", CancellationToken.None);
        Assert.False(_host.Vectors.IsOpen);
        var steps = await _host.WriteAsync("Shore", "lamp", "crow");

        await _host.Vectors.MakeReadyAsync("letters", CancellationToken.None);

        Assert.True(_host.Vectors.IsOpen);
        await _host.WriteAsync("Tower", "lamps");
        Assert.Equal([steps[0].Id], (await NearestAsync("lamp", 1)).Select(entry => entry.StepId));
        Assert.Equal(3, (await NearestAsync("lamp", 10)).Count);
        _host.Database.Clock.Advance(LibraryVectors.KeepFor);
        Assert.False(_host.Vectors.IsOpen);
    }

    [Fact]
    public async Task Nearest_ThatIsGivenUp_EndsAndTheNextOneFinds()
    {
        await _host.WriteAsync("Shore", "lamp");
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _host.Vectors.NearestAsync("letters", ScriptedEmbedder.Embed("lamp"), 1, given.Token));
        Assert.Single(await NearestAsync("lamp", 1));
    }

    private Task<IReadOnlyList<NearEntry>> NearestAsync(string text, int count) =>
        _host.Vectors.NearestAsync("letters", ScriptedEmbedder.Embed(text), count, CancellationToken.None);
}
