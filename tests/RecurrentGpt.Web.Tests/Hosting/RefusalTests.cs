using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class RefusalTests : IDisposable
{
    private readonly TempFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Run_DataFolderIsInUse_EndsAtOnceAndNeverListens()
    {
        await using var holder = TestDatabase.At(_data.Path);
        await holder.StartAsync();
        var app = Build();
        var started = app.Lifetime.ApplicationStarted;

        var exitCode = await app.RunUnlessRefusedAsync();

        Assert.Equal(1, exitCode);
        Assert.False(started.IsCancellationRequested);
    }

    [Fact]
    public async Task Start_Listening_TellsWhereTheDeskIs()
    {
        await using var app = Build();
        await app.StartAsync();
        await using var second = TestDatabase.At(_data.Path);

        var refused = await Assert.ThrowsAsync<DataFolderInUseException>(second.StartAsync);

        Assert.Contains(app.Urls.Single(), refused.Message, StringComparison.Ordinal);
        await app.StopAsync();
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0;http://127.0.0.1:0")]
    [InlineData("http://127.0.0.1:0;http://desk.example:0")]
    public async Task Run_OthersReachItUnasked_EndsAtOnceAndNeverListens(string addresses)
    {
        var app = Build(addresses);
        var started = app.Lifetime.ApplicationStarted;

        var exitCode = await app.RunUnlessRefusedAsync();

        Assert.Equal(1, exitCode);
        Assert.False(started.IsCancellationRequested);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_data.Path));
    }

    [Fact]
    public async Task Run_ServerListensWhereNoSettingSays_StopsAtOnce()
    {
        var app = Build("http://127.0.0.1:0", server => server.ListenAnyIP(0));
        var stopped = app.Lifetime.ApplicationStopped;

        var exitCode = await app.RunUnlessRefusedAsync();

        Assert.Equal(1, exitCode);
        Assert.True(stopped.IsCancellationRequested);
    }

    [Theory]
    [InlineData("SignIn:Enabled")]
    [InlineData("Access:BehindProxy")]
    public async Task Run_SomebodyAsksWhoIsThere_Listens(string key)
    {
        var app = Build("http://0.0.0.0:0", settings: [$"{key}=true"]);
        using var stop = app.Lifetime.ApplicationStarted.Register(app.Lifetime.StopApplication);

        Assert.Equal(0, await app.RunUnlessRefusedAsync());
    }

    private WebApplication Build(string addresses = "http://127.0.0.1:0", Action<KestrelServerOptions>? listen = null, params string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", addresses, "--Storage:Path", _data.Path]);
        builder.Logging.ClearProviders();
        builder.Configuration.AddConfiguration(Settings.Of(settings));
        builder.WebHost.ConfigureKestrel(server => listen?.Invoke(server));
        builder.Services.AddAccess();
        builder.Services.AddStorage(builder.Configuration);

        return builder.Build();
    }
}
