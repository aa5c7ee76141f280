using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.People.Access;
using RecurrentGpt.Web.People.Accounts;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.People.Accounts;

/// <summary>Accounts on a real database, with a clock that the test moves, and no server.</summary>
internal sealed class AccountWorld : IAsyncDisposable
{
    public const string Password = "under the apple tree";

    private readonly ServiceProvider _services;

    private AccountWorld(TestDatabase database, bool hashesQuickly)
    {
        Database = database;
        _services = AddTo(new ServiceCollection(), database, hashesQuickly).BuildServiceProvider();
    }

    public TestDatabase Database { get; }

    public SignInOptions Options => _services.GetRequiredService<IOptions<SignInOptions>>().Value;

    public AccountBook Book => _services.GetRequiredService<AccountBook>();

    public PersonStore Store => _services.GetRequiredService<PersonStore>();

    public PasswordCheck Check => _services.GetRequiredService<PasswordCheck>();

    public OpenPages Pages => _services.GetRequiredService<OpenPages>();

    public IServiceProvider Services => _services;

    /// <param name="hashesQuickly">Whether passwords are hashed in one round, and not in the program's many.</param>
    public static async Task<AccountWorld> OpenAsync(bool hashesQuickly = true) => new(await TestDatabase.OpenAsync(), hashesQuickly);

    /// <summary>All of sign-in that needs no request.</summary>
    public static IServiceCollection AddTo(IServiceCollection services, TestDatabase database, bool hashesQuickly = true)
    {
        AddAccounts(services, database);
        return hashesQuickly ? services.HashQuickly() : services;
    }

    public async Task<Guid> AddAsync(string name)
    {
        Assert.Null(await Book.AddAsync(name, Password, default));
        return (await Store.ListAsync(default))[^1].Id;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static IServiceCollection AddAccounts(IServiceCollection services, TestDatabase database) => services
        .AddLogging()
        .AddSingleton<TimeProvider>(database.Clock)
        .AddSingleton(database.Queue)
        .AddSingleton(database.Services.GetRequiredService<DbContextOptions<WritingDb>>())
        .AddSingleton(database.Services.GetRequiredService<Studies>())
        .AddAccounts()
        .AddSingleton<StrangerNames>().AddSingleton<OpenPages>()
        .AddScoped<PasswordCheck>().AddScoped<SessionCheck>();
}
