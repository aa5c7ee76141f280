using Bunit;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Layout;

namespace RecurrentGpt.Web.Tests.Layout;

public sealed class ThemeButtonTests : BunitContext
{
    public ThemeButtonTests()
    {
        Services.AddLocalization();
    }

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    public void Render_BrowserHasTheme_ButtonShowsIt(bool isDark, string pressed)
    {
        JSInterop.Setup<bool>("theme.isDark").SetResult(isDark);

        var button = Render<ThemeButton>();

        Assert.Equal(pressed, button.Find("button").GetAttribute("aria-pressed"));
    }

    [Fact]
    public void Click_LightTheme_TurnsDark()
    {
        JSInterop.Setup<bool>("theme.isDark").SetResult(false);
        var set = JSInterop.SetupVoid("theme.set", "dark").SetVoidResult();
        var button = Render<ThemeButton>();

        button.Find("button").Click();

        set.VerifyInvoke("theme.set");
        Assert.Equal("true", button.Find("button").GetAttribute("aria-pressed"));
    }
}
