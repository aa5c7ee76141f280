using Microsoft.Extensions.Options;

namespace RecurrentGpt.Web.Models;

/// <summary>
/// Says at the start which key of the section "Models" cannot be used. A key that is missing is no reason not to start: it can be set on the screen.
/// </summary>
internal sealed class ValidateModelOptions(IConfiguration configuration) : IValidateOptions<ModelOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        var settings = ModelDefaults.Read(options, configuration);
        var problems = settings.Problems()
            .Where(problem => IsWrong(problem, settings))
            .Select(problem => $"{Source(problem.Name, options)}: {problem.Reason}")
            .ToList();
        if (options.Provider is { } provider && !Enum.IsDefined(provider))
        {
            problems.Add(Named(nameof(options.Provider), $"There is no such provider; use {string.Join(", ", Enum.GetNames<ModelProvider>())}."));
        }

        problems.AddRange(options.AllowedUrls.Index().Where(url => ServerAddress.Read(url.Item) is null).Select(url => Named(
            $"{nameof(options.AllowedUrls)}:{url.Index}",
            $"\"{url.Item}\" is no address of a server; it begins with http:// or https:// and holds no name or password, no \"?\", \"#\", \"%\" or \"..\".")));

        if (options.SampleWordsPerSecond is not (>= 0 and <= 10_000))
        {
            problems.Add(Named(nameof(options.SampleWordsPerSecond), "The pace has to be between 0 and 10000."));
        }

        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    private static string Named(string key, string reason) => $"{ModelOptions.Section}:{key}: {reason}";

    // Whoever set a variable looks for its name and not for ours.
    private static string Source(string name, ModelOptions options) => name switch
    {
        nameof(ModelOptions.BaseUrl) when options.BaseUrl.Length == 0 => "OPENAI_BASE_URL or OPENAI_API_BASE",
        nameof(ModelOptions.ApiKey) when options.ApiKey.Length == 0 => "OPENAI_API_KEY",
        _ => $"{ModelOptions.Section}:{name}",
    };

    private static bool IsWrong(ModelProblem problem, ModelSettings settings) => problem.Name switch
    {
        nameof(ModelSettings.BaseUrl) => settings.BaseUrl.Length > 0,
        nameof(ModelSettings.ApiKey) => settings.HasKey,
        _ => true,
    };
}
