using Microsoft.Extensions.DependencyInjection.Extensions;
using RecurrentGpt.Web.Features.Desk.Autopilot;
using RecurrentGpt.Web.Features.Desk.Compare;
using RecurrentGpt.Web.Features.Desk.Edits;
using RecurrentGpt.Web.Features.Desk.LongTerm;
using RecurrentGpt.Web.Features.Desk.Marks;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Prompts;
using RecurrentGpt.Web.Features.Desk.Repetition;
using RecurrentGpt.Web.Features.Desk.Roads;
using RecurrentGpt.Web.Features.Desk.Sent;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Desk.ShortTerm;
using RecurrentGpt.Web.Features.Desk.TimeTravel;
using RecurrentGpt.Web.Features.Desk.Tree;

namespace RecurrentGpt.Web.Features.Desk;

internal static class DeskServices
{
    /// <summary>One writing session a circuit.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<EntryStore>();
        services.TryAddSingleton(Random.Shared);
        services.TryAddScoped<NextToss>();
        services.TryAddScoped<PlanRecalls>();
        services.TryAddSingleton<RecallUses>();
        services.TryAddScoped<Bench>();
        services.TryAddScoped<WritingSession>();
        services.TryAddScoped<DeskStatus>();
        services.TryAddScoped<PromptDrafts>();
        services.TryAddSingleton<MarkStore>();
        services.TryAddScoped(provider => MarkActs.At(provider.GetRequiredService<WritingSession>(), provider.GetRequiredService<MarkStore>()));
        services.TryAddScoped<MarkDesk>();
        services.TryAddScoped<RepetitionDesk>();
        services.TryAddSingleton<PromptStore>();
        services.TryAddSingleton<RoadStore>();
        services.TryAddSingleton<SentStore>();
        services.TryAddSingleton<SentPreviews>();
        services.TryAddSingleton<CompareStore>();
        services.TryAddSingleton<TimeTravelStore>();
        services.TryAddSingleton<ProposalStore>();
        services.TryAddSingleton<RevisionStore>();
        services.AddAutopilot();
        services.AddShortTerm();
        services.AddTree();
        return services;
    }
}
