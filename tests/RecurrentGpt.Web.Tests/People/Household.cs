using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Features.NewStory;
using RecurrentGpt.Web.Features.Play;
using RecurrentGpt.Web.Features.Search;
using RecurrentGpt.Web.Features.Settings;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.People;

/// <summary>All of the program but its server, with several people on one database: each page is a scope that somebody has entered.</summary>
internal sealed class Household : IAsyncDisposable
{
    public static readonly Guid Ada = Person.FirstId;
    public static readonly Guid Ben = Guid.Parse("00000000-0000-0000-0000-00000000000b");

    private readonly TempFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly List<AsyncServiceScope> _pages = [];

    private Household()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Path"] = _folder.Path,
            ["Models:Provider"] = "Offline",
            ["Models:SampleWordsPerSecond"] = "0",
        }).Build();
        Registrations = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new FakeClock())
            .AddSingleton<Random>(new SteadyRandom())
            .AddSingleton<IConfiguration>(configuration)
            .AddWriting(configuration)
            .AddLibrary().AddSearch().AddNewStory().AddDesk().AddPlay().AddSettings()
            .Replace(ServiceDescriptor.Scoped<Person, Person>())
            .RemoveAll<IHostedService>();
        _services = Registrations.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public IServiceCollection Registrations { get; }

    public Studies Studies => _services.GetRequiredService<Studies>();

    public WriteQueue Queue => _services.GetRequiredService<WriteQueue>();

    public static async Task<Household> OpenAsync()
    {
        var household = new Household();
        await household._services.GetRequiredService<StorageStartup>().OpenAsync();
        return household;
    }

    /// <summary>The services of a page where nobody has signed in.</summary>
    public IServiceProvider OpenPage()
    {
        var page = _services.CreateAsyncScope();
        _pages.Add(page);
        return page.ServiceProvider;
    }

    /// <summary>The services of a page of a person.</summary>
    public IServiceProvider PageOf(Guid personId)
    {
        var page = OpenPage();
        page.GetRequiredService<Person>().Enter(personId);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages)
        {
            await page.DisposeAsync();
        }

        await _services.DisposeAsync();
        _folder.Dispose();
    }

    // Whoever asks twice gets the same.
    private sealed class SteadyRandom : Random
    {
        protected override double Sample() => 0.5;

        public override double NextDouble() => 0.5;
    }
}
