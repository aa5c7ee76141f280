using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Features.Settings.Backups;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage.Backups;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Settings.Backups;

public sealed class BackupListTests
{
    [Fact]
    public async Task Acts_SomebodyElse_AreRefused()
    {
        await using var database = await TestDatabase.OpenAsync();
        await database.AddStoryAsync();
        var copy = database.Services.GetRequiredService<DatabaseBackup>().Make(BackupReason.Hand)!;
        await database.AddStoryAsync();
        var backups = new BackupList(
            database.Services.GetRequiredService<BackupKeeper>(),
            database.Services.GetRequiredService<BackupShelf>(),
            database.Services.GetRequiredService<IOptions<BackupOptions>>(),
            Person.Of(Guid.CreateVersion7()))
        {
            Asked = copy.Name,
        };

        foreach (var act in new Func<Task>[] { () => backups.LoadAsync(default), () => backups.TakeAsync(default), backups.RestoreAsync })
        {
            await Assert.ThrowsAsync<NobodyException>(act);
        }

        Assert.Single(database.Services.GetRequiredService<BackupShelf>().List());
        Assert.Equal(2, (await database.Library.ListAsync()).Count);
        Assert.Null(backups.Shown);
    }
}
