using Microsoft.Extensions.Options;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Models;

/// <summary>
/// The servers that a person may have write. The owner of the desk may name any. The program asks on behalf of everybody else, from inside the owner's network and with
/// the owner's right to be there: so for them only OpenAI's own server counts, the one of the configuration, and those that it lists.
/// </summary>
public sealed class OwnServers(IOptions<ModelOptions> options, ModelDefaults defaults, Person person)
{
    /// <summary>Whether only some servers may be used.</summary>
    public bool IsLimited => !person.IsFirst;

    /// <summary>What the configuration allows besides OpenAI's own server, as it is written there.</summary>
    public IReadOnlyList<string> Listed =>
    [
        .. ((string[])[defaults.Settings.Provider == ModelProvider.Offline ? "" : defaults.Settings.BaseUrl, .. options.Value.AllowedUrls])
            .Select(address => address.Trim()).Where(address => ServerAddress.Read(address) is not null).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The kinds of server that anything can be chosen of.</summary>
    public IReadOnlyList<ModelProvider> Providers => [.. Enum.GetValues<ModelProvider>().Where(MayChoose)];

    /// <summary>Whether the program's own sign-in at Azure may be used.</summary>
    public bool MayUseEntraId => !IsLimited || defaults.Settings is { Provider: ModelProvider.AzureOpenAi, UseEntraId: true };

    /// <summary>What this person may not use of settings that are well in themselves; empty when all may be.</summary>
    public IReadOnlyList<ModelProblem> Problems(ModelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (!IsLimited || settings.Provider == ModelProvider.Offline)
        {
            return [];
        }

        if (!IsAllowed(settings))
        {
            return [new(nameof(settings.BaseUrl), FailureKind.NotAllowed, Reasons.Of("ServerNotListed", settings.BaseUrl.Trim()))];
        }

        return settings is { Provider: ModelProvider.AzureOpenAi, UseEntraId: true } && !IsOfConfiguration(settings)
            ? [new(nameof(settings.UseEntraId), FailureKind.NotAllowed, Reasons.Of("EntraOfOwner"))]
            : [];
    }

    /// <summary>Whether a server at an address may be used.</summary>
    public bool MayUse(string address) => !IsLimited || ServerAddress.Read(address) is { } uri && Allowed.Any(allowed => ServerAddress.Covers(allowed, uri));

    private IEnumerable<Uri> Allowed => Listed.Select(ServerAddress.Read).OfType<Uri>().Append(ModelEndpoint.OpenAi);

    private bool IsAllowed(ModelSettings settings)
    {
        if (IsOfConfiguration(settings) || settings.BaseUrl.Trim().Length == 0)
        {
            return true;
        }

        // What counts is where the request would go, and not what was typed.
        return ServerAddress.Read(settings.BaseUrl) is not null && ModelEndpoint.Of(settings) is var endpoint && Allowed.Any(allowed => ServerAddress.Covers(allowed, endpoint));
    }

    private bool IsOfConfiguration(ModelSettings settings) =>
        (settings.Provider, settings.BaseUrl.Trim(), settings.UseEntraId) == (defaults.Settings.Provider, defaults.Settings.BaseUrl, defaults.Settings.UseEntraId);

    private bool MayChoose(ModelProvider provider) => !IsLimited || provider switch
    {
        ModelProvider.AzureOpenAi => defaults.Settings.Provider == provider || Allowed.Any(allowed => ModelEndpoint.IsAzure(allowed.Host)),
        ModelProvider.Compatible => Listed.Count > 0,
        _ => true,
    };
}
