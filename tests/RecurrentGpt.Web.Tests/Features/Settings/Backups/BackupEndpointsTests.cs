using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Storage.Backups;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Settings.Backups;

public sealed class BackupEndpointsTests : IAsyncLifetime
{
    private readonly TestHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Download_ABackup_IsTheFileUnderItsName()
    {
        using var client = _host.CreateClient();
        var copy = _host.Services.GetRequiredService<DatabaseBackup>().Make(BackupReason.Hand)!;

        using var response = await client.GetAsync($"/backups/{copy.Name}");

        Assert.Equal(copy.Name, response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_host.DataFolder, "backups", copy.Name)), await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("writing.db")]
    [InlineData("..%2Fwriting.db")]
    [InlineData("..%2Fkeys")]
    [InlineData("writing-20200101-000000-hand.db")]
    public async Task Download_AnythingElse_IsNotFound(string name)
    {
        using var client = _host.CreateClient();

        using var response = await client.GetAsync($"/backups/{name}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
