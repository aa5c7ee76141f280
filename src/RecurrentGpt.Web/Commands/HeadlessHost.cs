using Microsoft.Extensions.Logging.Console;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.People.Accounts;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Commands;

/// <summary>The same services as the desk's, without a server.</summary>
internal static class HeadlessHost
{
    public static IHost Build(string? dataFolder)
    {
        SqliteLibrary.Prepare();
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = [],
            ContentRootPath = ContentRoot.Find(),
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"),
        });
        builder.Configuration.AddInMemoryCollection(Settings(dataFolder));
        LogWarningsToStandardError(builder.Logging);
        builder.Services.AddWriting(builder.Configuration);
        builder.Services.AddAccounts();

        return builder.Build();
    }

    private static Dictionary<string, string?> Settings(string? dataFolder)
    {
        // Nobody reads along, so the sample writer needs no reader's pace.
        var settings = new Dictionary<string, string?> { ["Models:SampleWordsPerSecond"] = "0" };
        if (dataFolder is not null)
        {
            settings["Storage:Path"] = dataFolder;
        }

        return settings;
    }

    // Standard output is for results, and progress says what a person needs to know of a run that goes well.
    private static void LogWarningsToStandardError(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole();
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.AddFilter<ConsoleLoggerProvider>(category: null, LogLevel.Warning);
    }
}
