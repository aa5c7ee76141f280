using Microsoft.Playwright;

namespace RecurrentGpt.EndToEnd;

/// <summary>The pages at the door. They are plain ones: nothing there becomes interactive.</summary>
public sealed class SignInScreen(IPage page)
{
    public IPage Page => page;

    public ILocator Alert => page.GetByRole(AriaRole.Alert);

    public ILocator Field(string name) => page.GetByLabel(name, new() { Exact = true });

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public async Task SignInAsync(string name, string password)
    {
        await Field("Name").FillAsync(name);
        await Field("Password").FillAsync(password);
        await Button("Sign in").ClickAsync();
    }
}
