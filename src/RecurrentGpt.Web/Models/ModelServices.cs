using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Models;

public static class ModelServices
{
    /// <summary>The models and their settings. <see cref="Storage.ISettingStore"/> and the place of the key ring come from storage.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ModelOptions>().Bind(configuration.GetSection(ModelOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelOptions>, ValidateModelOptions>();
        services.AddDataProtection();
        services.AddLocalization();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ModelTransport>();
        services.AddSingleton<ModelDefaults>();
        services.AddScoped<OwnServers>();
        services.AddScoped<ModelSettingsStore>();
        services.AddScoped<ModelFactory>();
        services.AddScoped<ConnectionTest>();
        services.AddSingleton<FailureText>();
        services.AddScoped<IModelSource, ModelSource>();
        return services;
    }
}
