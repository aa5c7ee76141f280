using Bunit;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Features.Settings;

namespace RecurrentGpt.Web.Tests.Features.Settings;

public sealed class ThemeChoiceTests : BunitContext
{
    public ThemeChoiceTests()
    {
        Services.AddLocalization();
    }

    [Theory]
    [InlineData("system", "System")]
    [InlineData("light", "Light")]
    [InlineData("dark", "Dark")]
    [InlineData("sepia", "System")]
    public void Render_BrowserRemembersAChoice_ShowsIt(string remembered, string expected)
    {
        JSInterop.Setup<string>("theme.choice").SetResult(remembered);

        var choice = Render<ThemeChoice>();

        Assert.Equal(expected, choice.Find("input:checked").GetAttribute("value"));
    }

    [Fact]
    public async Task Choose_Dark_TellsTheBrowser()
    {
        JSInterop.Setup<string>("theme.choice").SetResult("system");
        var set = JSInterop.SetupVoid("theme.set", "dark").SetVoidResult();
        var choice = Render<ThemeChoice>();

        await choice.Find("input[value=Dark]").ChangeAsync(new() { Value = "Dark" });

        set.VerifyInvoke("theme.set");
        Assert.Equal("Dark", choice.Find("input:checked").GetAttribute("value"));
    }

    [Fact]
    public async Task Choose_BeforeTheBrowserHasAnswered_Stands()
    {
        var answer = JSInterop.Setup<string>("theme.choice");
        JSInterop.SetupVoid("theme.set", "dark").SetVoidResult();
        var choice = Render<ThemeChoice>();

        await choice.Find("input[value=Dark]").ChangeAsync(new() { Value = "Dark" });
        var renders = choice.RenderCount;
        answer.SetResult("light");
        choice.WaitForState(() => choice.RenderCount > renders);

        Assert.Equal("Dark", choice.Find("input:checked").GetAttribute("value"));
    }
}
