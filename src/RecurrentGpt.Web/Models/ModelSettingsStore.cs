using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Models;

/// <summary>Reads and saves the model settings. The key is encrypted before it is stored.</summary>
public sealed partial class ModelSettingsStore(
    ISettingStore settings, ModelDefaults defaults, OwnServers servers, IDataProtectionProvider protection, ILogger<ModelSettingsStore> logger)
{
    public const string Key = "models";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly IDataProtector _protector = protection.CreateProtector("RecurrentGpt.Web.Models.ApiKey");

    /// <summary>The servers that the person may use.</summary>
    public OwnServers Servers => servers;

    /// <summary>What was saved last; the defaults when nothing was.</summary>
    public async Task<ModelSettings> ReadAsync(CancellationToken cancellationToken)
    {
        var text = await settings.ReadAsync(Key, cancellationToken);
        return text is null ? defaults.Settings : Decrypt(Parse(text));
    }

    /// <summary>Saves the settings. To keep the key, pass the one that was read.</summary>
    /// <exception cref="ModelException">The person may not use that server; nothing was saved.</exception>
    public async Task SaveAsync(ModelSettings changed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changed);
        if (servers.Problems(changed) is [var problem, ..])
        {
            throw new ModelException(new StepFailure(problem.Kind, problem.Reason));
        }

        var key = changed.ApiKey?.Trim();
        var isDefault = key == defaults.Settings.ApiKey && IsAtDefaultAddress(changed);
        var stored = new StoredModels(
            changed with { BaseUrl = changed.BaseUrl.Trim(), ChatModel = changed.ChatModel.Trim(), EmbeddingModel = changed.EmbeddingModel.Trim() },
            string.IsNullOrEmpty(key) || isDefault ? null : _protector.Protect(key));
        await settings.SaveAsync(Key, JsonSerializer.Serialize(stored, Json), cancellationToken);
    }

    /// <summary>Forgets what was saved, the key with it; the defaults hold again.</summary>
    public Task ForgetAsync(CancellationToken cancellationToken) => settings.SaveAsync(Key, null, cancellationToken);

    private StoredModels? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<StoredModels>(text, Json);
        }
        catch (JsonException exception)
        {
            LogUnreadable(exception);
            return null;
        }
    }

    private ModelSettings Decrypt(StoredModels? stored)
    {
        if (stored?.Settings is not { } read)
        {
            return defaults.Settings;
        }

        if (stored.ProtectedKey is null)
        {
            return read with { ApiKey = IsAtDefaultAddress(read) ? defaults.Settings.ApiKey : null };
        }

        try
        {
            return read with { ApiKey = _protector.Unprotect(stored.ProtectedKey) };
        }
        catch (CryptographicException exception)
        {
            LogKeyLost(exception);
            return read with { IsKeyLost = true };
        }
    }

    // A key from the environment goes to the address that it was set for, and nowhere else.
    private bool IsAtDefaultAddress(ModelSettings read) =>
        read.Provider == defaults.Settings.Provider && read.BaseUrl.Trim() == defaults.Settings.BaseUrl;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The stored model settings cannot be read; the defaults are used. Save the settings again.")]
    private partial void LogUnreadable(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The stored model key cannot be decrypted, since its key ring is gone. Enter the key again.")]
    private partial void LogKeyLost(Exception exception);
}
