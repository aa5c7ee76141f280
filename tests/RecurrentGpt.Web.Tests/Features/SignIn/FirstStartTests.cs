using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.People.Access;
using RecurrentGpt.Web.People.Accounts;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.SignIn;

public sealed class FirstStartTests
{
    [Fact]
    public async Task Post_CodeOfTheLog_MakesTheOwner()
    {
        await using var host = new SignInHost();
        using var ada = host.Visit();
        Assert.Equal("/first-start", await ada.TurnedAwayToAsync("/sign-in"));
        var code = host.Services.GetRequiredService<FirstStart>().Code!;

        using var answer = await ada.SubmitAsync("/first-start", ("Code", $" {code.ToUpperInvariant()} "), ("Name", "Ada"), ("Password", SignInHost.AdaPassword));

        Assert.Equal("/", Visitor.PathOf(answer));
        Assert.Equal("", await ada.TurnedAwayToAsync("/"));
        Assert.Equal(Person.FirstId, Assert.Single(await PeopleOfAsync(host)).Id);
        Assert.Null(host.Services.GetRequiredService<FirstStart>().Code);
    }

    [Fact]
    public async Task Post_WrongCodes_MakeNobodyAndUseTheCodeUp()
    {
        await using var host = new SignInHost();
        using var stranger = host.Visit();
        await stranger.ReadAsync("/first-start");
        var code = host.Services.GetRequiredService<FirstStart>().Code!;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await stranger.SubmitAsync("/first-start", ("Code", "abcd-abcd-abcd"), ("Name", "Eve"), ("Password", "let me in, please"));
            Assert.Contains("This is not the code.", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var late = await stranger.SubmitAsync("/first-start", ("Code", code), ("Name", "Eve"), ("Password", "let me in, please"));

        Assert.Contains("This is not the code.", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEqual(code, host.Services.GetRequiredService<FirstStart>().Code);
        Assert.Empty(await PeopleOfAsync(host));
    }

    [Fact]
    public async Task Post_ShortPassword_SaysSoAtItsField()
    {
        await using var host = new SignInHost();
        using var ada = host.Visit();
        await ada.ReadAsync("/first-start");

        using var answer = await ada.SubmitAsync("/first-start", ("Code", host.Services.GetRequiredService<FirstStart>().Code!), ("Name", "Ada"), ("Password", "short"));

        Assert.Contains("A password has at least 10 characters.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await PeopleOfAsync(host));
    }

    [Fact]
    public async Task Post_TooOftenFromOneAddress_IsNotLookedAt()
    {
        await using var host = new SignInHost { AttemptsAMinute = 2 };
        await host.AddPeopleAsync();
        using var anybody = host.Visit();
        for (var attempt = 0; attempt < 2; attempt++)
        {
            (await anybody.SubmitAsync("/sign-in", ("Name", "Eve"), ("Password", "a wrong password"))).Dispose();
        }

        using var answer = await anybody.SubmitAsync("/sign-in", ("Name", "Ada"), ("Password", SignInHost.AdaPassword));

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("That was too often", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<RecurrentGpt.Web.Storage.Entities.PersonRow>> PeopleOfAsync(SignInHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccountBook>().ListAsync(default);
    }
}
