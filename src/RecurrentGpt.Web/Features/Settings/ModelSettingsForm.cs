using System.Globalization;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Features.Settings;

/// <summary>The model settings as they are being typed. What is typed is never lost, and the stored key never leaves the server.</summary>
public sealed partial class ModelSettingsForm(ModelSettingsStore store, ILogger<ModelSettingsForm> logger)
{
    private ModelSettings _saved = new();

    public bool IsLoaded { get; private set; }

    public FormState State { get; private set; }

    public ModelProvider Provider { get; set; }

    public string BaseUrl { get; set; } = "";

    /// <summary>A key that is typed now; empty keeps the stored one.</summary>
    public string NewKey { get; set; } = "";

    public KeyChange KeyChange { get; set; }

    public bool UseEntraId { get; set; }

    public string ChatModel { get; set; } = "";

    public string EmbeddingModel { get; set; } = "";

    public bool LocalEmbeddings { get; set; }

    public string Dimensions { get; set; } = "";

    public string Temperature { get; set; } = "";

    public string MaxOutputTokens { get; set; } = "";

    public PriceForm Prices { get; } = new();

    /// <summary>Whether a key is stored that would be used with what the form says. A key is for the server that it was given for, and for no other.</summary>
    public bool HasStoredKey => _saved.HasKey && Provider == _saved.Provider && BaseUrl.Trim() == _saved.BaseUrl;

    public bool IsKeyLost => _saved.IsKeyLost;

    /// <summary>The servers that may be chosen.</summary>
    public OwnServers Servers => store.Servers;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            Show(await store.ReadAsync(cancellationToken));
            IsLoaded = true;
            State = FormState.Editing;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception);
            State = FormState.LoadFailed;
        }
    }

    /// <summary>Saves when all fields can be used.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (!Check())
        {
            return;
        }

        State = FormState.Saving;
        try
        {
            await store.SaveAsync(ToSettings(), cancellationToken);
            Show(await store.ReadAsync(cancellationToken));
            State = FormState.Saved;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception);
            State = FormState.SaveFailed;
        }
    }

    /// <summary>Whether all fields can be used; <see cref="Problems"/> names those that cannot.</summary>
    public bool Check()
    {
        State = FormState.Editing;
        var settings = ToSettings();
        Problems = [.. NotNumbers(), .. settings.Problems().Concat(Servers.Problems(settings)).Select(problem => new FieldProblem(problem.Name, problem.Reason))];
        return Problems.Count == 0;
    }

    /// <summary>The settings that the form says, with the key that would be used.</summary>
    public ModelSettings ToSettings() => _saved with
    {
        Provider = Provider,
        BaseUrl = BaseUrl.Trim(),
        ApiKey = NewKey.Length > 0 ? NewKey.Trim() : HasStoredKey && KeyChange != KeyChange.Forget ? _saved.ApiKey : null,
        IsKeyLost = _saved.IsKeyLost && NewKey.Length == 0 && KeyChange != KeyChange.Forget,
        UseEntraId = UseEntraId && Servers.MayUseEntraId,
        ChatModel = ChatModel.Trim(),
        EmbeddingModel = EmbeddingModel.Trim(),
        LocalEmbeddings = LocalEmbeddings,
        EmbeddingDimensions = Whole(Dimensions),
        Temperature = Number(Temperature),
        MaxOutputTokens = Whole(MaxOutputTokens),
        Prices = Prices.ToPrices(),
    };

    private void Show(ModelSettings settings)
    {
        _saved = settings;
        (Provider, BaseUrl, UseEntraId) = (settings.Provider, settings.BaseUrl, settings.UseEntraId);
        (ChatModel, EmbeddingModel, LocalEmbeddings) = (settings.ChatModel, settings.EmbeddingModel, settings.LocalEmbeddings);
        Dimensions = settings.EmbeddingDimensions?.ToString(CultureInfo.InvariantCulture) ?? "";
        Temperature = settings.Temperature?.ToString(CultureInfo.InvariantCulture) ?? "";
        MaxOutputTokens = settings.MaxOutputTokens?.ToString(CultureInfo.InvariantCulture) ?? "";
        Prices.Show(settings.Prices);
        (NewKey, KeyChange, Problems) = ("", KeyChange.Keep, []);
    }

    private IEnumerable<FieldProblem> NotNumbers() => Provider == ModelProvider.Offline
        ? []
        : new[]
        {
            (Name: nameof(ModelSettings.EmbeddingDimensions), Text: Dimensions, IsNumber: Whole(Dimensions) is not null),
            (Name: nameof(ModelSettings.Temperature), Text: Temperature, IsNumber: Number(Temperature) is not null),
            (Name: nameof(ModelSettings.MaxOutputTokens), Text: MaxOutputTokens, IsNumber: Whole(MaxOutputTokens) is not null),
        }.Where(field => field.Text.Trim().Length > 0 && !field.IsNumber).Select(field => new FieldProblem(field.Name, null)).Concat(Prices.NotNumbers());

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Half the world writes 0,7.
    private static float? Number(string text) =>
        float.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    [LoggerMessage(LogLevel.Error, "The model settings could not be read or saved")]
    private partial void LogFailed(Exception exception);
}
