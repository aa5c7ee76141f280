using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.People.Access;
using RecurrentGpt.Web.Tests.People.Accounts;

namespace RecurrentGpt.Web.Tests.People.Access;

public sealed class OpenPageHandlerTests
{
    [Fact]
    public async Task Opened_SignedIn_LetsThePersonInBeforeAnythingIsHeard()
    {
        await using var world = await AccountWorld.OpenAsync();
        var ada = await world.AddAsync("Ada");
        var circuit = CircuitOf(world, await CookieOf(world, ada));

        await circuit.OpenAsync();

        Assert.Equal(ada, circuit.Person.Id);
        Assert.True(await circuit.HearsAsync());
        Assert.Equal(circuit.Page, Assert.Single(world.Pages.All));
    }

    [Fact]
    public async Task Opened_NobodyOrNoLongerWelcome_HearsNothing()
    {
        await using var world = await AccountWorld.OpenAsync();
        await world.AddAsync("Ada");
        var ben = await world.AddAsync("Ben");
        var cookie = await CookieOf(world, ben);
        await world.Book.DisableAsync(ben, default);
        foreach (var user in new[] { new ClaimsPrincipal(), cookie })
        {
            var circuit = CircuitOf(world, user);

            await circuit.OpenAsync();

            Assert.False(await circuit.HearsAsync());
            Assert.False(circuit.Person.IsKnown);
        }
    }

    [Fact]
    public async Task Heard_AfterSigningOut_DoesNothing()
    {
        await using var world = await AccountWorld.OpenAsync();
        var circuit = CircuitOf(world, await CookieOf(world, await world.AddAsync("Ada")));
        await circuit.OpenAsync();

        world.Pages.EndSession("one");

        Assert.False(await circuit.HearsAsync());
        Assert.Throws<NobodyException>(() => circuit.Person.Id);
    }

    [Fact]
    public async Task ComesBack_WithSomebodyElsesCookie_IsOver()
    {
        await using var world = await AccountWorld.OpenAsync();
        var circuit = CircuitOf(world, await CookieOf(world, await world.AddAsync("Ada")));
        await circuit.OpenAsync();

        circuit.Authentication.Become(await CookieOf(world, await world.AddAsync("Ben")));

        Assert.False(await circuit.HearsAsync());
    }

    [Fact]
    public async Task Closed_Page_IsForgotten()
    {
        await using var world = await AccountWorld.OpenAsync();
        var circuit = CircuitOf(world, await CookieOf(world, await world.AddAsync("Ada")));
        await circuit.OpenAsync();

        await circuit.Handler.OnCircuitClosedAsync(null!, default);

        Assert.Empty(world.Pages.All);
    }

    private static async Task<ClaimsPrincipal> CookieOf(AccountWorld world, Guid id)
    {
        var types = new IdentityOptions().ClaimsIdentity;
        var person = await world.Store.FindAsync(id, default);
        return new ClaimsPrincipal(new ClaimsIdentity(
            [new(types.UserIdClaimType, $"{id}"), new(types.SecurityStampClaimType, person!.SecurityStamp), new(Session.Claim, "one")], IdentityConstants.ApplicationScheme));
    }

    private static OpenCircuit CircuitOf(AccountWorld world, ClaimsPrincipal user) => new(world, user);

    private sealed class OpenCircuit
    {
        public OpenCircuit(AccountWorld world, ClaimsPrincipal user)
        {
            Page = new OpenPage(Person);
            Authentication = new Cookie(user);
            Handler = new OpenPageHandler(Page, world.Pages, world.Services.GetRequiredService<SessionCheck>(), Authentication);
        }

        public Person Person { get; } = new();

        public OpenPage Page { get; }

        public Cookie Authentication { get; }

        public OpenPageHandler Handler { get; }

        public Task OpenAsync() => Handler.OnCircuitOpenedAsync(null!, default);

        public async Task<bool> HearsAsync()
        {
            var isHeard = false;
            await Handler.CreateInboundActivityHandler(_ =>
            {
                isHeard = true;
                return Task.CompletedTask;
            })(null!);
            return isHeard;
        }
    }

    private sealed class Cookie(ClaimsPrincipal user) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(user));

        public void Become(ClaimsPrincipal other) => NotifyAuthenticationStateChanged(Task.FromResult(new AuthenticationState(other)));
    }
}
