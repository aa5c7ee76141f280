using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.People.Accounts;

namespace RecurrentGpt.Web.Tests.Doubles;

/// <summary>The whole program with sign-in on. Ada is its owner; Ben is somebody else.</summary>
public sealed class SignInHost : WebApplicationFactory<Program>
{
    public const string AdaPassword = "under the apple tree";
    public const string BenPassword = "seven grey herons";

    private readonly TempFolder _folder = new();

    /// <summary>So often one address may try; by default more often than any test does.</summary>
    public int AttemptsAMinute { get; init; } = 1_000;

    /// <summary>Somebody with a browser of their own, who is not signed in yet.</summary>
    internal Visitor Visit() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    internal async Task<Visitor> SignInAsync(string name, string password)
    {
        var visitor = Visit();
        using var answer = await visitor.SubmitAsync("/sign-in", ("Name", name), ("Password", password));
        Assert.Equal("/", Visitor.PathOf(answer));
        return visitor;
    }

    /// <summary>Makes both accounts.</summary>
    public async Task AddPeopleAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountBook>();
        Assert.Null(await accounts.AddAsync("Ada", AdaPassword, default));
        Assert.Null(await accounts.AddAsync("Ben", BenPassword, default));
    }

    /// <summary>A story of Ada's with an opening.</summary>
    public async Task<Guid> AddStoryAsync(string title)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Person>().Enter(Person.FirstId);
        var story = await scope.ServiceProvider.GetRequiredService<StoryLibrary>().CreateAsync(new StoryCard { Title = title, Genre = "Mystery", Premise = title }, new StorySettings());
        var (store, runId) = (scope.ServiceProvider.GetRequiredService<IStoryStore>(), Guid.CreateVersion7());
        Assert.NotNull(await store.ClaimAsync(runId, new RunRequest(story.Id, RunKind.Opening), default));
        await store.CommitAsync(runId, Written.Opening(), default);
        return story.Id;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        EmptyDatabase.CopyTo(_folder.Path);
        builder.UseEnvironment("Production");
        builder.UseSetting("Storage:Path", _folder.Path);
        builder.UseSetting("SignIn:Enabled", "true");
        builder.UseSetting("SignIn:AttemptsAMinute", AttemptsAMinute.ToString(provider: null));
        builder.ConfigureTestServices(services => services.HashQuickly());
    }
}
