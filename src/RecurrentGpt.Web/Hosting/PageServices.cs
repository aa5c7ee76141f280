using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Layout;

namespace RecurrentGpt.Web.Hosting;

internal static class PageServices
{
    // The longest text that travels whole (40,000 characters, up to 4 bytes each and escaped) must fit into one message, or it would close the circuit.
    private const int LargestMessage = 512 * 1024;

    private const string PageMessages = "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher";

    // wwwroot/js/start.js knows it too: a page that hears nothing for 12 seconds looks for a new connection, and the server for its part gives the old one up.
    private static readonly TimeSpan SpeaksEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan IsSilentAfter = TimeSpan.FromSeconds(15);

    /// <summary>Pages that are drawn by the server, and their connections.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(Speak);
        services.PostConfigure<LoggerFilterOptions>(KeepMessagesOutOfLogs);
        services.AddCheckedOptions<CircuitsOptions>(CircuitsOptions.Section);
        services.AddOptions<CircuitOptions>().Configure<IOptions<CircuitsOptions>>((circuits, ours) => circuits.DisconnectedCircuitRetentionPeriod = ours.Value.KeepFor);
        services.TryAddSingleton<TypedTexts>();
        services.AddHostedService<TypedTextsLifetime>();
        return services;
    }

    // At Debug, each message of a page is logged with all that it carries: what was typed, be it a story or a key. No setting may bring that into a log.
    private static void KeepMessagesOutOfLogs(LoggerFilterOptions options)
    {
        foreach (var provider in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
        {
            options.Rules.Add(new LoggerFilterRule(provider, PageMessages, LogLevel.Information, filter: null));
        }
    }

    private static void Speak(HubOptions options)
    {
        options.MaximumReceiveMessageSize = LargestMessage;
        options.KeepAliveInterval = SpeaksEvery;
        options.ClientTimeoutInterval = IsSilentAfter;
    }
}
