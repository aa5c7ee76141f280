using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Layout;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Tests.Layout;

public sealed class SignOutButtonTests : BunitContext
{
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Render_SignIn_IsThereOnlyWithIt(bool isOn, int expected)
    {
        Services.AddLocalization().AddSingleton<AntiforgeryStateProvider, Token>().AddSingleton(Options.Create(new SignInOptions { Enabled = isOn }));

        var button = Render<SignOutButton>();

        Assert.Equal(expected, button.FindAll("form[method=post][action='/sign-out'] button[aria-label='Sign out']").Count);
        Assert.Equal(expected, button.FindAll("form input[type=hidden][value=token]").Count);
    }

    private sealed class Token : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken GetAntiforgeryToken() => new("token", "field");
    }
}
