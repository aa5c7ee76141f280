using RecurrentGpt.Web.People.Accounts;

namespace RecurrentGpt.Web.Tests.People.Accounts;

public sealed class PersonStoreTests
{
    [Fact]
    public async Task Update_RowHasChangedSinceItWasRead_IsRefusedAndStoresNothing()
    {
        await using var world = await AccountWorld.OpenAsync();
        var ada = await world.AddAsync("Ada");
        var (mine, theirs) = (await world.Store.FindAsync(ada, default), await world.Store.FindAsync(ada, default));
        theirs!.Name = "Augusta";
        Assert.True((await world.Store.UpdateAsync(theirs, default)).Succeeded);
        mine!.Name = "Countess";

        var result = await world.Store.UpdateAsync(mine, default);

        Assert.Equal(nameof(AccountProblem.Changed), Assert.Single(result.Errors).Code);
        Assert.Equal("Augusta", (await world.Store.FindAsync(ada, default))!.Name);
    }

    [Fact]
    public async Task BeginAttempt_ManyAtOnce_LooksAtNoMoreThanTheLimit()
    {
        await using var world = await AccountWorld.OpenAsync();
        await world.AddAsync("Ada");

        var attempts = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => world.Store.BeginAttemptAsync("ADA", world.Options, world.Database.Clock.GetUtcNow(), default)));

        Assert.Equal(world.Options.LockoutAfter, attempts.Count(attempt => !attempt!.IsLocked));
        Assert.Single(attempts, attempt => attempt!.IsLast);
    }

    [Fact]
    public async Task Delete_Anybody_IsRefused()
    {
        await using var world = await AccountWorld.OpenAsync();
        var ada = await world.AddAsync("Ada");

        await Assert.ThrowsAsync<NotSupportedException>(async () => await world.Store.DeleteAsync((await world.Store.FindAsync(ada, default))!, default));
    }
}
