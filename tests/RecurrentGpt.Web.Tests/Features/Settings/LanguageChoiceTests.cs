using Bunit;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Features.Settings;
using RecurrentGpt.Web.Hosting;

namespace RecurrentGpt.Web.Tests.Features.Settings;

public sealed class LanguageChoiceTests : BunitContext
{
    private readonly BunitJSModuleInterop _script;

    public LanguageChoiceTests()
    {
        Services.AddLocalization();
        _script = JSInterop.SetupModule("/js/language.js");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("c=en|uic=en", "en")]
    [InlineData("c=zh-Hans|uic=zh-Hans", "zh-Hans")]
    [InlineData("c=fr|uic=fr", "")]
    [InlineData("nonsense", "")]
    public void Render_BrowserRemembersAChoice_ShowsIt(string cookie, string expected)
    {
        var choice = Open(cookie);

        Assert.Equal(expected, choice.Find("input:checked").GetAttribute("value"));
        Assert.True(choice.Find("button").HasAttribute("disabled"));
    }

    [Fact]
    public void Render_Languages_AreNamedInThemselves()
    {
        var choice = Open("");

        Assert.Equal(["English", "简体中文"], choice.FindAll("span[lang]").Select(name => name.TextContent));
        Assert.Equal(["en", "zh-Hans"], choice.FindAll("span[lang]").Select(name => name.GetAttribute("lang")));
    }

    [Fact]
    public async Task Choose_Language_IsUsedOnlyWhenTheButtonIsPressed()
    {
        var choose = _script.SetupVoid("choose", ScreenLanguages.Cookie, "c=zh-Hans|uic=zh-Hans").SetVoidResult();
        var choice = Open("");

        await choice.Find("input[value=zh-Hans]").ChangeAsync(new() { Value = "zh-Hans" });
        Assert.Empty(choose.Invocations);
        await choice.Find("button").ClickAsync(new());

        choose.VerifyInvoke("choose");
    }

    [Fact]
    public async Task Choose_BeforeTheBrowserHasAnswered_Stands()
    {
        var answer = _script.Setup<string?>("choice", ScreenLanguages.Cookie);
        var choice = Render<LanguageChoice>();

        await choice.Find("input[value=zh-Hans]").ChangeAsync(new() { Value = "zh-Hans" });
        var renders = choice.RenderCount;
        answer.SetResult("c=en|uic=en");
        choice.WaitForState(() => choice.RenderCount > renders);

        Assert.False(choice.Find("button").HasAttribute("disabled"));
        Assert.Equal("zh-Hans", choice.Find("input:checked").GetAttribute("value"));
    }

    [Fact]
    public async Task Choose_AsTheBrowserSays_ClearsTheCookie()
    {
        var choose = _script.SetupVoid("choose", ScreenLanguages.Cookie, "").SetVoidResult();
        var choice = Open("c=en|uic=en");

        await choice.Find("input[value='']").ChangeAsync(new() { Value = "" });
        await choice.Find("button").ClickAsync(new());

        choose.VerifyInvoke("choose");
    }

    private IRenderedComponent<LanguageChoice> Open(string cookie)
    {
        _script.Setup<string?>("choice", ScreenLanguages.Cookie).SetResult(cookie);
        return Render<LanguageChoice>();
    }
}
