using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Tests.People.Accounts;

namespace RecurrentGpt.Web.Tests.People.Access;

public sealed class OpenPagesTests
{
    [Fact]
    public async Task EndSession_SeveralBrowsers_EndsThePagesOfThisOneAtOnce()
    {
        await using var world = await AccountWorld.OpenAsync();
        var ada = await world.AddAsync("Ada");
        var (desk, library, elsewhere) = (await PageOf.OpenAsync(world, ada, "here"), await PageOf.OpenAsync(world, ada, "here"), await PageOf.OpenAsync(world, ada, "elsewhere"));

        world.Pages.EndSession("here");

        Assert.Equal((true, true, false), (desk.Open.HasEnded, library.Open.HasEnded, elsewhere.Open.HasEnded));
        Assert.Throws<NobodyException>(() => desk.Person.Id);
        Assert.Equal(ada, elsewhere.Person.Id);
        Assert.True(world.Pages.HasEnded("here"));
    }

    [Fact]
    public async Task EndAllOf_Somebody_LeavesTheOthersAlone()
    {
        await using var world = await AccountWorld.OpenAsync();
        var (ada, ben) = (await PageOf.OpenAsync(world, await world.AddAsync("Ada")), await PageOf.OpenAsync(world, await world.AddAsync("Ben")));

        world.Pages.EndAllOf(ben.Person.Id);

        Assert.Equal((false, true), (ada.Open.HasEnded, ben.Open.HasEnded));
    }

    [Fact]
    public async Task End_Watched_TellsOnceWhileThePersonIsStillThere()
    {
        await using var world = await AccountWorld.OpenAsync();
        var page = await PageOf.OpenAsync(world, await world.AddAsync("Ada"));
        var told = new List<bool>();
        page.Open.WhenEnded(() => told.Add(page.Person.IsKnown));

        page.Open.End();
        page.Open.End();
        page.Open.WhenEnded(() => told.Add(page.Person.IsKnown));

        Assert.Equal([true, false], told);
    }
}
