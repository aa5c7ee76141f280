using Microsoft.AspNetCore.Builder;
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

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0", "--Storage:Path", _data.Path]);
        builder.Logging.ClearProviders();
        builder.Services.AddStorage(builder.Configuration);

        return builder.Build();
    }
}
