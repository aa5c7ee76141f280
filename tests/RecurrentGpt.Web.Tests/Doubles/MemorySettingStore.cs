using System.Collections.Concurrent;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Tests.Doubles;

/// <summary>Settings in memory.</summary>
public sealed class MemorySettingStore : ISettingStore
{
    public ConcurrentDictionary<string, string> Values { get; } = new();

    public Task<string?> ReadAsync(string key, CancellationToken cancellationToken) => Task.FromResult(Values.GetValueOrDefault(key));

    public Task SaveAsync(string key, string? value, CancellationToken cancellationToken)
    {
        if (value is null)
        {
            Values.TryRemove(key, out _);
        }
        else
        {
            Values[key] = value;
        }

        return Task.CompletedTask;
    }
}
