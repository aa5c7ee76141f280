using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Autopilot;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Tests.Features.Desk.Autopilot;

/// <summary>What autopilot stands on at the desk: it keeps what the author asked for, in words.</summary>
internal sealed class AutopilotDoubles
{
    public List<string> Done { get; } = [];

    public List<AutopilotOrder?> Orders { get; } = [];

    /// <summary>Set to make the next acts fail.</summary>
    public Exception? Refusal { get; set; }

    public ModelSettings Settings { get; set; } = new() { Provider = ModelProvider.OpenAi, ChatModel = "scripted" };

    /// <summary>What stands when a taste is saved; null for what was asked.</summary>
    public TasteResult? OtherTaste { get; set; }

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(new AutopilotActs
        {
            StartAsync = (_, order) => DoAsync("start", order),
            ResumeAsync = (_, order) => DoAsync("resume", order),
            Ask = (_, after) => Done.Add($"ask {after}"),
            TakeOverAsync = _ => DoAsync("take over"),
            StopAsync = _ => DoAsync("stop"),
            ReadSettingsAsync = _ => Task.FromResult(Settings),
        });
        services.AddScoped<AutopilotDesk>().AddScoped<AutopilotWords>();
        services.AddSingleton(new TasteActs(SayAsync));
    }

    private Task DoAsync(string what, AutopilotOrder? order = null)
    {
        Done.Add(what);
        Orders.Add(order);
        return Refusal is { } refusal ? Task.FromException(refusal) : Task.CompletedTask;
    }

    private Task<TasteResult> SayAsync(DraftParagraph paragraph, int? preferred)
    {
        Done.Add($"of {paragraph.Number}: {Said(paragraph.PreferredPlan)} to {Said(preferred)}");
        return Task.FromResult(OtherTaste ?? new TasteResult(Saved: true, preferred));
    }

    private static string Said(int? plan) => plan is { } number ? $"{number}" : "nothing";
}
