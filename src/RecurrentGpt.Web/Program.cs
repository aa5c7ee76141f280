using RecurrentGpt.Web;
using RecurrentGpt.Web.Commands;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Export;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Features.NewStory;
using RecurrentGpt.Web.Features.Play;
using RecurrentGpt.Web.Features.Search;
using RecurrentGpt.Web.Features.Settings;
using RecurrentGpt.Web.Features.Settings.Backups;
using RecurrentGpt.Web.Features.SignIn;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.Hosting.Limits;
using RecurrentGpt.Web.People.Access;
using RecurrentGpt.Web.Storage;

if (CommandLine.IsVerb(args))
{
    return await CommandLine.RunAsync(args);
}

SqliteLibrary.Prepare();
_ = ModelAhead.BeginAsync();
ScreenLanguages.SpeakEnglish();
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = ContentRoot.Find(),
});

builder.WebHost.UseStaticWebAssets();
// Run from its sources, the program would take our own files for answers of somebody's own: not kept, and counted as requests.
builder.WebHost.UseSetting("DisableStaticAssetNotFoundRuntimeFallback", "true");
builder.WebHost.UseDefaultAddress(builder.Configuration);

builder.Services.AddAccess().AddLimits();
builder.Services.AddPages();
builder.Services.AddScreenLanguages();
builder.Services.AddHealthChecks().AddCheck<StorageHealth>("storage");
builder.Services.AddWriting(builder.Configuration);
builder.Services.AddSignIn(builder.Configuration);
builder.Services.AddLibrary().AddSearch().AddNewStory().AddDesk().AddPlay().AddSettings();

var app = builder.Build();

if (!app.Environment.IsDevelopment())
{
    app.UseExceptionHandler("/error", createScopeForErrors: true);
    app.UseHsts();
}

app.UseScreenLanguages();
app.UseNoStore();
app.UseRecognition();
app.UseLimits();
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseSignIn();
app.UseAntiforgery();

app.MapStaticAssets().AllowAnonymous().DisableRateLimiting();
app.MapHealthChecks("/healthz").AllowAnonymous().DisableRateLimiting();
app.MapSignOut();
app.MapExport();
app.MapPlaythroughs();
app.MapBackups();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();

return await app.RunUnlessRefusedAsync();
