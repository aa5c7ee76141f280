using RecurrentGpt.Web.Features.Settings.Backups;

namespace RecurrentGpt.Web.Features.Settings;

internal static class SettingsServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services) =>
        services.AddTransient<ModelSettingsForm>().AddTransient<ConnectionTrial>().AddTransient<BackupList>();
}
