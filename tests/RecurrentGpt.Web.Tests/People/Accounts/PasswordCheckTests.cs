using RecurrentGpt.Web.People.Accounts;

namespace RecurrentGpt.Web.Tests.People.Accounts;

public sealed class PasswordCheckTests
{
    [Fact]
    public async Task Try_RightPassword_LetsInWhateverTheCaseOfTheName()
    {
        await using var world = await AccountWorld.OpenAsync();
        var ada = await world.AddAsync("Ada");

        var entry = await world.Check.TryAsync(" aDA ", AccountWorld.Password, default);

        Assert.Equal((EntryKind.Right, ada), (entry.Kind, entry.Person?.Id));
    }

    [Fact]
    public async Task Try_FiveWrongOnes_LocksForAWhileAndThenLetsInAgain()
    {
        await using var world = await AccountWorld.OpenAsync();
        await world.AddAsync("Ada");
        var kinds = new List<EntryKind>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            kinds.Add((await world.Check.TryAsync("Ada", "a wrong password", default)).Kind);
        }

        Assert.Equal([EntryKind.Wrong, EntryKind.Wrong, EntryKind.Wrong, EntryKind.Wrong, EntryKind.Locked], kinds);
        world.Database.Clock.Advance(world.Options.LockoutFor - TimeSpan.FromSeconds(1));
        Assert.Equal(EntryKind.Locked, (await world.Check.TryAsync("Ada", AccountWorld.Password, default)).Kind);
        world.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(EntryKind.Right, (await world.Check.TryAsync("Ada", AccountWorld.Password, default)).Kind);
    }

    [Fact]
    public async Task Try_RightOneBetweenWrongOnes_BeginsToCountAnew()
    {
        await using var world = await AccountWorld.OpenAsync();
        await world.AddAsync("Ada");
        foreach (var password in new[] { "a wrong one", "a wrong one", "a wrong one", "a wrong one", AccountWorld.Password, "a wrong one" })
        {
            await world.Check.TryAsync("Ada", password, default);
        }

        Assert.Equal(1, (await world.Store.ListAsync(default))[0].AccessFailedCount);
    }

    [Fact]
    public async Task Try_NameOfNobody_AnswersAsForSomebody()
    {
        await using var world = await AccountWorld.OpenAsync();
        await world.AddAsync("Ada");
        for (var attempt = 0; attempt < 7; attempt++)
        {
            var (somebody, nobody) = (await world.Check.TryAsync("Ada", "a wrong one", default), await world.Check.TryAsync("Eve", "a wrong one", default));
            Assert.Equal(somebody, nobody);
        }

        world.Database.Clock.Advance(world.Options.LockoutFor);
        Assert.Equal(EntryKind.Wrong, (await world.Check.TryAsync("Eve", "a wrong one", default)).Kind);
    }

    [Fact]
    public async Task Try_ShutOut_IsToldSoForTheRightPasswordAlone()
    {
        await using var world = await AccountWorld.OpenAsync();
        await world.AddAsync("Ada");
        await world.Book.DisableAsync(await world.AddAsync("Ben"), default);

        Assert.Equal(EntryKind.Wrong, (await world.Check.TryAsync("Ben", "a wrong one", default)).Kind);
        Assert.Equal(new Entry(EntryKind.Disabled), await world.Check.TryAsync("Ben", AccountWorld.Password, default));
    }

    [Fact]
    public async Task Try_PasswordBeyondAllLengths_IsAWrongOne()
    {
        await using var world = await AccountWorld.OpenAsync();
        await world.AddAsync("Ada");

        Assert.Equal(EntryKind.Wrong, (await world.Check.TryAsync("Ada", new string('x', 1_000_000), default)).Kind);
        Assert.Equal(EntryKind.Wrong, (await world.Check.TryAsync(new string('\uD800', 1_000_000), "x", default)).Kind);
    }
}
