using Radzen;
using RecurrentGpt.Web;
using RecurrentGpt.Web.Commands;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Export;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Features.NewStory;
using RecurrentGpt.Web.Features.Play;
using RecurrentGpt.Web.Features.Settings;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.Storage;

if (CommandLine.IsVerb(args))
{
    return await CommandLine.RunAsync(args);
}

ScreenLanguages.SpeakEnglish();
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = ContentRoot.Find(),
});

SqliteLibrary.Prepare();

builder.WebHost.UseStaticWebAssets();
builder.WebHost.UseDefaultAddress(builder.Configuration);

// The longest text that travels whole (40,000 characters, up to 4 bytes each and escaped) must fit into one message, or it would close the circuit.
builder.Services.AddRazorComponents()
    .AddInteractiveServerComponents()
    .AddHubOptions(options => options.MaximumReceiveMessageSize = 512 * 1024);
builder.Services.AddRadzenComponents();
builder.Services.AddScreenLanguages();
builder.Services.AddHealthChecks();
builder.Services.AddWriting(builder.Configuration);
builder.Services.AddLibrary().AddNewStory().AddDesk().AddPlay().AddSettings();

var app = builder.Build();

if (!app.Environment.IsDevelopment())
{
    app.UseExceptionHandler("/error", createScopeForErrors: true);
}

app.UseSecurityHeaders();
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseScreenLanguages();
app.UseStaticFiles();
app.UseAntiforgery();

app.MapStaticAssets();
app.MapHealthChecks("/healthz");
app.MapExport();
app.MapPlaythroughs();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();

return await app.RunUnlessRefusedAsync();
