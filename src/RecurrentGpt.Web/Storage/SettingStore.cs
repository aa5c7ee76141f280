using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Storage;

internal sealed class SettingStore(IDbContextFactory<WritingDb> readers, WriteQueue writes) : ISettingStore
{
    public async Task<string?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);

        return await db.Settings.Where(setting => setting.Key == key).Select(setting => setting.Value).SingleOrDefaultAsync(cancellationToken);
    }

    public Task SaveAsync(string key, string? value, CancellationToken cancellationToken) =>
        writes.WriteAsync(db => SaveAsync(db, key, value), cancellationToken);

    private static async Task<bool> SaveAsync(WritingDb db, string key, string? value)
    {
        await db.Settings.Where(setting => setting.Key == key).ExecuteDeleteAsync();
        if (value is not null)
        {
            db.Settings.Add(new SettingRow { Key = key, Value = value });
        }

        return value is not null;
    }
}
