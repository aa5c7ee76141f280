using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Storage;

/// <summary>Keeps the settings of one person. Those of the owner of the desk have their plain names, which they had before there were other people.</summary>
internal sealed class SettingStore(IDbContextFactory<WritingDb> readers, OwnWrites writes, Person person) : ISettingStore
{
    public async Task<string?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);

        var own = OwnKey(key);

        return await db.Settings.Where(setting => setting.Key == own).Select(setting => setting.Value).SingleOrDefaultAsync(cancellationToken);
    }

    public Task SaveAsync(string key, string? value, CancellationToken cancellationToken) =>
        writes.WriteAsync(db => SaveAsync(db, OwnKey(key), value), cancellationToken);

    private string OwnKey(string key) => person.Id == Person.FirstId ? key : $"{person.Id}/{key}";

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
