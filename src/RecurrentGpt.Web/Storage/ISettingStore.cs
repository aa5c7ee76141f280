namespace RecurrentGpt.Web.Storage;

/// <summary>What the person has set, as named texts. Secrets come here encrypted only.</summary>
public interface ISettingStore
{
    /// <summary>Reads a setting; null when it is not set.</summary>
    Task<string?> ReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Stores a setting; null removes it.</summary>
    Task SaveAsync(string key, string? value, CancellationToken cancellationToken);
}
