using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Models;

/// <summary>Gives the models of the settings as they are now; the same ones until the settings change.</summary>
public sealed class ModelSource(ModelSettingsStore store, ModelFactory factory) : IModelSource
{
    private readonly Lock _gate = new();
    private (ModelSettings Settings, WritingModels Models)? _current;

    public async ValueTask<WritingModels> CurrentAsync(CancellationToken cancellationToken)
    {
        // No model depends on prices.
        var settings = await store.ReadAsync(cancellationToken) with { Prices = TokenPrices.None };
        lock (_gate)
        {
            if (_current is not { } current || current.Settings != settings)
            {
                _current = current = (settings, factory.Build(settings));
            }

            return current.Models;
        }
    }
}
