using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Hosting;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class RecurrenceServicesTests
{
    [Fact]
    public void AddRecurrence_WithNothingSet_HasTheDefaults() => Assert.Equal(TimeSpan.FromSeconds(60), Bind([]).IdleLimit);

    [Fact]
    public void AddRecurrence_WithAKeySet_TakesIt() =>
        Assert.Equal(TimeSpan.FromSeconds(90), Bind(new() { ["Recurrence:IdleLimit"] = "00:01:30" }).IdleLimit);

    [Theory]
    [InlineData("Recurrence:IdleLimit", "00:00:00")]
    [InlineData("Recurrence:MaxRequests", "5")]
    [InlineData("Recurrence:MaxRepairs", "3")]
    [InlineData("Recurrence:MaxReplyCharacters", "10")]
    public void AddRecurrence_WithAValueOutOfRange_NamesTheKey(string key, string value)
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Bind(new() { [key] = value }));

        Assert.Contains(key, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddRecurrence_AutopilotWaitOutOfRange_NamesTheKey()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Bind<AutopilotOptions>(new() { ["Autopilot:RetryAfter"] = "02:00:00" }));

        Assert.Contains("Autopilot:RetryAfter", exception.Message, StringComparison.Ordinal);
    }

    private static RecurrenceOptions Bind(Dictionary<string, string?> settings) => Bind<RecurrenceOptions>(settings);

    private static T Bind<T>(Dictionary<string, string?> settings)
        where T : class
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        using var provider = services.AddRecurrence().BuildServiceProvider();
        return provider.GetRequiredService<IOptions<T>>().Value;
    }
}
