using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.People.Access;
using RecurrentGpt.Web.Tests.People.Accounts;

namespace RecurrentGpt.Web.Tests.People.Access;

public sealed class PageRecheckTests
{
    // Only to end a test that would hang; nothing waits for it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Of its own, since the writes wait by the database's.
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task Recheck_ShutOutBehindThePagesBack_EndsThePageWithinAMinute()
    {
        await using var world = await AccountWorld.OpenAsync();
        var (ada, ben) = (await PageOf.OpenAsync(world, await world.AddAsync("Ada")), await PageOf.OpenAsync(world, await world.AddAsync("Ben")));
        var ended = EndOf(ben);
        using var recheck = await StartAsync(world);
        await world.Book.DisableAsync(ben.Person.Id, default);
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(ben.Open.HasEnded);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await ended.WaitAsync(Patience);

        Assert.False(ben.Person.IsKnown);
        await recheck.StopAsync(default);
        Assert.False(ada.Open.HasEnded);
    }

    [Fact]
    public async Task Recheck_PasswordIsAnother_EndsThePage()
    {
        await using var world = await AccountWorld.OpenAsync();
        var ada = await PageOf.OpenAsync(world, await world.AddAsync("Ada"));
        var ended = EndOf(ada);
        using var recheck = await StartAsync(world);
        await world.Book.SetPasswordAsync(Person.FirstId, "quite another one", default);

        _clock.Advance(world.Options.Recheck);
        await ended.WaitAsync(Patience);

        Assert.True(ada.Open.HasEnded);
        await recheck.StopAsync(default);
    }

    [Fact]
    public async Task Recheck_CannotBeReadForFiveMinutes_EndsThePage()
    {
        await using var world = await AccountWorld.OpenAsync();
        var ada = await PageOf.OpenAsync(world, await world.AddAsync("Ada"));
        var ended = EndOf(ada);
        await using var nothing = new ServiceCollection().BuildServiceProvider();
        using var recheck = await StartAsync(world, nothing.GetRequiredService<IServiceScopeFactory>());

        _clock.Advance(TimeSpan.FromMinutes(5));
        await ended.WaitAsync(Patience);

        Assert.True(ada.Open.HasEnded);
        await recheck.StopAsync(default);
    }

    private static Task EndOf(PageOf page)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.Open.WhenEnded(ended.SetResult);
        return ended.Task;
    }

    private async Task<PageRecheck> StartAsync(AccountWorld world, IServiceScopeFactory? scopes = null)
    {
        var recheck = new PageRecheck(
            world.Pages,
            world.Services.GetRequiredService<Studies>(),
            scopes ?? world.Services.GetRequiredService<IServiceScopeFactory>(),
            Options.Create(world.Options),
            _clock,
            NullLogger<PageRecheck>.Instance);
        await recheck.StartAsync(default);
        using var patience = new CancellationTokenSource(Patience);
        while (_clock.Waiting == 0)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        return recheck;
    }
}
