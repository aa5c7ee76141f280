using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace RecurrentGpt.EndToEnd;

/// <summary>The real program, in process, on a free port of loopback.</summary>
public sealed class AppServer : WebApplicationFactory<Program>
{
    private readonly string _dataFolder;
    private readonly Uri? _model;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly ILoggerProvider? _log;

    private AppServer(string dataFolder, Uri? model, IReadOnlyDictionary<string, string> settings, ILoggerProvider? log)
    {
        _dataFolder = dataFolder;
        _model = model;
        _settings = settings;
        _log = log;
    }

    /// <summary>Pages that broke, as the program tells of them.</summary>
    internal PageErrors Errors { get; } = new();

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Starts it; without a model it writes with its own sample writer. A log of one's own gets all that is logged, at every level.</summary>
    public static AppServer Start(string dataFolder, Uri? model, IReadOnlyDictionary<string, string> settings, ILoggerProvider? log = null)
    {
        var server = new AppServer(dataFolder, model, settings, log);
        server.UseKestrel();
        server.StartServer();
        return server;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        // Here and not by UseKestrel, which names the port while the program may be listening already.
        builder.UseUrls("http://127.0.0.1:0");
        builder.ConfigureLogging(logging => logging.AddProvider(Errors));
        if (_log is not null)
        {
            builder.ConfigureLogging(logging => logging.AddProvider(_log).SetMinimumLevel(LogLevel.Trace));
            foreach (var category in (string[])["Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore"])
            {
                builder.UseSetting($"Logging:LogLevel:{category}", "Trace");
            }
        }

        builder.UseSetting("Storage:Path", _dataFolder);
        builder.UseSetting("Models:SampleWordsPerSecond", "0");
        builder.UseSetting("Autopilot:RetryAfter", "00:00:00");
        if (_model is not null)
        {
            builder.UseSetting("Models:Provider", "Compatible");
            builder.UseSetting("Models:BaseUrl", _model.ToString());
            builder.UseSetting("Models:ApiKey", "sk-test");
            builder.UseSetting("Models:ChatModel", "fake-writer");
            builder.UseSetting("Models:EmbeddingModel", "fake-embedder");
        }

        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }
    }
}
