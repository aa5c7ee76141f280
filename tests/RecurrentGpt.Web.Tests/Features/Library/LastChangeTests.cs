using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Library;

namespace RecurrentGpt.Web.Tests.Features.Library;

public sealed class LastChangeTests
{
    [Theory]
    [InlineData(0, "just now")]
    [InlineData(59, "just now")]
    [InlineData(60, "1 minute ago")]
    [InlineData(59 * 60, "59 minutes ago")]
    [InlineData(60 * 60, "1 hour ago")]
    [InlineData(3 * 60 * 60, "3 hours ago")]
    [InlineData(24 * 60 * 60, "yesterday")]
    [InlineData(3 * 24 * 60 * 60, "3 days ago")]
    public void Words_RecentChange_AreThosePeopleSay(int secondsAgo, string expected)
    {
        var clock = new FakeClock();

        var words = LastChange.Words(clock.GetUtcNow().AddSeconds(-secondsAgo), clock, Localizer());

        Assert.Equal(expected, words);
    }

    [Fact]
    public void Words_ChangeWeeksAgo_AreTheDate()
    {
        var clock = new FakeClock();
        var changed = clock.GetUtcNow().AddDays(-40);

        var words = LastChange.Words(changed, clock, Localizer());

        Assert.Contains(TimeZoneInfo.ConvertTime(changed, clock.LocalTimeZone).ToString("MMMM yyyy", CultureInfo.CurrentCulture), words, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_ClockWentBack_AreJustNow()
    {
        var clock = new FakeClock();

        var words = LastChange.Words(clock.GetUtcNow().AddMinutes(5), clock, Localizer());

        Assert.Equal("just now", words);
    }

    private static IStringLocalizer Localizer()
    {
        using var loggers = LoggerFactory.Create(_ => { });
        var services = new ServiceCollection().AddSingleton(loggers).AddLocalization().BuildServiceProvider();
        return services.GetRequiredService<IStringLocalizer<LibraryText>>();
    }
}
