using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

public sealed class StorageHealthTests
{
    [Fact]
    public async Task Check_NothingCanBeStored_IsDegradedUntilItCan()
    {
        await using var database = await TestDatabase.OpenAsync();
        var health = new StorageHealth(database.Queue);
        await database.Queue.WriteAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA query_only = 1"));
        await Assert.ThrowsAsync<StoreException>(() => database.Settings.SaveAsync("a", "1", default));

        var full = await health.CheckHealthAsync(new HealthCheckContext());
        await database.Settings.SaveAsync("a", "1", default);
        var well = await health.CheckHealthAsync(new HealthCheckContext());

        Assert.Equal((HealthStatus.Degraded, HealthStatus.Healthy), (full.Status, well.Status));
    }
}
