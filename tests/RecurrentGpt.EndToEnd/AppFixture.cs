using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

namespace RecurrentGpt.EndToEnd;

/// <summary>The real program on a free port of loopback, and a real browser; shared by the tests of one class.</summary>
public sealed class AppFixture : IAsyncLifetime
{
    // Quiet and alone: no sandbox (tests often run as root), no GPU, and no traffic of the browser's own.
    private static readonly string[] BrowserArguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    private readonly AppFactory _app = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        _app.UseKestrel(0);
        _app.StartServer();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args = BrowserArguments,
        });
    }

    /// <summary>Opens a page of its own and waits until it is interactive: a click before that is lost.</summary>
    public async Task<IPage> OpenAsync(string path)
    {
        var browser = _browser ?? throw new InvalidOperationException("The browser has not been started.");
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { BaseURL = _app.ClientOptions.BaseAddress.ToString(), ColorScheme = ColorScheme.Light });
        await page.GotoAsync(path);
        await page.Locator("main[data-interactive]").WaitForAsync();

        return page;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class AppFactory : WebApplicationFactory<Program>
    {
        private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("recurrentgpt-test-");

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            _data.Delete(recursive: true);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder) =>
            builder.UseEnvironment("Production").UseSetting("Storage:Path", _data.FullName);
    }
}
