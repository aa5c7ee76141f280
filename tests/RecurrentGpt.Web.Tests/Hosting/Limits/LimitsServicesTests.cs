using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Hosting.Limits;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Tests.Hosting.Limits;

public sealed class LimitsServicesTests
{
    [Fact]
    public void AddLimits_WithKeysSet_GivesThemToTheServer()
    {
        using var services = Build("Limits:RequestBytes=2097152", "Limits:Connections=77");

        var server = services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.Equal((2097152, 77, 77), (server.MaxRequestBodySize, server.MaxConcurrentConnections, server.MaxConcurrentUpgradedConnections));
    }

    [Theory]
    [InlineData("Limits:RequestsPerMinute", "0")]
    [InlineData("Limits:OpenPages", "0")]
    [InlineData("Limits:RequestBytes", "1000")]
    [InlineData("Limits:Connections", "1")]
    public void AddLimits_WithAValueOutOfRange_NamesTheKey(string key, string value)
    {
        using var services = Build($"{key}={value}");

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<LimitOptions>>().Value);

        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Build(params string[] settings) =>
        new ServiceCollection().AddSingleton(Settings.Of(settings)).AddLogging().AddLocalization().AddLimits().BuildServiceProvider();
}
