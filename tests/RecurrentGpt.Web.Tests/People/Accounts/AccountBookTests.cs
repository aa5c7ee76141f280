using System.Buffers.Binary;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.People.Accounts;

namespace RecurrentGpt.Web.Tests.People.Accounts;

public sealed class AccountBookTests
{
    [Fact]
    public async Task Add_FirstOne_IsTheOwnerAndNoOtherIs()
    {
        await using var world = await AccountWorld.OpenAsync();

        var (ada, ben) = (await world.AddAsync("Ada"), await world.AddAsync("Ben"));

        Assert.Equal(Person.FirstId, ada);
        Assert.NotEqual(Person.FirstId, ben);
        Assert.Equal(AccountProblem.FirstIsTaken, await world.Book.AddFirstAsync("Eve", AccountWorld.Password));
    }

    [Theory]
    [InlineData(" ", "under the apple tree", AccountProblem.NameMissing)]
    [InlineData("be\u0007n", "under the apple tree", AccountProblem.NameOdd)]
    [InlineData("ada", "under the apple tree", AccountProblem.NameTaken)]
    [InlineData("Ben", "nine chars", null)]
    [InlineData("Ben", "too short", AccountProblem.PasswordTooShort)]
    [InlineData("Benjamin Hall", "benjamin hall", AccountProblem.PasswordIsName)]
    [InlineData("张爱玲", "一二三四五六七八九十", null)]
    public async Task Add_NameAndPassword_AreLookedAt(string name, string password, AccountProblem? expected)
    {
        await using var world = await AccountWorld.OpenAsync();
        await world.AddAsync("Ada");

        Assert.Equal(expected, await world.Book.AddAsync(name, password, default));
    }

    [Fact]
    public async Task Add_LongestNameAndPassword_AreTheLongest()
    {
        await using var world = await AccountWorld.OpenAsync();
        var (name, password) = (new string('n', AccountRules.LongestName), new string('p', AccountRules.LongestPassword));

        Assert.Equal(AccountProblem.NameTooLong, await world.Book.AddAsync($"{name}n", password, default));
        Assert.Equal(AccountProblem.PasswordTooLong, await world.Book.AddAsync(name, $"{password}p", default));
        Assert.Null(await world.Book.AddAsync(name, password, default));
    }

    [Fact]
    public async Task Add_Password_IsStoredAsAHashOfManyRounds()
    {
        await using var world = await AccountWorld.OpenAsync(hashesQuickly: false);
        await world.AddAsync("Ada");
        await world.AddAsync("Ben");

        var hashes = (await world.Store.ListAsync(default)).Select(person => Convert.FromBase64String(person.PasswordHash!)).ToList();

        // Identity's format 3: a byte, the function (2 is HMAC-SHA-512) and the rounds, each in four bytes, and then the salt.
        Assert.All(hashes, hash => Assert.Equal((1, 2u, 210_000u), (hash[0], BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)), BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)))));
        Assert.NotEqual(hashes[0], hashes[1]);
    }

    [Fact]
    public async Task Disable_Owner_IsRefused()
    {
        await using var world = await AccountWorld.OpenAsync();
        var ada = await world.AddAsync("Ada");

        Assert.Equal(AccountProblem.OwnerStays, await world.Book.DisableAsync(ada, default));

        Assert.Null((await world.Store.FindAsync(ada, default))!.DisabledAt);
    }

    [Fact]
    public async Task DisableAndEnable_SomebodyElse_ChangesTheirStampEachTime()
    {
        await using var world = await AccountWorld.OpenAsync();
        await world.AddAsync("Ada");
        var ben = await world.AddAsync("Ben");
        var before = (await world.Store.FindAsync(ben, default))!.SecurityStamp;

        Assert.Null(await world.Book.DisableAsync(ben, default));
        var shut = await world.Store.FindAsync(ben, default);
        Assert.Null(await world.Book.EnableAsync(ben, default));

        Assert.Equal(world.Database.Clock.GetUtcNow(), shut!.DisabledAt);
        Assert.NotEqual(before, shut.SecurityStamp);
        Assert.Null((await world.Store.FindAsync(ben, default))!.DisabledAt);
    }

    [Fact]
    public async Task SetPassword_TooShort_LeavesTheOldOne()
    {
        await using var world = await AccountWorld.OpenAsync();
        var ada = await world.AddAsync("Ada");
        var before = await world.Store.FindAsync(ada, default);

        Assert.Equal(AccountProblem.PasswordTooShort, await world.Book.SetPasswordAsync(ada, "short", default));

        Assert.Equivalent(before, await world.Store.FindAsync(ada, default));
        Assert.Equal(AccountProblem.Gone, await world.Book.SetPasswordAsync(Guid.NewGuid(), AccountWorld.Password, default));
    }
}
