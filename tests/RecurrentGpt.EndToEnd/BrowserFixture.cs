using Microsoft.Playwright;

namespace RecurrentGpt.EndToEnd;

/// <summary>One real browser for all tests, since to start one takes as long as a short test; each page of a test has a context of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // Quiet and alone: no sandbox (tests often run as root), no GPU, and no traffic of the browser's own.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    // The shell is the same browser without windows, and a third faster.
    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private static readonly SemaphoreSlim Starting = new(1, 1);
    private static IBrowser? _shared;

    private IBrowser? _browser;

    public IBrowser Chromium => _browser ?? throw new InvalidOperationException("The browser has not been started.");

    public async Task InitializeAsync()
    {
        // A busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(15_000);
        await Starting.WaitAsync();
        try
        {
            _browser = _shared = _shared is { IsConnected: true } running ? running : await LaunchAsync();
        }
        finally
        {
            Starting.Release();
        }
    }

    // The next class goes on with it; it ends with the process of the tests.
    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? Programs.FirstOrDefault(File.Exists) ?? Programs[^1],
            Args = Arguments,
        });
    }
}
