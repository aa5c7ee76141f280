using System.Globalization;
using RecurrentGpt.Web.Hosting;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class PageLanguageTests
{
    [Fact]
    public async Task InboundActivity_ConnectionCameBackInAnotherLanguage_IsInThePagesOwn()
    {
        var (page, heard) = (new PageLanguage(), "");
        Speak("zh-Hans");
        await page.OnCircuitOpenedAsync(null!, CancellationToken.None);
        Speak("en");

        await page.CreateInboundActivityHandler(_ =>
        {
            heard = $"{CultureInfo.CurrentUICulture.Name} {CultureInfo.CurrentCulture.Name}";
            return Task.CompletedTask;
        })(null!);

        Assert.Equal("zh-Hans zh-Hans", heard);
        Assert.Equal("en", CultureInfo.CurrentUICulture.Name);
    }

    private static void Speak(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
}
