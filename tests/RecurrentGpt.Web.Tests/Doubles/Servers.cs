using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Tests.Doubles;

/// <summary>What a person may have write.</summary>
internal static class Servers
{
    /// <summary>Of the owner of the desk.</summary>
    public static OwnServers OfOwner { get; } = Of(isOwner: true);

    /// <summary>Of somebody else, where the configuration lists some.</summary>
    public static OwnServers OfGuest(params string[] listed) => Of(isOwner: false, listed);

    /// <summary>Of somebody else, where the configuration names a server by itself.</summary>
    public static OwnServers OfGuestAt(ModelOptions options) => Of(isOwner: false, options);

    private static OwnServers Of(bool isOwner, params string[] listed)
    {
        var options = new ModelOptions();
        foreach (var url in listed)
        {
            options.AllowedUrls.Add(url);
        }

        return Of(isOwner, options);
    }

    private static OwnServers Of(bool isOwner, ModelOptions options) =>
        new(Options.Create(options), new ModelDefaults(Options.Create(options), new ConfigurationBuilder().Build()), isOwner ? Person.First() : Person.Of(Guid.NewGuid()));
}
