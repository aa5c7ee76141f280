using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Hosting;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class PageServicesTests
{
    [Fact]
    public void AddPages_WithNothingSet_WaitsThreeMinutes() => Assert.Equal(TimeSpan.FromMinutes(3), KeepFor([]));

    [Fact]
    public void AddPages_WithTheKeySet_TakesIt() => Assert.Equal(TimeSpan.FromSeconds(20), KeepFor(new() { ["Circuits:KeepFor"] = "00:00:20" }));

    [Fact]
    public void AddPages_LongerThanADay_NamesTheKey()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => KeepFor(new() { ["Circuits:KeepFor"] = "2.00:00:00" }));

        Assert.Contains("Circuits:KeepFor", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LogLevel:Default")]
    [InlineData("LogLevel:Microsoft.AspNetCore.SignalR")]
    [InlineData("LogLevel:Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher")]
    [InlineData("Kept:LogLevel:Default")]
    [InlineData("Kept:LogLevel:Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher")]
    public void AddPages_LogIsSetToTrace_LeavesOutWhatPagesSend(string key)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, "Trace")]).Build();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddLogging(logging => logging.AddConfiguration(configuration).AddProvider(new KeptLogs())).AddPages();
        using var services = builder.Services.BuildServiceProvider();
        var logs = services.GetRequiredService<ILoggerFactory>();

        Assert.False(logs.CreateLogger("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher").IsEnabled(LogLevel.Debug));
        Assert.True(logs.CreateLogger("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher").IsEnabled(LogLevel.Warning));
    }

    private static TimeSpan KeepFor(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddLogging().AddPages();
        using var services = builder.Services.BuildServiceProvider();

        return services.GetRequiredService<IOptions<CircuitOptions>>().Value.DisconnectedCircuitRetentionPeriod;
    }

    [ProviderAlias("Kept")]
    private sealed class KeptLogs : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Logger();

        public void Dispose()
        {
            // Nothing is held.
        }

        private sealed class Logger : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                // Only what is enabled counts here.
            }
        }
    }
}
