using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Hosting;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class ScreenLanguagesTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("EN-us", "en")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-sg", "zh-Hans")]
    [InlineData("zh-Hans", "zh-Hans")]
    [InlineData("ZH-hans-CN", "zh-Hans")]
    [InlineData("zh-TW", null)]
    [InlineData("zh-Hant-HK", null)]
    [InlineData("de-CN", null)]
    [InlineData("*", null)]
    [InlineData("", null)]
    [InlineData("-", null)]
    public void Find_Tag_IsTheLanguageOfTheScreen(string tag, string? expected) => Assert.Equal(expected, ScreenLanguages.Find(tag));

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans")]
    [InlineData("en-GB,en;q=0.9,zh-CN;q=0.8", "en")]
    [InlineData("en;q=0.3, zh-SG;q=0.7", "zh-Hans")]
    [InlineData("zh-CN;q=0, en;q=0.1", "en")]
    [InlineData("fr,de,it,es,pt,zh-Hans-CN", "zh-Hans")]
    [InlineData("zh-TW,en;q=0.5", "en")]
    [InlineData("zh-TW,zh;q=0.9,en;q=0.5", "zh-Hans")]
    [InlineData("de-DE,de", "en")]
    [InlineData("*", "en")]
    [InlineData("", "en")]
    [InlineData(";;;q=x,,\u0001 zh zh;q=2", "en")]
    [InlineData("@@@, zh-CN", "zh-Hans")]
    public async Task UseScreenLanguages_BrowserAsks_ChoosesTheFirstThatTheScreenSpeaks(string accepted, string expected) =>
        Assert.Equal(expected, (await AnswerAsync(accepted)).Words);

    [Theory]
    [InlineData("c=zh-Hans|uic=zh-Hans", "zh-Hans")]
    [InlineData("c%3Dzh-Hans%7Cuic%3Dzh-Hans", "zh-Hans")]
    [InlineData("c=fr|uic=fr", "en")]
    [InlineData("zh-Hans", "en")]
    [InlineData("c=|uic=", "en")]
    public async Task UseScreenLanguages_Chosen_ComesBeforeTheBrowser(string cookie, string expected) =>
        Assert.Equal(expected, (await AnswerAsync("en-US", cookie)).Words);

    [Fact]
    public async Task UseScreenLanguages_EnglishChosenInAChineseBrowser_IsEnglish() =>
        Assert.Equal("en", (await AnswerAsync("zh-CN", "c=en|uic=en")).Words);

    [Fact]
    public async Task UseScreenLanguages_AnyLanguage_WritesDatesInItAndSaysItToTheBrowser()
    {
        var chinese = await AnswerAsync("zh-CN");

        Assert.Equal("zh-Hans", chinese.Header);
        Assert.StartsWith("2026年11月21日", chinese.Date, StringComparison.Ordinal);
        Assert.Contains("November 21, 2026", (await AnswerAsync("en")).Date, StringComparison.Ordinal);
    }

    private static async Task<Answer> AnswerAsync(string accepted, string? cookie = null)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var app = new ApplicationBuilder(services).UseScreenLanguages();
        var answer = new Answer("", "", "");
        app.Run(context =>
        {
            var date = new DateTime(2026, 11, 21, 9, 30, 0, DateTimeKind.Unspecified).ToString("f", CultureInfo.CurrentCulture);
            answer = new Answer(CultureInfo.CurrentUICulture.Name, date, context.Response.Headers.ContentLanguage.ToString());
            return Task.CompletedTask;
        });
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = accepted;
        if (cookie is not null)
        {
            context.Request.Headers.Cookie = $"{ScreenLanguages.Cookie}={cookie}";
        }

        await app.Build()(context);

        return answer;
    }

    private sealed record Answer(string Words, string Date, string Header);
}
